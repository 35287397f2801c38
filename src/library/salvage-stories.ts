import type { DatabaseSync } from 'node:sqlite';
import { moveTo } from './keeping-cards.ts';
import { attempt, readByKey, readPlain } from './salvage-rows.ts';
import { one, run, type Row } from './statements.ts';
import { transaction } from './transaction.ts';

/**
 * Takes over what the reader did with stories: which are followed, when they were looked at, and what was put into them or taken out. A
 * story is its articles, so those that are in the library come to be in it again, with what is known of them; all others are connected
 * anew. Articles are known by their ids, as they may have other numbers here. Call it when those are there.
 */
export function salvageStories(db: DatabaseSync, from: DatabaseSync): void {
  transaction(db, () => {
    const kept = [...readByKey(from, 'stories', 'story, followed, looked_at')];
    const pins = [...readPlain(from, 'pins', 'article, story, belongs')];
    const stories = new Set([...kept, ...pins].map((row) => Number(row['story'])));
    raiseNumbers(db, from, stories);
    for (const { story, followed, looked_at } of kept)
      run(db, 'INSERT OR REPLACE INTO stories VALUES (?, ?, ?)', story!, followed!, looked_at!);
    for (const card of readByKey(from, 'cards', cardColumns))
      if (stories.has(Number(card['story']))) takeCard(db, from, card);
    for (const { story, article } of readPlain(from, 'gathered', 'story, article'))
      gatherOne(db, from, story!, article!);
    // Of an article that was put into another story since, that is the last word.
    for (const pin of pins.toSorted((one, other) => Number(one['belongs']) - Number(other['belongs'])))
      takePin(db, from, pin);
  });
}

/** A number that was given to a story is given to no other. */
function raiseNumbers(db: DatabaseSync, from: DatabaseSync, stories: ReadonlySet<number>): void {
  const given = attempt(() => one(from, 'SELECT stories FROM connecting')?.['stories']);
  const most = [...stories].reduce((one, other) => Math.max(one, other), Number(given ?? 0));
  run(db, 'UPDATE connecting SET stories = max(stories, ?)', most);
}

const cardColumns = 'article, story, kind, explains, published, words, length';

function takeCard(db: DatabaseSync, from: DatabaseSync, card: Row): void {
  const article = keyHere(db, from, card['article']!);
  if (article === null) return;
  if (!one(db, 'SELECT 1 FROM cards WHERE article = ?', article) && !makeCard(db, from, card, article)) return;
  moveTo(db, article, Number(card['story']));
}

/** Returns false where what the article speaks of cannot be read: then it is found out anew, and with it where it belongs. */
function makeCard(db: DatabaseSync, from: DatabaseSync, card: Row, article: number): boolean {
  const sql = 'SELECT title, digest, vector, sketch, posted, rest FROM profiles WHERE article = ?';
  const profile = attempt(() => one(from, sql, card['article']!));
  if (!profile) return false;
  insert(db, 'profiles', { article, ...profile });
  insert(db, 'cards', { ...card, article });
  return true;
}

function insert(db: DatabaseSync, table: string, row: Row): void {
  const places = Object.keys(row).map(() => '?');
  run(db, `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`, ...Object.values(row));
}

type Cell = Row[string];

function gatherOne(db: DatabaseSync, from: DatabaseSync, story: Cell, article: Cell): void {
  const key = keyHere(db, from, article);
  const sql = 'INSERT OR IGNORE INTO gathered SELECT ?1, article FROM cards WHERE article = ?2 AND story != ?1';
  if (key !== null) run(db, sql, story, key);
}

function takePin(db: DatabaseSync, from: DatabaseSync, { article, story, belongs }: Row): void {
  const key = keyHere(db, from, article!);
  if (key === null) return;
  if (Number(belongs) === 1) run(db, 'DELETE FROM pins WHERE article = ? AND belongs = 1', key);
  run(db, 'INSERT OR REPLACE INTO pins (article, story, belongs) VALUES (?, ?, ?)', key, story!, belongs!);
}

/** Returns the number that an article of the damaged library has in this one, or null. */
function keyHere(db: DatabaseSync, from: DatabaseSync, article: Cell): number | null {
  const id = attempt(() => one(from, 'SELECT id FROM articles WHERE key = ?', article)?.['id']);
  const key =
    id === null || id === undefined ? undefined : one(db, 'SELECT key FROM articles WHERE id = ?', id)?.['key'];
  return key === undefined ? null : Number(key);
}
