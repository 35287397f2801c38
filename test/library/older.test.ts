import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/index.ts';
import { migrate } from '../../src/library/migrate.ts';
import { migrations } from '../../src/library/schema.ts';
import type { ArticleId } from '../../src/news/index.ts';
import { entry, fed, feed, folder, ids, keepFeed, now, open, statusOf } from './shelf.ts';

/** Makes a library as the first version of the program did: a folder with one article, bookmarked. */
function older(): string {
  const at = folder();
  const db = new DatabaseSync(join(at, 'library.db'));
  migrate(db, migrations.slice(0, 1));
  db.exec(`
    INSERT INTO sources (id, kind, name, location, kept) VALUES ('news-1', 'folder', 'News', '/news', 1);
    INSERT INTO articles (id, source, path, kind, published, words, title_key, publisher_key)
      VALUES ('a', 1, 'a.md', 0, ${now}, 3, 'a', 'news');
    INSERT INTO headlines (article, title, tags, also_see, background, fingerprint, filed)
      VALUES (1, 'A', '[]', 0, 0, 'v1', ${now - 5000});
    INSERT INTO bodies VALUES (1, '[{"type":"paragraph","spans":[{"text":"Words."}]}]', '{}');
    INSERT INTO filters (article, folded) VALUES (1, 'news
a');
    INSERT INTO search (rowid, title, summary, body) SELECT search_row, 'a', '', 'words' FROM articles;
    INSERT INTO statuses (article, bookmarked) VALUES ('a', 1);
  `);
  db.close();
  return at;
}

test('a library of the first version is brought up to date as it is', () => {
  const library = open(older());
  const [source] = library.sources();
  expect(source).toMatchObject({ id: 'news-1', tags: [], paused: false, whole: false });
  expect(library.article('a' as ArticleId)).toMatchObject({ title: 'A', version: 'filed', versions: ['filed'] });
  expect(statusOf(library, 'a' as ArticleId).bookmarked).toBe(true);
  const undated = { ...entry({ path: 'a.md', title: 'A', says: 'v2', published: null }) };
  expect(library.file(source!.id, [undated], now).changed).toEqual(['a']);
  // By when it was filed, which was before.
  expect(library.activity([source!.id], 1, now - 4000)).toEqual(new Map([['news-1', [1]]]));
});

test.each(['of the first version', 'of this version'])('a damaged library %s gives up what was kept', (version) => {
  const at = version === 'of this version' ? folder() : older();
  if (version === 'of this version') {
    const { library } = openLibrary(at, now);
    const source = keepFeed(library);
    library.changeSource(source.id, { paused: true });
    const [id] = feed(library, source, { guid: '1', title: 'A' });
    library.mark([id!], { bookmarked: true }, now);
    library.close();
  }
  damage(join(at, 'library.db'));
  const { library, problems } = openLibrary(at, now);
  expect(problems).toMatchObject([{ detail: expect.stringMatching(/marks of 1 articles were saved/) }]);
  const [source] = library.sources();
  expect(source).toMatchObject({ paused: version === 'of this version' });
  // Its title was corrected meanwhile: what it is known by was saved as well.
  if (version === 'of this version') library.file(source!.id, [fed({ guid: '1', title: 'Corrected' })], now);
  else library.file(source!.id, [entry({ id: 'a', path: 'a.md' })], now);
  expect(statusOf(library, ids(library)[0]!).bookmarked).toBe(true);
  library.close();
});

function damage(file: string): void {
  const db = new DatabaseSync(file);
  db.exec('DROP TABLE befores; DROP TABLE changes');
  db.close();
}
