import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, Instant, Story, StoryId } from '../news/index.ts';
import type { Ref } from '../related/index.ts';
import { moveTo } from './keeping-cards.ts';
import { all, one, run } from './statements.ts';
import { transaction } from './transaction.ts';
import { articleId, count, instant, line } from './values.ts';

/** Returns the story as it is now, or null when it has no articles. */
export function story(db: DatabaseSync, id: StoryId): Story | null {
  const row = one(db, summary, id);
  if (!row || row['articles'] === 0) return null;
  return {
    id,
    name: line(one(db, speaker, id)?.['title']),
    articles: count(row['articles']),
    publishers: count(row['publishers']),
    unread: count(row['unread']),
    fresh: count(row['fresh']),
    latest: instant(row['latest']),
    followed: row['followed'] !== null,
  };
}

/** Null where the reader never looked at the story, nor follows it. */
const isFresh = 'a.filed > max(ifnull(s.followed, s.looked_at), ifnull(s.looked_at, s.followed))';
const summary = `
  SELECT count(*) AS articles, count(DISTINCT a.publisher_key) AS publishers, sum(a.read < 2) AS unread,
    sum(${isFresh}) AS fresh,
    max(a.published) AS latest, s.followed
  FROM tellings AS c CROSS JOIN articles AS a ON a.key = c.article LEFT JOIN stories AS s ON s.story = c.story
  WHERE c.story = ?`;

/** The newest article speaks for its story. */
const speaker = `
  SELECT h.title FROM tellings AS c
  CROSS JOIN articles AS a ON a.key = c.article CROSS JOIN headlines AS h ON h.article = a.key
  WHERE c.story = ? ORDER BY a.newest, a.title_key, a.key LIMIT 1`;

export function freshIn(db: DatabaseSync, story: number): readonly Ref[] {
  const sql = `SELECT a.key FROM tellings AS c CROSS JOIN articles AS a ON a.key = c.article CROSS JOIN stories AS s ON s.story = c.story
    WHERE c.story = ? AND ${isFresh}`;
  return all(db, sql, story).map((row) => Number(row['key']));
}

/** Returns the stories of these articles, where others belong to them too: rather one that is followed. */
export function storiesOf(db: DatabaseSync, articles: readonly ArticleId[]): ReadonlyMap<ArticleId, Story> {
  const sql = `SELECT c.id, c.story FROM (${told('json_each(?1) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value')}) AS c
    LEFT JOIN stories AS s ON s.story = c.story
    WHERE EXISTS (SELECT 1 FROM tellings AS other WHERE other.story = c.story AND other.article != c.key)
    ORDER BY s.followed IS NOT NULL`;
  const stories = new Map<number, Story | null>();
  const found = new Map<ArticleId, Story>();
  for (const row of all(db, sql, JSON.stringify(articles))) {
    const id = Number(row['story']) as StoryId;
    if (!stories.has(id)) stories.set(id, story(db, id));
    const known = stories.get(id);
    if (known) found.set(articleId(row['id']), known);
  }
  return found;
}

/**
 * Returns, in SQL, which stories articles `a` are told in. Both tables are asked by the article: of the two as one SQLite would first
 * make a copy, as long as the library.
 */
function told(articles: string): string {
  return ['cards', 'gathered']
    .map((table) => `SELECT a.id, a.key, t.story FROM ${articles} CROSS JOIN ${table} AS t ON t.article = a.key`)
    .join(' UNION ALL ');
}

/** Returns the stories that the reader follows, those with the latest news first. */
export function followedStories(db: DatabaseSync): readonly Story[] {
  const rows = all(db, 'SELECT story FROM stories WHERE followed IS NOT NULL');
  return rows
    .map((row) => story(db, Number(row['story']) as StoryId))
    .filter((found) => found !== null)
    .sort((one, other) => (other.latest ?? 0) - (one.latest ?? 0));
}

export function follow(db: DatabaseSync, story: StoryId, followed: boolean, at: Instant): void {
  const sql =
    'INSERT INTO stories (story, followed) VALUES (?, ?) ON CONFLICT DO UPDATE SET followed = excluded.followed';
  transaction(db, () => run(db, sql, story, followed ? at : null));
}

/** Keeps what stands in the timeline of a story that is followed, besides its own articles. */
export function gather(db: DatabaseSync, story: number, articles: readonly Ref[]): void {
  const wanted = JSON.stringify(articles);
  transaction(db, () => {
    run(db, 'DELETE FROM gathered WHERE story = ? AND article NOT IN (SELECT value FROM json_each(?))', story, wanted);
    const sql = `INSERT OR IGNORE INTO gathered SELECT ?1, c.article FROM json_each(?2) AS wanted
      CROSS JOIN cards AS c ON c.article = wanted.value WHERE c.story != ?1`;
    run(db, sql, story, wanted);
  });
}

export function lookedAt(db: DatabaseSync, story: StoryId, at: Instant): void {
  const sql =
    'INSERT INTO stories (story, looked_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET looked_at = excluded.looked_at';
  transaction(db, () => run(db, sql, story, at));
}

/** Puts an article into a story or takes it out of it, whatever is found out about them later; null lets it be found out. */
export function pin(db: DatabaseSync, article: ArticleId, story: StoryId, how: 'into' | 'out of' | null): void {
  transaction(db, () => {
    const card = one(
      db,
      'SELECT c.article, c.story FROM articles JOIN cards AS c ON c.article = key WHERE id = ?',
      article,
    );
    if (!card) return;
    const ref = Number(card['article']);
    run(db, 'DELETE FROM pins WHERE article = ? AND (story = ? OR belongs = 1)', ref, story);
    if (how === null) return;
    run(db, 'INSERT INTO pins (article, story, belongs) VALUES (?, ?, ?)', ref, story, how === 'into' ? 1 : 0);
    if (how === 'into') moveTo(db, ref, story);
    else if (card['story'] === story) moveTo(db, ref, null);
  });
}

/** Returns what the reader put into the story, and took out of it. */
export function pinsOf(
  db: DatabaseSync,
  story: number,
): { readonly into: readonly Ref[]; readonly outOf: readonly Ref[] } {
  const rows = all(db, 'SELECT article, belongs FROM pins WHERE story = ?', story);
  const of = (belongs: number) => rows.filter((row) => row['belongs'] === belongs).map((row) => Number(row['article']));
  return { into: of(1), outOf: of(0) };
}

/** Returns the story of an article that is connected, also when it is the only one in it: rather one that is followed. */
export function storyWith(db: DatabaseSync, article: ArticleId): Story | null {
  const sql = `SELECT c.story FROM (${told('(SELECT * FROM articles WHERE id = ?1) AS a')}) AS c
    LEFT JOIN stories AS s ON s.story = c.story ORDER BY s.followed IS NULL LIMIT 1`;
  const row = one(db, sql, article);
  return row ? story(db, Number(row['story']) as StoryId) : null;
}
