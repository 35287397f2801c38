import type { SourceReport } from '../../news/index.ts';
import { judgeAddress } from '../../address/index.ts';
import { cleanLine, join, say, type Safe } from '../../text/index.ts';
import type { Row } from '../../kit/index.ts';
import { isWeb } from '../addresses.ts';
import { paragraphRows } from '../paragraph.ts';
import type { World } from '../world.ts';
import { trouble } from './health.ts';

/** What is told below the selected source: where it is, what is wrong and what to do, else what comes of it. */
export function detailRows(report: SourceReport, world: World): readonly Row[] {
  const columns = world.size.columns - 1;
  const wrong = report.source.paused ? null : trouble(report, world);
  const lines = [
    ...paragraphRows(whereOf(report), columns, { role: 'muted', indent: 4 }),
    ...(wrong
      ? [
          ...paragraphRows(wrong.what, columns, { role: 'text', indent: 4 }),
          ...paragraphRows(wrong.todo, columns, { role: 'muted', indent: 4 }),
        ]
      : paragraphRows(comesOf(report, world), columns, { role: 'muted', indent: 4 })),
  ];
  return lines.slice(0, mostLines);
}

/** More would hide the other sources. */
const mostLines = 7;

function whereOf({ source }: SourceReport): Safe {
  const location = cleanLine(source.location);
  return isWeb(location) ? judgeAddress(location).shown : location;
}

function comesOf({ source, health, articles, unread, weeks }: SourceReport, world: World): Safe {
  const key = (command: string) => world.signs.keyName(world.keyOf(command));
  const weekly = Math.round(weeks.reduce((sum, count) => sum + count, 0) / Math.max(1, weeks.length));
  const parts = [
    articles === 1 ? say`1 article` : say`${articles} articles`,
    ...(unread > 0 ? [say`${unread} unread`] : []),
    ...(weekly > 0 ? [say`about ${weekly} a week`] : []),
    ...(source.whole ? [say`whole texts are fetched`] : []),
    ...(source.paused ? [say`paused: ${key('source.pause')} resumes`] : []),
    ...(source.kind === 'feed' && !source.paused && !health?.fetched
      ? [say`${key('program.refresh')} fetches it`]
      : []),
  ];
  return join(parts, say` ${world.signs.dot} `);
}
