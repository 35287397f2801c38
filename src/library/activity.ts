import type { DatabaseSync } from 'node:sqlite';
import type { Instant, SourceId } from '../news/index.ts';
import { scopeOf } from './scope.ts';
import { all } from './statements.ts';

const week = 7 * 24 * 60 * 60 * 1000;

/**
 * Returns how many articles each source brought in each of the weeks before `until`, the oldest first. It walks along the
 * parts of indexes that lie within those weeks: what is older costs nothing, however much there is.
 */
export function activity(
  db: DatabaseSync,
  ids: readonly SourceId[],
  weeks: number,
  until: Instant,
): ReadonlyMap<SourceId, readonly number[]> {
  const { keyOf } = scopeOf(db, ids);
  const counts = new Map(ids.flatMap((id) => (keyOf.has(id) ? [[id, emptyWeeks(weeks)] as const] : [])));
  const byKey = new Map(Array.from(counts, ([id, weekly]) => [keyOf.get(id), weekly]));
  for (const row of all(db, filedWeekly, JSON.stringify([...byKey.keys()]), until - weeks * week, until)) {
    const weekly = byKey.get(Number(row['source']));
    const at = weeks - 1 - Number(row['ago']);
    if (weekly && at in weekly) weekly[at]! += Number(row['articles']);
  }
  return counts;
}

function emptyWeeks(weeks: number): number[] {
  return Array.from({ length: weeks }, () => 0);
}

/** SQLite is given every number as a fraction. A week holds its beginning and not its end, but for the last, which holds both. */
const ago = (dated: string) => `max(0, cast((?3 - ${dated} - 1) / ${week} AS INTEGER)) AS ago`;
const wanted = 'json_each(?1) AS wanted CROSS JOIN';

const filedWeekly = `
  SELECT source, ago, count(*) AS articles FROM (
    SELECT source, ${ago('-newest')} FROM ${wanted} articles INDEXED BY articles_source
      ON source = wanted.value AND newest BETWEEN -?3 AND -?2
    UNION ALL
    SELECT source, ${ago('filed')} FROM ${wanted} articles INDEXED BY articles_undated
      ON source = wanted.value AND published IS NULL AND filed BETWEEN ?2 AND ?3
    UNION ALL
    SELECT source, ${ago('dated')} FROM ${wanted} carriers INDEXED BY carriers_dated
      ON source = wanted.value AND dated BETWEEN ?2 AND ?3
  ) GROUP BY source, ago`;
