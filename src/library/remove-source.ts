import type { DatabaseSync } from 'node:sqlite';
import type { SourceId } from '../news/index.ts';
import { removeArticles } from './removing.ts';
import { keysOf, sourceKey } from './sources.ts';
import { run } from './statements.ts';
import { transaction } from './transaction.ts';

/** Removes the source and its articles; their statuses stay. */
export function removeSource(db: DatabaseSync, id: SourceId): void {
  transaction(db, () => {
    const key = sourceKey(db, id);
    if (key === null) return;
    removeArticles(db, keysOf(db, key));
    run(db, 'INSERT OR REPLACE INTO departed_sources SELECT location, id FROM sources WHERE key = ?', key);
    run(db, 'DELETE FROM tally WHERE source = ?', key);
    run(db, 'DELETE FROM sources WHERE key = ?', key);
  });
}
