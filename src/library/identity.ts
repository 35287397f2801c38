import type { DatabaseSync } from 'node:sqlite';
import { cleanLine } from '../text/index.ts';
import { titleKey, type Entry } from '../news/index.ts';
import { keysOf, placeOf } from './entry-keys.ts';
import type { KeyRing } from './key-ring.ts';
import { here, known, select, type Identity, type Origin } from './known-article.ts';
import { declaredId, hashOf, slug } from './identity-words.ts';
import { addressName } from './names.ts';
import { all, one, type Row } from './statements.ts';

/**
 * Returns which article the entry is. One with keys is known by those. Any other is known, in this order, by its file and the
 * id that it declares, its web address, its file's path before it went away, and what it says (a file that was moved). A file
 * that is there is never taken for another one that is there as well.
 */
export function identify(db: DatabaseSync, entry: Entry, origin: Origin, ring: KeyRing): Identity {
  if (ring.has(entry)) return identifyByKeys(db, entry, origin, ring);
  const declared = declaredId(entry.declaredId);
  const atPlace = articleAtPlace(db, entry, origin);
  if (atPlace && (!declared || bears(db, atPlace, declared))) return here(atPlace);
  const living = livingCandidates(db, entry, declared).find((row) => mayBe(row, entry, origin));
  if (living) return here(living);
  const departed = departedCandidates(db, entry, origin, declared);
  // A file whose declared id belongs to an article that went away is that article, and no longer what it was.
  if (declared && departed[0]?.['id'] === declared) return known(db, declared);
  if (atPlace) return here(atPlace);
  if (departed[0]) return known(db, String(departed[0]['id']));
  const place = `${origin.source.location}\n${entry.path ?? titleKey(entry.title)}`;
  return { type: 'new', id: freeId(db, declared, entry, place) };
}

/** By its keys; then by its address, where a file or the text of a page has that, and its title. */
function identifyByKeys(db: DatabaseSync, entry: Entry, { source }: Origin, ring: KeyRing): Identity {
  const row = ring.article(entry) ?? withAddress(db, entry).find((row) => !ring.belongsToOther(row, entry));
  if (!row) return { type: 'new', id: freeId(db, '', entry, placeOf(keysOf(entry, source), source)) };
  return row['key'] === null ? { type: 'known', id: String(row['id']) } : here(row);
}

/** Those that are here first. */
function withAddress(db: DatabaseSync, entry: Entry): readonly Row[] {
  const name = addressOf(entry);
  if (name === null) return [];
  const title = titleKey(entry.title);
  const living = `${select} JOIN names ON names.article = articles.key
    WHERE names.name = ? AND title_key = ? ORDER BY articles.key LIMIT 20`;
  const departed = 'SELECT id, NULL AS key FROM departed WHERE address_key = ? AND title_key = ? LIMIT 20';
  return [...all(db, living, name, title), ...all(db, departed, name.slice(2), title)];
}

/** The article of the same file; of a page, which has no file, the one with the same title. */
function articleAtPlace(db: DatabaseSync, entry: Entry, { key }: Origin): Row | undefined {
  if (entry.path !== null) return one(db, `${select} WHERE source = ? AND path = ?`, key, entry.path);
  const sql = `${select} WHERE title_key = ? AND source = ? AND path IS NULL ORDER BY key LIMIT 1`;
  return one(db, sql, titleKey(entry.title), key);
}

function bears(db: DatabaseSync, row: Row, declared: string): boolean {
  const sql = 'SELECT 1 FROM names WHERE name = ? AND article = ?';
  return row['id'] === declared || one(db, sql, `i:${declared.toLowerCase()}`, Number(row['key'])) !== undefined;
}

function livingCandidates(db: DatabaseSync, entry: Entry, declared: string): readonly Row[] {
  const names = [declared && `i:${declared.toLowerCase()}`, addressOf(entry)].filter(Boolean);
  const sql = `${select} JOIN names ON names.article = articles.key WHERE names.name = ? ORDER BY articles.key LIMIT 20`;
  return names.flatMap((name) => all(db, sql, name));
}

/** Of its own source only an article without a file; of another only one that says the same: the source that files last has it. */
function mayBe(row: Row, entry: Entry, { key }: Origin): boolean {
  if (row['source'] === key) return row['path'] === null && entry.path === null;
  return row['fingerprint'] === entry.fingerprint || row['title_key'] === titleKey(entry.title);
}

function departedCandidates(db: DatabaseSync, entry: Entry, { source }: Origin, declared: string): readonly Row[] {
  const ours = (row: Row) =>
    row['source'] === source.id ||
    row['fingerprint'] === entry.fingerprint ||
    row['title_key'] === titleKey(entry.title);
  const address = addressOf(entry)?.slice(2) ?? null;
  const found = [
    ...(declared ? all(db, 'SELECT * FROM departed WHERE id = ?', declared) : []),
    ...(address === null ? [] : all(db, 'SELECT * FROM departed WHERE address_key = ? LIMIT 20', address)),
    ...(entry.path === null
      ? []
      : all(db, 'SELECT * FROM departed WHERE source = ? AND path = ? LIMIT 1', source.id, entry.path)),
    ...all(
      db,
      'SELECT * FROM departed WHERE fingerprint = ? ORDER BY source != ?, id LIMIT 20',
      entry.fingerprint,
      source.id,
    ),
  ];
  return found.filter(ours);
}

function addressOf(entry: Entry): string | null {
  return entry.address ? addressName(entry.address) : null;
}

/** The declared id where it is free, else a readable one that comes out the same whenever what is at this place is filed anew. */
function freeId(db: DatabaseSync, declared: string, entry: Entry, place: string): string {
  const words = declared || slug(stem(entry.path) ?? entry.title) || 'article';
  const wished = declared || `${words}-${hashOf(place)}`;
  for (let tries = 0; ; tries += 1) {
    const id = cleanLine(tries === 0 ? wished : `${words}-${hashOf(tries === 1 ? place : `${place}\n${tries}`)}`);
    if (!taken(db, id)) return id;
  }
}

function taken(db: DatabaseSync, id: string): boolean {
  return (
    one(db, 'SELECT 1 FROM articles WHERE id = ? UNION ALL SELECT 1 FROM departed WHERE id = ?', id, id) !== undefined
  );
}

/** The file's name, or its folder's where it is only the folder's page. */
function stem(path: string | null): string | null {
  if (path === null) return null;
  const [name = '', folder = ''] = path.split('/').reverse();
  const bare = name.replace(/\.[^.]*$/, '');
  return /^_?index$/i.test(bare) && folder ? folder : bare;
}
