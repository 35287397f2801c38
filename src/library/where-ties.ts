import type { Condition } from '../news/index.ts';
import { fold } from '../query/index.ts';
import { term, type Where } from './term.ts';

/** Conditions on what an article belongs to and leads to. */
type OfTies = Extract<Condition, { type: 'source' | 'from' | 'tag' | 'links-to' | 'link' }>;

/** Returns the condition on `articles AS a` in SQL. */
export function ofTies(condition: OfTies): Where {
  switch (condition.type) {
    case 'source':
      return term(`EXISTS (${belongsTo} UNION ALL ${carriedBy})`, condition.source, condition.source);
    case 'from':
      return fromTerm(condition);
    case 'tag':
      return tagTerm(fold(condition.tag), condition.begins === true);
    case 'links-to':
      return term(linksTo, condition.target);
    case 'link':
      return term(`${linksTo} OR ${linksToAddress}`, condition.to, `a:${condition.to}`, `a:${condition.to}${last}`);
  }
}

const belongsTo = 'SELECT 1 FROM sources WHERE key = a.source AND id = ?';
const carriedBy = `SELECT 1 FROM carriers CROSS JOIN sources ON sources.key = carriers.source
  WHERE carriers.article = a.key AND sources.id = ?`;

/** Sources are few, and so are publishers: each is looked at once, and the articles found along their indexes. */
const calledSo = 'SELECT key FROM sources WHERE id = ? OR location = ? OR is_called(name, ?)';
const publishers = `WITH RECURSIVE each (name) AS (
    SELECT min(publisher_key) FROM articles
    UNION ALL
    SELECT (SELECT min(publisher_key) FROM articles WHERE publisher_key > each.name) FROM each WHERE name IS NOT NULL
  ) SELECT name FROM each WHERE is_called(name, ?)`;

function fromTerm(condition: Extract<OfTies, { type: 'from' }>): Where {
  const { name } = condition;
  const words = JSON.stringify(condition);
  const sql = `a.source IN (${calledSo}) OR a.publisher_key IN (${publishers})
    OR (a.carriers > 0 AND a.key IN (SELECT article FROM carriers WHERE source IN (${calledSo})))`;
  return term(sql, name, name, words, words, name, name, words);
}

/** Sorts behind all that begins with the same letters. */
const last = '\u{10ffff}';

/** What the reader files a source under holds for all that it brings. */
function tagTerm(tag: string, begins: boolean): Where {
  const own = (column: string) => `${column} >= ? AND ${column} ${begins ? '<' : '<='} ?`;
  const tagged = `a.key IN (SELECT article FROM tags WHERE ${own('tag_key')})`;
  const fromTagged = `a.source IN (
    SELECT sources.key FROM sources CROSS JOIN json_each(sources.tag_keys) AS given WHERE ${own('given.value')})`;
  const end = begins ? tag + last : tag;
  return term(`${tagged} OR ${fromTagged}`, tag, end, tag, end);
}

const linksTo = 'a.key IN (SELECT article FROM links WHERE target = (SELECT key FROM articles WHERE id = ?))';
const linksToAddress = 'a.key IN (SELECT article FROM wants WHERE name >= ? AND name < ?)';
