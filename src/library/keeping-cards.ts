import type { DatabaseSync } from 'node:sqlite';
import type { Card, Ref, Regrouped, StoryRef } from '../related/index.ts';
import { cardColumns, readCard, type CardIndex } from './card-index.ts';
import type { Connected } from './connections.ts';
import { keyBytes, keysIn, numberBytes } from './key-bytes.ts';
import { digestOf } from './reading.ts';
import { all, one, run } from './statements.ts';
import { lightly } from './transaction.ts';

/** Keeps an article that waits, unless it has gone or another program kept it meanwhile. */
export function keepCard(db: DatabaseSync, index: CardIndex, connected: Connected): void {
  const { article } = connected;
  lightly(db, () => {
    if (run(db, 'DELETE FROM waiting WHERE article = ?', article) === 0) return;
    const before = storyOf(db, article);
    index.changing([article], () => {
      writeProfile(db, connected);
      const wanted = allowedStory(db, article, connected.story);
      const story = wanted ?? (isAlone(db, before) ? before! : newStory(db));
      writeCard(db, connected, story);
      if (before !== null && before !== story) settle(db, before);
      if (before !== null || wanted !== null) settle(db, story);
    });
  });
}

export function pass(db: DatabaseSync, article: Ref): void {
  lightly(db, () => run(db, 'DELETE FROM waiting WHERE article = ?', article));
}

/** Moves an article to a story; null for one of its own. Call it inside a transaction. */
export function moveTo(db: DatabaseSync, article: Ref, wanted: StoryRef | null): StoryRef {
  const before = storyOf(db, article);
  const story = wanted ?? newStory(db);
  run(db, 'UPDATE cards SET story = ? WHERE article = ? AND story != ?', story, article, story);
  if (before !== null && before !== story) settle(db, before);
  settle(db, story);
  return story;
}

/** Returns the latest articles, when enough have come since stories were grouped anew. */
export function ungrouped(db: DatabaseSync, limit: number, enough: number): readonly Card[] {
  if (Number(one(db, 'SELECT ungrouped FROM connecting')?.['ungrouped']) < enough) return [];
  const sql = `SELECT ${cardColumns}
    FROM (SELECT key FROM articles ORDER BY newest, title_key, key LIMIT ?) AS latest
    CROSS JOIN cards AS c ON c.article = latest.key CROSS JOIN profiles AS p ON p.article = c.article
    WHERE c.kind = 0`;
  return all(db, sql, limit).map(readCard);
}

/** Stories that are kept in one change. */
const handful = 50;

/** Keeps how articles were grouped anew: of each story only what changed. */
export function group(db: DatabaseSync, index: CardIndex, stories: readonly Regrouped[]): void {
  for (let start = 0; start < stories.length; start += handful) {
    const some = stories.slice(start, start + handful);
    lightly(db, () => {
      const changes = some.map((story) => ({ ...story, moving: movingInto(db, story) }));
      const moving = changes.flatMap(({ moving }) => moving);
      if (moving.length === 0) return;
      index.changing(moving, () => {
        for (const { story, moving } of changes) {
          let into = story;
          for (const article of moving) into = moveTo(db, article, into);
        }
      });
    });
  }
  lightly(db, () => run(db, 'UPDATE connecting SET ungrouped = 0'));
}

/** Members that are not there yet, but for those that the reader took out. A group without a number moves as a whole. */
function movingInto(db: DatabaseSync, { story, members }: Regrouped): readonly Ref[] {
  const sql = `SELECT c.article FROM json_each(?) AS member CROSS JOIN cards AS c ON c.article = member.value
    WHERE c.story IS NOT ?2 AND NOT EXISTS (
      SELECT 1 FROM pins WHERE pins.article = c.article AND (belongs = 1 OR pins.story = ?2))`;
  return all(db, sql, JSON.stringify(members), story).map((row) => Number(row['article']));
}

export function pinned(db: DatabaseSync): ReadonlySet<Ref> {
  return new Set(all(db, 'SELECT article FROM pins WHERE belongs = 1').map((row) => Number(row['article'])));
}

function storyOf(db: DatabaseSync, article: Ref): StoryRef | null {
  const story = one(db, 'SELECT story FROM cards WHERE article = ?', article)?.['story'];
  return story === undefined ? null : Number(story);
}

/** The story that the reader pinned it to, else the one that was found, unless the reader took it out of that. */
function allowedStory(db: DatabaseSync, article: Ref, found: StoryRef | null): StoryRef | null {
  const pins = all(db, 'SELECT story, belongs FROM pins WHERE article = ?', article);
  const wanted = pins.find(({ belongs }) => belongs === 1);
  if (wanted) return Number(wanted['story']);
  return pins.some(({ story }) => story === found) ? null : found;
}

function isAlone(db: DatabaseSync, story: StoryRef | null): boolean {
  if (story === null) return false;
  return all(db, 'SELECT 1 FROM cards WHERE story = ? LIMIT 2', story).length === 1;
}

function newStory(db: DatabaseSync): StoryRef {
  return Number(one(db, 'UPDATE connecting SET stories = stories + 1 RETURNING stories')?.['stories']);
}

function writeProfile(db: DatabaseSync, connected: Connected): void {
  const { vector, sketch, posted, counted } = connected.profile;
  const inVector = new Set(keysIn(vector));
  const rest = Uint32Array.from(counted.filter((key) => !inVector.has(key)));
  const sql = `INSERT INTO profiles (article, title, digest, vector, sketch, posted, rest) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET title = excluded.title, digest = excluded.digest, vector = excluded.vector,
      sketch = excluded.sketch, posted = excluded.posted, rest = excluded.rest`;
  const { article, title } = connected;
  run(db, sql, article, title, digestOf(connected), vector, numberBytes(sketch), keyBytes(posted), numberBytes(rest));
}

function writeCard(db: DatabaseSync, { article, kind, published, profile }: Connected, story: StoryRef): void {
  const sql = `INSERT INTO cards (article, story, kind, explains, published, words, length) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET story = excluded.story, kind = excluded.kind, explains = excluded.explains,
      published = excluded.published, words = excluded.words, length = excluded.length`;
  const { explains, words, length } = profile;
  run(db, sql, article, story, kind === 'backgrounder' ? 1 : 0, explains ? 1 : 0, published, words, length);
}

/** Sees to it that of a story all but the newest article are behind it. */
function settle(db: DatabaseSync, story: StoryRef): void {
  const sql = `UPDATE articles SET behind = 1 - behind WHERE key IN (
    SELECT key FROM (
      SELECT a.key, a.behind, row_number() OVER (ORDER BY a.newest, a.title_key, a.key) > 1 AS wanted
      FROM cards CROSS JOIN articles AS a ON a.key = cards.article WHERE cards.story = ?)
    WHERE behind != wanted)`;
  run(db, sql, story);
}
