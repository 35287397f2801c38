import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/index.ts';
import { entry, folder, ids, keep, now } from './shelf.ts';

const day = 24 * 60 * 60 * 1000;

test('five daily copies are kept, and none is made twice a day', async () => {
  const at = folder();
  const { library: opened } = openLibrary(at, now);
  for (let days = 0; days < 7; days += 1) {
    await opened.backUp(now + days * day);
    await opened.backUp(now + days * day + day / 4);
  }
  opened.close();
  expect(readdirSync(join(at, 'backups')).sort()).toEqual(
    ['03', '04', '05', '06', '07'].map((date) => `2025-12-${date}.db`),
  );
});

test('a library that is closed while it is copied gives the copy up', async () => {
  const at = folder();
  const { library: opened } = openLibrary(at, now);
  const source = keep(opened);
  const big = Array.from({ length: 60 }, (_, index) => entry({ id: `b${index}`, body: 'Long words. '.repeat(5000) }));
  opened.file(source.id, big, now);
  const copied = opened.backUp(now);
  opened.close();
  await expect(copied).resolves.toBe(undefined);
  expect(readdirSync(join(at, 'backups'))).toEqual([]);
  const { library: again, problems } = openLibrary(at, now);
  expect([problems, ids(again).length]).toEqual([[], 60]);
  again.close();
});

test('nobody but the owner can read any of it, whatever the mask', async () => {
  const at = join(folder(), 'deep/er');
  const script = `
    process.umask(0);
    const { openLibrary } = await import(${JSON.stringify(new URL('../../src/library/index.ts', import.meta.url).href)});
    const { library } = openLibrary(${JSON.stringify(at)}, 0);
    library.saveSession('a', 1);
    await library.backUp(0);
    for (const name of ['', '/library.db', '/library.db-wal', '/library.db-shm', '/backups', '/backups/1970-01-01.db'])
      console.log(name, (require('node:fs').statSync(${JSON.stringify(at)} + name).mode & 0o777).toString(8));
    library.close();`;
  const said = execFileSync(
    process.execPath,
    [
      '--input-type=module-typescript',
      '-e',
      `import { createRequire } from 'node:module'; const require = createRequire('/');${script}`,
    ],
    { encoding: 'utf8' },
  );
  expect(
    said
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    '700',
    '/library.db 600',
    '/library.db-wal 600',
    '/library.db-shm 600',
    '/backups 700',
    '/backups/1970-01-01.db 600',
  ]);
});
