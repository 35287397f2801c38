import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Home } from '../../../test/rig/home.ts';
import type { TerminalOptions } from '../../../test/rig/terminal.ts';

/** newsboat, as Debian has it, with the settings under which it is at its best. */
export interface Newsboat {
  /** Returns how it is opened on so many articles, without asking for news. */
  on(articles: number, home: Home): TerminalOptions;
  /** Returns the command line that asks all of the feeds for news. */
  refresh(addresses: readonly string[], folder: string): readonly string[];
}

/** Returns newsboat if it is installed. */
export function findNewsboat(scratch: string): Newsboat | null {
  if (spawnSync('newsboat', ['-v'], { stdio: 'ignore', env: { ...process.env, HOME: scratch } }).error) return null;
  return {
    on(articles, home) {
      const folder = join(scratch, `newsboat-${articles}`);
      const files = prepared(folder, ['http://127.0.0.1:9/feed']);
      if (!existsSync(join(folder, 'cache.db'))) fill(join(folder, 'cache.db'), articles, files);
      return { command: 'newsboat', args: files, home, columns: 100, rows: 30, patience: 300_000 };
    },
    refresh: (addresses, folder) => ['newsboat', ...prepared(folder, addresses), '-x', 'reload'],
  };
}

function prepared(folder: string, addresses: readonly string[]): readonly string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'urls'), addresses.join('\n'));
  writeFileSync(join(folder, 'config'), 'reload-threads 32\n');
  return ['-u', join(folder, 'urls'), '-c', join(folder, 'cache.db'), '-C', join(folder, 'config')];
}

/** newsboat makes its tables itself; the articles are put into them, as long as ours. Every thousandth tells of a lighthouse. */
function fill(cache: string, articles: number, files: readonly string[]): void {
  spawnSync('newsboat', [...files, '-x', 'print-unread'], { stdio: 'ignore' });
  const db = new DatabaseSync(cache);
  db.exec(`PRAGMA synchronous = OFF;
    INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES ('http://127.0.0.1:9/feed', 'http://127.0.0.1:9/', 'All');
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${articles})
    INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)
    SELECT 'g' || i, 'Report ' || i || ' of the desk', '', 'https://x.example/' || i, 'http://127.0.0.1:9/feed',
      1000000000 + i * 600, '<p>' || replace(hex(zeroblob(100)), '00', 'the ministers met ') || iif(i % 1000 = 7, 'The lighthouse was lit again.', '') || '</p>',
      1 FROM n;
    ANALYZE;`);
  db.close();
}
