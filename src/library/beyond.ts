import type { DatabaseSync } from 'node:sqlite';
import type { Scope } from './scope.ts';
import { tallied, tallyOf } from './tally.ts';
import { fewRows } from './walk.ts';

/** Returns whether so few articles belong to sources beyond the scope that what is kept of all is soon put right for them. */
export function fewBeyond(db: DatabaseSync, scope: Scope): boolean {
  if (scope.whole) return true;
  const beyond = { ...scope, keys: scope.beyond, whole: false, carries: false };
  return (tallied(tallyOf(db, beyond), []) ?? 0) <= fewRows;
}
