import { cut, join, say, type Safe } from '../../text/index.ts';
import { rule, type Piece, type Row } from '../../kit/index.ts';
import { bodyHeight, emptyRow, framed, keysBar, percent, topBar } from '../bars.ts';
import { stateWords } from '../signs.ts';
import type { Frame } from '../screen.ts';
import type { World } from '../world.ts';
import { readingCommands } from './commands.ts';
import { rowOfLine } from './lines.ts';
import { aboutLink } from './links.ts';
import { lastTop, matches, page, progressOf, type Reading } from './state.ts';

/** The article: bar with the trail, text in the middle, what the chosen link leads to, and the keys that work now. */
export function viewReading(state: Reading, world: World): Frame {
  const { lines } = page(state, world);
  const top = Math.min(state.top, lastTop(state, world));
  const body = lines.slice(top, top + bodyHeight(world)).map((line, row) => rowOfLine(state, line, top + row, world));
  const rows = framed(
    world,
    barOf(state, world),
    body.length > 0 ? body : [emptyRow],
    keysBar(readingCommands, state, world),
    statusRow(state, world),
  );
  return { rows, chooser: null, cursor: null, spoken: spokenOf(state, world) };
}

function barOf(state: Reading, world: World): Row {
  const { status } = state.article;
  const right: Piece[] = [
    ...(status.bookmarked ? [{ text: say`${world.signs.bookmark}  `, role: 'bookmark' as const }] : []),
    { text: say`${percentShown(state, world)} `, role: 'muted' },
  ];
  return topBar(world, [{ text: say` `, role: 'bar' }, ...trailPieces(world)], right);
}

/** The last steps of the trail, the open one standing out. */
function trailPieces(world: World): readonly Piece[] {
  const { steps, at } = world.trail;
  const shown = steps.slice(Math.max(0, at - 2), at + 1);
  const more = at > 2 ? [{ text: say`${world.signs.ellipsis} ${world.signs.step} `, role: 'muted' as const }] : [];
  const pieces = shown.map((step, index): Piece => {
    const isOpen = index === shown.length - 1;
    const name = isOpen ? step.title : shortened(step.title, world);
    return { text: isOpen ? name : say`${name} ${world.signs.step} `, role: isOpen ? 'bar' : 'muted', strong: isOpen };
  });
  return [...more, ...pieces];
}

function shortened(title: Safe, world: World): Safe {
  return cut(title, 24, world.signs.ellipsis);
}

function percentShown(state: Reading, world: World): Safe {
  const progress = progressOf(state, world);
  return progress >= 0.995 ? say`end` : percent(progress);
}

/** On the rule above the footer: the find, the typed number or letters, or what the chosen link leads to. */
function statusRow(state: Reading, world: World): Row | null {
  const words = statusWords(state, world);
  if (!words) return null;
  return rule(world.size.columns, world.signs, [{ text: words, role: 'notice' }]);
}

function statusWords(state: Reading, world: World): Safe | null {
  if (state.mode.type === 'hints') return say`Type the letters of a link · Esc ends`;
  if (state.mode.type === 'number') return say`${aboutLink(state, world) ?? say``} · Enter follows`;
  if (state.find) return findWords(state, world);
  return aboutLink(state, world);
}

function findWords(state: Reading, world: World): Safe {
  const count = matches(state, world).length;
  const words = state.find?.words ?? say``;
  if (count === 0) return say`“${words}” is not in this article`;
  return say`“${words}” ${(state.find?.at ?? 0) + 1} of ${count} · n next · N previous · Esc ends`;
}

function spokenOf(state: Reading, world: World): readonly Safe[] {
  const { article } = state;
  const { lines } = page(state, world);
  const text = lines.slice(state.top, state.top + bodyHeight(world)).map(({ line }) =>
    join(
      line.runs.map((run) => run.text),
      say``,
    ),
  );
  const link = aboutLink(state, world);
  return [
    say`Article: ${article.title}. ${stateWords(article)}. ${percentShown(state, world)}.`,
    ...text.filter((line) => line.trim() !== ''),
    ...(link ? [say`Chosen link: ${link}`] : []),
  ];
}
