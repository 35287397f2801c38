import { join, say, type Safe } from '../../text/index.ts';
import { readingMinutes, type Headline } from '../../news/index.ts';
import { typeset } from '../../prose/index.ts';
import type { Piece, Row } from '../../kit/index.ts';
import type { Role } from '../../theme/index.ts';
import { emptyRow } from '../bars.ts';
import { fullDate } from '../dates.ts';
import { stateWords } from '../signs.ts';
import type { World } from '../world.ts';

/** What stands beside the list: the selected article's title, facts and summary, without opening it. */
export function previewRows(headline: Headline | null, columns: number, world: World): readonly Row[] {
  if (!headline) return [];
  return [
    emptyRow,
    ...wrapped(headline.title, columns, 'title', true),
    emptyRow,
    ...wrapped(factsOf(headline, world), columns, 'muted', false),
    ...(headline.tags.length > 0 ? wrapped(join(headline.tags, say` · `), columns, 'muted', false) : []),
    emptyRow,
    ...(headline.summary ? wrapped(headline.summary, columns, 'text', false) : []),
    emptyRow,
    ...wrapped(linksOf(headline), columns, 'alsoSee', false),
  ];
}

function factsOf(headline: Headline, world: World): Safe {
  const parts = [
    ...(headline.byline ? [say`By ${headline.byline}`] : []),
    headline.publisher,
    ...(headline.published === null ? [] : [fullDate(headline.published, world)]),
    say`${readingMinutes(headline.words)}\u00a0min`,
    stateWords(headline),
  ];
  return join(parts, say` · `);
}

function linksOf(headline: Headline): Safe {
  const parts = [
    ...(headline.alsoSee > 0 ? [say`Also see ${headline.alsoSee}`] : []),
    ...(headline.background > 0 ? [say`Background ${headline.background}`] : []),
    ...(headline.linkedFrom > 0 ? [say`Linked from ${headline.linkedFrom}`] : []),
  ];
  return join(parts, say` · `);
}

function wrapped(text: Safe, columns: number, role: Role, strong: boolean): readonly Row[] {
  const lines = typeset([{ type: 'paragraph', spans: [{ text }] }], { columns: Math.max(20, columns) });
  return lines.map((line) => ({ pieces: line.runs.map((run): Piece => ({ text: run.text, role, strong })) }));
}
