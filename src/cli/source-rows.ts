import type { SourceReport } from '../news/index.ts';
import { cleanLine, cut, join, pad, say, widthOf, type Safe } from '../text/index.ts';
import { agoInWords } from './ago.ts';
import { counted } from './counted.ts';
import type { Context, Paint } from './verb.ts';
import { weekBars } from './week-bars.ts';

/** The least columns that are left for the name of a source. */
const leastName = 20;

/**
 * Returns a row for each source: its id first, as in other lists; its weeks, its articles, how many are unread, when it was last
 * fetched, and its name. Where it fails, the reason stands below.
 */
export function sourceRows(
  reports: readonly SourceReport[],
  context: Context,
  width: number | null,
  paint: Paint,
): readonly string[] {
  const table = inColumns(reports.map((report) => cellsOf(report, context)));
  return reports.flatMap((report, index) => {
    const cells = table[index]!;
    const room = width === null ? Infinity : width - widthOf(cells.join('  ')) - 2;
    const about = room === Infinity ? aboutSource(report) : cut(aboutSource(report), Math.max(leastName, room));
    const [id, ...rest] = cells;
    return [`${paint('quiet', id!)}  ${rest.join('  ')}  ${about}`.trimEnd(), ...trouble(report, paint)];
  });
}

/** Returns the line that stands for sites whose pages are here. */
export function pagesLine(sites: number, articles: number): Safe {
  return say`Pages of ${counted(sites, say`site`)}: ${counted(articles, say`article`)}. --pages lists them.`;
}

/** Text that begins where its column does, or a number that ends where it ends. */
type Cell = Safe | number;

function cellsOf({ source, health, articles, unread, weeks }: SourceReport, context: Context): readonly Cell[] {
  const fetched = health?.fetched ?? null;
  const last = fetched === null ? say`not yet` : agoInWords(fetched, context);
  return [
    cleanLine(source.id),
    weekBars(weeks, context.terminal.unicode),
    articles,
    unread === 0 ? say`` : say`${unread} unread`,
    source.kind === 'feed' ? last : source.kind === 'folder' ? say`a folder` : say`a site`,
  ];
}

/** Returns the cells of all rows, each as wide as the widest of its column. */
function inColumns(rows: readonly (readonly Cell[])[]): readonly (readonly Safe[])[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(say`${row[column]!}`)))) ?? [];
  return rows.map((row) =>
    row.map((cell, column) => {
      const width = widths[column]!;
      return typeof cell === 'number' ? cleanNumber(cell, width) : pad(cell, width);
    }),
  );
}

function cleanNumber(number: number, width: number): Safe {
  const digits = say`${number}`;
  return say`${pad(say``, width - digits.length)}${digits}`;
}

function aboutSource({ source: { name, tags, paused, whole, kept } }: SourceReport): Safe {
  const notes = [
    tags.length > 0 ? join(tags, say`, `) : null,
    paused ? say`paused` : null,
    whole ? say`whole articles` : null,
    kept ? null : say`not kept`,
  ];
  return join([name, ...notes.filter((note) => note !== null)], say` · `);
}

function trouble({ health }: SourceReport, paint: Paint): readonly string[] {
  if (!health?.why) return [];
  const times = health.failures > 1 ? say` (${health.failures} times in a row)` : say``;
  return [`    ${paint('warn', say`${health.why}${times}`)}`];
}
