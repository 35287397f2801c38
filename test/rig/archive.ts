import { join } from 'node:path';
import { openLibrary } from '../../src/library/index.ts';
import { bareEntry } from '../../src/pages/index.ts';
import { cleanLine, say } from '../../src/text/index.ts';
import type { Entry } from '../../src/news/index.ts';
import type { Home } from './home.ts';

/** Fills the home's library with so many short articles of one feed, one an hour, the last of them at the instant. */
export function archive(home: Home, many: number, last: number): void {
  const { library } = openLibrary(join(home.folder, 'alsosee', 'library'), last);
  const source = library.keepSource({
    kind: 'feed',
    name: say`Archive`,
    location: 'https://archive.example/feed',
    kept: true,
  });
  library.file(
    source.id,
    Array.from({ length: many }, (_, index) => piece(index, last - index * 3_600_000)),
    last,
  );
  // To connect so many would take the reader longer than the journey.
  for (const article of library.connections.waiting(many)) library.connections.pass(article);
  library.close();
}

function piece(index: number, published: number): Entry {
  const title = cleanLine(`Report ${index} on ${index % 2 === 0 ? 'football' : 'harbours'}`);
  return bareEntry({
    title,
    published,
    body: [{ type: 'paragraph', spans: [{ text: title }] }],
    words: 6,
    keys: [{ value: `id ${index}`, everywhere: false }],
    fingerprint: String(index),
  });
}
