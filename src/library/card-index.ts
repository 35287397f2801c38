import type { DatabaseSync } from 'node:sqlite';
import type { Card, Holder, Index, Ref, StoryRef } from '../related/index.ts';
import { readChunk } from './chunks.ts';
import { CountCache } from './count-cache.ts';
import { bytesOf, numbers } from './key-bytes.ts';
import { all, type Row } from './statements.ts';
import { still } from './transaction.ts';
import { gone, progressOf, Unmerged, type Progress } from './unmerged.ts';
import { instant } from './values.ts';

/** Cards that are kept at hand: those of the latest news, with which the next are compared. Some 6 MB. */
const atHand = 4096;
/** Links from or to one article that are told, and articles with one title. */
const most = { links: 500, titled: 200 };

/**
 * What is asked of the index of connections. What it keeps in memory is let go as soon as any program changes what it was read from:
 * cards with the version of the index, counts when some were merged.
 */
export class CardIndex implements Index {
  readonly #db: DatabaseSync;
  readonly #unmerged: Unmerged;
  readonly #counts = new CountCache();
  readonly #cards = new Map<Ref, Card>();
  #version = -1;
  /** How far the index is, while nothing can change it. */
  #still: Progress | null = null;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#unmerged = new Unmerged(db);
  }

  articles(): number {
    return this.#progress().articles;
  }

  frequencies(keys: readonly number[]): readonly number[] {
    const unmerged = this.unmerged();
    const missing = keys.filter((key) => this.#counts.get(key) === null);
    const read = missing.length === 0 ? null : this.#readCounts(missing);
    return keys.map((key) => Math.max(0, (this.#counts.get(key) ?? read?.get(key) ?? 0) + unmerged.counted(key)));
  }

  holders(key: number, limit: number): readonly Holder[] {
    const fresh = this.#fresh(key);
    const found: Holder[] = [];
    const chunks = 'SELECT chunk, entries FROM postings WHERE key = ? AND chunk < ? ORDER BY chunk DESC LIMIT ?';
    // Most keys have few chunks, and of the others the first are mostly enough.
    for (let below = Number.MAX_SAFE_INTEGER, ask = 4; ; ask = 64) {
      const rows = all(this.#db, chunks, key, below, ask);
      for (const { chunk, entries } of rows) {
        below = Number(chunk);
        if (found.length < limit) readChunk(below, bytesOf(entries), found, limit);
      }
      if (found.length >= limit || rows.length < ask) break;
    }
    return fresh.size === 0 ? found : joined(found, fresh).slice(0, limit);
  }

  cards(articles: readonly Ref[]): readonly Card[] {
    this.#freshen();
    const missing = articles.filter((article) => !this.#cards.has(article));
    const read = missing.length === 0 ? [] : all(this.#db, byKey, JSON.stringify(missing)).map(readCard);
    const found = new Map(read.map((card) => [card.article, card]));
    const answer = articles.flatMap((article) => found.get(article) ?? this.#cards.get(article) ?? []);
    for (const card of read) this.#keep(card);
    return answer;
  }

  linksFrom(article: Ref): readonly Ref[] {
    const sql = `SELECT DISTINCT target AS article FROM links
      WHERE article = ?1 AND target IS NOT NULL AND target != ?1 LIMIT ${most.links}`;
    return all(this.#db, sql, article).map(refOf);
  }

  linksTo(article: Ref): readonly Ref[] {
    const sql = `SELECT DISTINCT article FROM links WHERE target = ?1 AND article != ?1 LIMIT ${most.links}`;
    return all(this.#db, sql, article).map(refOf);
  }

  members(story: StoryRef): readonly Ref[] {
    return all(this.#db, 'SELECT article FROM cards WHERE story = ?', story).map(refOf);
  }

  titled(key: string): readonly Ref[] {
    const sql = `SELECT key AS article FROM articles WHERE title_key = ? LIMIT ${most.titled}`;
    return all(this.#db, sql, key).map(refOf);
  }

  titledFrom(beginning: string, limit: number): readonly Ref[] {
    const sql = 'SELECT key AS article FROM articles WHERE title_key >= ? AND title_key < ? ORDER BY title_key LIMIT ?';
    return all(this.#db, sql, beginning, `${beginning}\u{10ffff}`, limit).map(refOf);
  }

  /** What of the keys is not in the tables yet. */
  unmerged(progress: Progress = this.#progress()): Unmerged {
    this.#unmerged.catchUp(progress);
    this.#counts.since(progress);
    return this.#unmerged;
  }

  /** Does work that only asks, all of it of one moment, so that nothing need be looked at twice. */
  still<Result>(work: () => Result): Result {
    if (this.#still) return work();
    return still(this.#db, () => {
      this.#still = progressOf(this.#db);
      try {
        return work();
      } finally {
        this.#still = null;
      }
    });
  }

  #progress(): Progress {
    return this.#still ?? progressOf(this.#db);
  }

  /** Merges counts, and keeps those at hand right. `merged` tells each key and by how much its count grew. */
  merging(work: (merged: (key: number, by: number) => void) => void): void {
    this.unmerged();
    work((key, by) => this.#counts.add(key, by));
    this.#counts.adopt(progressOf(this.#db));
  }

  /** Makes a change of one card and nothing else, and keeps the others at hand. The card is read anew when it is asked for. */
  changing<Result>(articles: readonly Ref[], work: () => Result): Result {
    this.#freshen();
    const result = work();
    for (const article of articles) this.#cards.delete(article);
    this.#version = progressOf(this.#db).version;
    return result;
  }

  #readCounts(keys: readonly number[]): ReadonlyMap<number, number> {
    const sql =
      'SELECT counts.key, articles FROM json_each(?) AS wanted CROSS JOIN counts ON counts.key = wanted.value';
    const rows = all(this.#db, sql, JSON.stringify(keys));
    const read = new Map(rows.map((row) => [Number(row['key']), Number(row['articles'])]));
    for (const key of keys) this.#counts.set(key, read.get(key) ?? 0);
    return read;
  }

  /** What came under the key since the last merge: the last word on each article. */
  #fresh(key: number): ReadonlyMap<Ref, number> {
    const fresh = new Map<Ref, number>();
    this.unmerged().each(key, (article, strength) => {
      if (!fresh.has(article)) fresh.set(article, strength);
    });
    return fresh;
  }

  #freshen(): void {
    const { version } = this.#progress();
    if (version === this.#version) return;
    this.#cards.clear();
    this.#version = version;
  }

  #keep(card: Card): void {
    if (this.#cards.size >= atHand) this.#cards.delete(this.#cards.keys().next().value ?? 0);
    this.#cards.set(card.article, card);
  }
}

function joined(merged: readonly Holder[], fresh: ReadonlyMap<Ref, number>): readonly Holder[] {
  const added = Array.from(fresh, ([article, strength]) => ({ article, strength }));
  return [
    ...added.filter(({ strength }) => strength !== gone),
    ...merged.filter(({ article }) => !fresh.has(article)),
  ].sort((one, other) => other.article - one.article);
}

/** The columns of a card, of `cards AS c` and `profiles AS p`. */
export const cardColumns =
  'c.article, c.story, c.kind, c.explains, c.published, c.words, c.length, p.title, p.vector, p.sketch';
const byKey = `SELECT ${cardColumns} FROM json_each(?) AS wanted
  CROSS JOIN cards AS c ON c.article = wanted.value CROSS JOIN profiles AS p ON p.article = c.article`;

export function readCard(row: Row): Card {
  return {
    article: Number(row['article']),
    title: String(row['title']),
    kind: row['kind'] === 1 ? 'backgrounder' : 'news',
    explains: row['explains'] === 1,
    published: instant(row['published']),
    words: Number(row['words']),
    vector: bytesOf(row['vector']),
    length: Number(row['length']),
    sketch: numbers(bytesOf(row['sketch'])),
    story: Number(row['story']),
  };
}

const refOf = (row: Row): Ref => Number(row['article']);
