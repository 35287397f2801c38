import type { DatabaseSync } from 'node:sqlite';
import type { Problem, SourceId } from '../news/index.ts';
import { inScope, scopeOf } from './scope.ts';
import { sourceKey } from './sources.ts';
import { all, run } from './statements.ts';
import { transaction } from './transaction.ts';
import { line } from './values.ts';

/** Problems of one source that are kept at most. */
const most = 1000;

/** Returns the problems that were found in these sources. */
export function problems(db: DatabaseSync, ids: readonly SourceId[]): readonly Problem[] {
  const within = inScope(scopeOf(db, ids), 'source') ?? '1';
  return all(db, `SELECT kind, place, detail FROM problems WHERE ${within} ORDER BY row`).map((row) => ({
    kind: kinds.find((kind) => kind === row['kind']) ?? 'unreadable',
    where: line(row['place']),
    detail: line(row['detail']),
  }));
}

/** Keeps these problems of the source in place of those kept before. */
export function setProblems(db: DatabaseSync, source: SourceId, problems: readonly Problem[]): void {
  transaction(db, () => {
    const key = sourceKey(db, source);
    if (key === null) return;
    run(db, 'DELETE FROM problems WHERE source = ?', key);
    for (const { kind, where, detail } of problems.slice(0, most)) {
      run(db, 'INSERT INTO problems (source, kind, place, detail) VALUES (?, ?, ?, ?)', key, kind, where, detail);
    }
  });
}

const kinds: readonly Problem['kind'][] = [
  'unreadable',
  'front-matter',
  'unresolved-link',
  'duplicate-id',
  'date',
  'too-large',
  'markup',
  'setting',
  'theme',
  'library',
  'address',
  'network',
];
