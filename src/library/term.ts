import type { Value } from './statements.ts';

/** What rows must meet, in SQL, and the values that stand for its question marks. */
export interface Where {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Returns a condition in SQL with its values. */
export function term(sql: string, ...values: readonly Value[]): Where {
  return { sql, values };
}
