import { cleanLine, join, pad, say, slice, type Safe } from '../../text/index.ts';
import type { Block, Comparison, Prose, Span, Stretch } from '../../news/index.ts';
import { typeset, type Line } from '../../prose/index.ts';
import type { Piece, Row } from '../../kit/index.ts';
import { emptyRow } from '../bars.ts';
import { fullDate } from '../dates.ts';
import { columnsOfText } from '../reading/page.ts';
import { marginOf } from '../reading/margin.ts';
import type { World } from '../world.ts';

/** Returns a change as rows: when it was seen, then each paragraph in which something changed, and what lies between in a word. */
export function comparisonRows(change: Comparison, world: World): readonly Row[] {
  const lines = typeset(blocksOf(change), { columns: columnsOfText(world), ascii: world.signs.rule === '-' });
  const margin: Piece = { text: pad(say``, marginOf(world)), role: 'text' };
  return [
    emptyRow,
    { pieces: [margin, { text: seenWords(change, world), role: 'section', strong: true }] },
    emptyRow,
    ...lines.map((line): Row => ({ pieces: [margin, ...piecesOf(line)] })),
  ];
}

/** Returns the same for one who listens: what was removed and what was added. */
export function comparisonWords(change: Comparison, world: World): Safe {
  const changed = [...change.title, ...change.text].filter(({ kind }) => kind !== 'same');
  const words = changed.map(
    ({ kind, text }) => say`${kind === 'added' ? say`Added` : say`Removed`}: ${cleanLine(text)}.`,
  );
  return say`${seenWords(change, world)}: ${join(words, say` `)}`;
}

function seenWords({ seen }: Comparison, world: World): Safe {
  return say`Changed, seen on ${fullDate(seen, world)}`;
}

function blocksOf({ title, text }: Comparison): Prose {
  const head: readonly Block[] = hasChange(title) ? [{ type: 'heading', level: 2, spans: spansOf(title) }] : [];
  return [...head, ...changedParagraphs(paragraphsOf(text))];
}

/** Paragraphs without a change are only counted. */
function changedParagraphs(paragraphs: readonly (readonly Stretch[])[]): Prose {
  const blocks: Block[] = [];
  let same = 0;
  const skip = (): void => {
    const words = same === 1 ? say`one paragraph as before` : say`${same} paragraphs as before`;
    if (same > 0) blocks.push({ type: 'paragraph', spans: [{ text: say`(${words})`, emphasis: true }] });
    same = 0;
  };
  for (const paragraph of paragraphs) {
    if (!hasChange(paragraph)) same += 1;
    else {
      skip();
      blocks.push({ type: 'paragraph', spans: spansOf(paragraph) });
    }
  }
  skip();
  return blocks;
}

const hasChange = (stretches: readonly Stretch[]): boolean => stretches.some(({ kind }) => kind !== 'same');

/** Cuts a text into its paragraphs, each with the stretches that it has of the changes. */
function paragraphsOf(text: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const paragraphs: Stretch[][] = [[]];
  for (const { kind, text: words } of text)
    for (const [place, part] of linesOf(words).entries()) {
      if (place > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)!.push({ kind, text: part });
    }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Spaces at the ends stay: they part the words of two stretches. */
function linesOf(text: Safe): readonly Safe[] {
  const end = text.indexOf('\n');
  return end === -1 ? [text] : [slice(text, 0, end), ...linesOf(slice(text, end + 1))];
}

/** Told apart without colour too: what is new is bold, what is gone is struck, and a space stands between the two. */
function spansOf(stretches: readonly Stretch[]): readonly Span[] {
  return stretches.flatMap(({ kind, text }, place): Span[] => {
    if (kind === 'removed') return [{ text, token: 'removed', struck: true }];
    if (kind === 'same') return [{ text }];
    const isInstead = stretches[place - 1]?.kind === 'removed';
    return [...(isInstead ? [{ text: say` ` }] : []), { text, token: 'added', strong: true }];
  });
}

function piecesOf(line: Line): readonly Piece[] {
  return line.runs.map((run): Piece => ({
    text: run.text,
    role: run.token === 'added' || run.token === 'removed' ? run.token : run.emphasis ? 'muted' : 'text',
    ...(run.strong ? { strong: true } : {}),
    ...(run.struck ? { struck: true } : {}),
  }));
}
