import type { DatabaseSync } from 'node:sqlite';
import type { Health } from '../news/index.ts';
import { sourceKey } from './sources.ts';
import { all, run, type Row, type Value } from './statements.ts';
import { transaction } from './transaction.ts';
import { count, instant, lineOrNull, sourceId } from './values.ts';

/** Returns how it has gone with every source that was ever asked for news, in the order in which they were added. */
export function health(db: DatabaseSync): readonly Health[] {
  const sql =
    'SELECT health.*, sources.id FROM health JOIN sources ON sources.key = health.source ORDER BY sources.key';
  return all(db, sql).map(readHealth);
}

/** Keeps how it went with a source. Of one that is gone nothing is kept. */
export function noteHealth(db: DatabaseSync, health: Health): void {
  transaction(db, () => {
    const key = sourceKey(db, health.source);
    if (key === null) return;
    const columns = columnsOf(health);
    const names = Object.keys(columns);
    const sql = `INSERT OR REPLACE INTO health (source, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`;
    run(db, sql, key, ...Object.values(columns));
  });
}

function columnsOf(health: Health): Readonly<Record<string, Value>> {
  return {
    tried: instant(health.tried),
    fetched: instant(health.fetched),
    not_before: instant(health.notBefore),
    failures: count(health.failures),
    failing_since: instant(health.failingSince),
    why: health.why,
    gone: Number(health.gone),
    etag: health.etag,
    last_modified: health.lastModified,
    digest: health.digest,
    moved_to: health.movedTo,
    moved_reads: count(health.movedReads),
    site: health.site,
  };
}

function readHealth(row: Row): Health {
  return {
    source: sourceId(row['id']),
    tried: instant(row['tried']),
    fetched: instant(row['fetched']),
    notBefore: instant(row['not_before']),
    failures: count(row['failures']),
    failingSince: instant(row['failing_since']),
    why: lineOrNull(row['why']),
    gone: row['gone'] === 1,
    etag: plainOrNull(row['etag']),
    lastModified: plainOrNull(row['last_modified']),
    digest: plainOrNull(row['digest']),
    movedTo: lineOrNull(row['moved_to']),
    movedReads: count(row['moved_reads']),
    site: lineOrNull(row['site']),
  };
}

/** What is sent back to a server must be as it came, to the letter; it is never drawn. */
function plainOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
