import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Returns the rooms of which a module loads anything when it is imported. */
function roomsLoadedBy(module: string): readonly string[] {
  const script = `
    const { registerHooks } = await import('node:module');
    const rooms = new Set();
    registerHooks({ load(url, context, next) { rooms.add(/\\/src\\/(\\w+)\\//.exec(url)?.[1]); return next(url, context); } });
    await import(${JSON.stringify(new URL(module, import.meta.url).href)});
    console.log(JSON.stringify([...rooms]));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as string[];
}

test('the desk loads nothing of the web, of feeds or of pages before they are needed', () => {
  const rooms = roomsLoadedBy('../../src/desk/index.ts');
  expect(rooms).toContain('desk');
  for (const room of ['web', 'feeds', 'pages', 'markup']) expect(rooms).not.toContain(room);
});
