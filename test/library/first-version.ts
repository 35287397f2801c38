import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from '../../src/library/migrate.ts';
import { migrations } from '../../src/library/schema.ts';

/** Makes a library as the first version of the program did: a folder with articles that are called by their number, all bookmarked. */
export function makeFirstVersion(folder: string, articles: number): void {
  const db = new DatabaseSync(join(folder, 'library.db'));
  migrate(db, migrations.slice(0, 1));
  db.exec(`
    BEGIN;
    INSERT INTO sources (id, kind, name, location, kept) VALUES ('news-1', 'folder', 'News', '/news', 1);
    CREATE TEMP TABLE numbers AS
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${articles}) SELECT i FROM n;
    INSERT INTO articles (id, source, path, kind, published, words, title_key, publisher_key)
      SELECT 'n-' || i, 1, i || '.md', 0, 1700000000000 + i, 1, 'n-' || i, 'news' FROM numbers;
    INSERT INTO headlines (article, title, tags, also_see, background, fingerprint, filed)
      SELECT key, id, '[]', 0, 0, id, published FROM articles;
    INSERT INTO bodies SELECT key, '[{"type":"paragraph","spans":[{"text":"Words."}]}]', '{}' FROM articles;
    INSERT INTO filters (article, folded) SELECT key, 'news' FROM articles;
    INSERT INTO search (rowid, title, summary, body) SELECT search_row, id, '', 'words' FROM articles;
    INSERT INTO statuses (article, bookmarked) SELECT id, 1 FROM articles;
    COMMIT;
  `);
  db.close();
}
