import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { asProblem } from '../../src/library/problem.ts';
import { transaction } from '../../src/library/transaction.ts';
import { folder } from './shelf.ts';

/** A table with some rows, on a connection that waits for nobody. */
function table(at: string, options: { readonly readOnly?: boolean } = {}): DatabaseSync {
  const db = new DatabaseSync(join(at, 'a.db'), options);
  onTestFinished(() => db.close());
  if (!options.readOnly)
    db.exec("PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS t (x); INSERT INTO t VALUES ('kept')");
  return db;
}

const insert = (db: DatabaseSync, length: number) =>
  transaction(db, () => db.exec(`INSERT INTO t VALUES (zeroblob(${length}))`));

/** Each makes SQLite or the disk fail as it fails in life. */
const troubles: readonly (readonly [string, RegExp, (at: string) => unknown])[] = [
  [
    'full',
    /disk is full, so this was not kept. Everything kept before is safe/,
    (at) => {
      const db = table(at);
      db.exec('PRAGMA max_page_count = 10');
      return insert(db, 100_000);
    },
  ],
  [
    'locked',
    /Another program has been writing/,
    (at) => {
      const [one, two] = [table(at), table(at)];
      one.exec('BEGIN IMMEDIATE');
      return insert(two, 1);
    },
  ],
  [
    'read-only',
    /may not be written/,
    (at) => {
      table(at);
      return insert(table(at, { readOnly: true }), 1);
    },
  ],
  ['unreachable', /cannot be reached/, (at) => new DatabaseSync(join(at, 'no/such/folder.db'))],
  [
    'unreachable',
    /cannot be reached/,
    (at) => {
      writeFileSync(join(at, 'file'), '');
      mkdirSync(join(at, 'file/folder'));
    },
  ],
  [
    'damaged',
    /cannot be read. Start the program again/,
    (at) => {
      writeFileSync(join(at, 'a.db'), 'no database, '.repeat(1000));
      return new DatabaseSync(join(at, 'a.db')).exec('SELECT * FROM t');
    },
  ],
  ['damaged', /cannot be read. Start the program again/, (at) => table(at).exec('SELECT * FROM gone')],
];

test.each(troubles)('%s: %s', (trouble, sentence, fail) => {
  const at = folder();
  const error = caught(() => fail(at));
  expect(asProblem(error, '/home/a\u001b[31m/library.db')).toMatchObject({
    trouble,
    message: expect.stringMatching(sentence),
    problem: { kind: 'library', where: '/home/a[31m/library.db' },
  });
});

test('a mistake of ours stays what it is', () => {
  const mistakes = [new TypeError('x is undefined'), caught(() => table(folder()).exec('SELEKT 1')), 'text'];
  expect(mistakes.map((mistake) => asProblem(mistake, 'library.db'))).toEqual(mistakes);
});

test('when there is no room nothing of the change is kept, reading goes on, and writing does once there is room', () => {
  const db = table(folder());
  db.exec('PRAGMA max_page_count = 10');
  expect(() =>
    transaction(db, () => {
      db.exec("INSERT INTO t VALUES ('half')");
      insertMuch(db);
    }),
  ).toThrow(/full/);
  expect(rows(db)).toEqual(['kept']);
  db.exec('PRAGMA max_page_count = 1000');
  transaction(db, () => db.exec("INSERT INTO t VALUES ('more')"));
  expect(rows(db)).toEqual(['kept', 'more']);
});

function insertMuch(db: DatabaseSync): void {
  db.exec('INSERT INTO t VALUES (zeroblob(100000))');
}

function rows(db: DatabaseSync): readonly unknown[] {
  return db
    .prepare('SELECT x FROM t')
    .all()
    .map(({ x }) => x);
}

function caught(fail: () => unknown): unknown {
  try {
    fail();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}
