import { join, say, type Safe } from '../../text/index.ts';
import { readingMinutes, type Headline } from '../../news/index.ts';
import type { Row } from '../../kit/index.ts';
import { emptyRow, partsThatFit } from '../bars.ts';
import { fullDate } from '../dates.ts';
import { paragraphRows } from '../paragraph.ts';
import { stateWords } from '../signs.ts';
import { tagPiece } from '../tags.ts';
import type { World } from '../world.ts';

/** What stands beside the list: the selected article's title, facts and summary, without opening it. */
export function previewRows(headline: Headline | null, columns: number, world: World): readonly Row[] {
  if (!headline) return [];
  const own = headline.status.tags.map(tagPiece);
  return [
    emptyRow,
    ...paragraphRows(headline.title, columns, { role: 'title', strong: true }),
    emptyRow,
    ...paragraphRows(factsOf(headline, world), columns, { role: 'muted' }),
    ...(headline.tags.length > 0 ? paragraphRows(join(headline.tags, say` · `), columns, { role: 'muted' }) : []),
    ...(own.length > 0 ? [{ pieces: partsThatFit(own, columns, world) }] : []),
    emptyRow,
    ...(headline.summary ? paragraphRows(headline.summary, columns, { role: 'text' }) : []),
    emptyRow,
    ...paragraphRows(linksOf(headline), columns, { role: 'alsoSee' }),
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
