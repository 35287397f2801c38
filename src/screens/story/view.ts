import { join, say, type Safe } from '../../text/index.ts';
import { readingMinutes, type Headline } from '../../news/index.ts';
import { spread, type Piece, type Row } from '../../kit/index.ts';
import { emptyRow, framed, keysBar, partsThatFit, percent, topBar } from '../bars.ts';
import { shortDate } from '../dates.ts';
import { paragraphRows } from '../paragraph.ts';
import { stateWords, statusSign } from '../signs.ts';
import type { Frame } from '../screen.ts';
import type { World } from '../world.ts';
import { storyCommands } from './commands.ts';
import { linesOf, type StoryLine } from './layout.ts';
import { entriesOf, headlineOf, type Entry, type StoryScreen } from './state.ts';
import { becauseWords, spanWords, storyWords } from './words.ts';

/** The story: its name and days, its background, and its articles from the oldest. */
export function viewStory(state: StoryScreen, world: World): Frame {
  const lines = linesOf(state, world);
  const body = lines.length > 0 ? lines.map((line) => rowOf(state, line, world)) : emptyRows(state, world);
  return {
    rows: framed(world, barOf(state, world), body, keysBar(storyCommands, state, world)),
    chooser: null,
    cursor: null,
    spoken: spokenOf(state, world),
  };
}

function barOf({ timeline }: StoryScreen, world: World): Row {
  const dates = (timeline?.moments ?? []).map(({ headline }) => headline.published).filter((date) => date !== null);
  const span = dates.length === 0 ? say`` : spanWords(Math.min(...dates), Math.max(...dates), world);
  const name: readonly Piece[] = timeline ? [{ text: say`  ${timeline.story.name}`, role: 'muted' }] : [];
  return topBar(
    world,
    [{ text: say` Story`, role: 'title', strong: true }, ...name],
    [{ text: say` ${span} `, role: 'muted' }],
  );
}

function rowOf(state: StoryScreen, line: StoryLine, world: World): Row {
  if (line.type === 'head') return line.row;
  if (line.type === 'part') return { pieces: [{ text: say`  ${line.name}`, role: 'section', strong: true }] };
  const isSelected = line.index === state.selected;
  return line.type === 'title' ? titleRow(line.entry, isSelected, world) : aboutRow(line.entry, isSelected, world);
}

function titleRow(entry: Entry, isSelected: boolean, world: World): Row {
  const { status, title } = headlineOf(entry);
  const isNew = entry.type === 'moment' && entry.moment.fresh;
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar} ` : say`  `, role: 'unread' },
    statusSign(status, world),
    { text: say` ${title}`, role: status.read === 'read' ? 'read' : 'headline', strong: status.read === 'unread' },
  ];
  const right: Piece[] = [
    ...(isNew ? [{ text: say` new`, role: 'alsoSee' as const }] : []),
    ...(status.read === 'reading' ? [{ text: say` ${percent(status.progress)}`, role: 'reading' as const }] : []),
    ...(status.bookmarked ? [{ text: say` ${world.signs.bookmark}`, role: 'bookmark' as const }] : []),
    { text: say` `, role: 'muted' },
  ];
  return spread(left, right, world.size.columns, {
    ellipsis: world.signs.ellipsis,
    ...(isSelected ? { ground: 'selection' as const } : {}),
  });
}

function aboutRow(entry: Entry, isSelected: boolean, world: World): Row {
  const { columns } = world.size;
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar}   ` : say`    `, role: 'unread' },
    ...partsThatFit(aboutOf(entry), columns - 5, world),
  ];
  return spread(left, [{ text: say` `, role: 'muted' }], columns, isSelected ? { ground: 'selection' } : {});
}

function aboutOf(entry: Entry): readonly Safe[] {
  const headline = headlineOf(entry);
  const facts = [headline.publisher, say`${readingMinutes(headline.words)} min`];
  if (entry.type === 'background') return [...facts, ...entry.related.why];
  return [...facts, ...becauseWords(entry.moment), ...copyWords(entry.moment.copies)];
}

/** The same text by others is told, not listed. */
function copyWords(copies: readonly Headline[]): readonly Safe[] {
  const publishers = [...new Set(copies.map(({ publisher }) => publisher))];
  return publishers.length === 0 ? [] : [say`the same text: ${join(publishers, say`, `)}`];
}

function emptyRows(state: StoryScreen, world: World): readonly Row[] {
  if (!state.gathered) return [];
  const words = say`No other article here tells of the same event yet. When one comes, it is listed here by its day.`;
  return [emptyRow, ...paragraphRows(words, world.size.columns - 2, { role: 'muted', indent: 2 })];
}

function spokenOf(state: StoryScreen, world: World): readonly Safe[] {
  const { timeline } = state;
  if (!timeline) return [say`Story: no other article here tells of this event.`];
  const entries = entriesOf(state);
  const entry = entries[state.selected];
  const head = say`Story: ${timeline.story.name}. ${storyWords(timeline.story, world)}.`;
  if (!entry) return [head];
  const headline = headlineOf(entry);
  const isNew = entry.type === 'moment' && entry.moment.fresh ? say` New.` : say``;
  const about = join(aboutOf(entry), say`, `);
  return [
    head,
    say`${state.selected + 1} of ${entries.length}: ${headline.title}. ${stateWords(headline)}. ${shortDate(headline.published, world)}. ${about}.${isNew}`,
  ];
}
