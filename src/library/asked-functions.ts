import type { DatabaseSync } from 'node:sqlite';
import type { Condition } from '../news/index.ts';
import { isCalled, placesOf, readPattern, tokens } from '../query/index.ts';
import { bodyText } from './body-text.ts';
import type { TextCondition } from './match.ts';
import { LibraryProblem } from './problem.ts';
import { readProse } from './stored-prose.ts';
import { fromJson } from './values.ts';

/** Milliseconds for which regular expressions may look through texts before a question is given up in words. */
const patience = 1500;

const clocks = new WeakMap<DatabaseSync, { until: number }>();

/**
 * Gives the connection the functions that a query asks with: `has_words(text, condition)`, `is_called(name, condition)`,
 * `fits(text, pattern)` and `fits_prose(prose, pattern)`. A pattern takes time in proportion to the text, and there may be a great deal of text: so
 * between {@link inTime} and its end they look only for a while.
 */
export function addFunctions(db: DatabaseSync, file: string): void {
  const clock = { until: Infinity };
  clocks.set(db, clock);
  const words = remembered((json) => fromJson(json) as TextCondition);
  const names = remembered((json) => fromJson(json) as Extract<Condition, { type: 'from' }>);
  const patterns = remembered((pattern) => {
    const read = readPattern(pattern);
    return 'fits' in read ? read.fits : () => false;
  });
  let asked = 0;
  const fits = (text: string, pattern: unknown): number => {
    if ((asked += 1) % 16 === 0 && performance.now() > clock.until) throw new LibraryProblem('slow', file);
    return Number(patterns(String(pattern))(text));
  };
  const always = { deterministic: true, directOnly: true } as const;
  db.function('has_words', always, (text, json) =>
    typeof text === 'string' ? Number(placesOf(tokens(text), [words(String(json))]).length > 0) : 0,
  );
  db.function('is_called', always, (name, json) =>
    typeof name === 'string' ? Number(isCalled(name, names(String(json)))) : 0,
  );
  db.function('fits', always, (text, pattern) => (typeof text === 'string' ? fits(text, pattern) : 0));
  db.function('fits_prose', always, (prose, pattern) => fits(bodyText(readProse(prose)), pattern));
}

/** Does the work, which may look through texts for a while and no longer. */
export function inTime<Result>(db: DatabaseSync, work: () => Result): Result {
  const clock = clocks.get(db);
  if (!clock || clock.until !== Infinity) return work();
  clock.until = performance.now() + patience;
  try {
    return work();
  } finally {
    clock.until = Infinity;
  }
}

/** Keeps the last few results: a statement asks the same of every row. */
function remembered<Result>(work: (given: string) => Result): (given: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (given) => {
    const before = known.get(given);
    if (before) return before.result;
    if (known.size > 20) known.clear();
    const result = work(given);
    known.set(given, { result });
    return result;
  };
}
