import { expect, test } from 'vitest';
import { Home } from '../rig/home.ts';
import { Terminal } from '../rig/terminal.ts';

test('two readers on one library see each other’s marks, and lose none', async () => {
  using home = new Home();
  await using one = new Terminal({ home });
  await one.sees('2 Unread 19');
  await using other = new Terminal({ home });
  await other.sees('2 Unread 19');

  await one.press('s');
  await other.sees('3 Bookmarks 1');
  await other.press('j');
  await other.press('s');
  await one.sees('3 Bookmarks 2');
  // Each takes back only what it did itself.
  await one.press('u');
  await other.sees('3 Bookmarks 1');

  const { stdout } = await home.alsosee('list', 'bookmarks', '--json');
  expect((JSON.parse(stdout) as { data: { id: string }[] }).data.map(({ id }) => id)).toEqual([
    'pakistan-sco-secretary-general',
  ]);
});

test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGKILL'] as const)('%s leaves the terminal as it was', async (signal) => {
  using home = new Home();
  await using terminal = new Terminal({ home });
  await terminal.sees('2 Unread 19');
  terminal.kill(signal);
  await terminal.ended();
  const left = new TextDecoder().decode(terminal.bytes);
  expect(left.lastIndexOf('\x1b[?1049l')).toBeGreaterThan(left.lastIndexOf('\x1b[?1049h'));
  expect(left.lastIndexOf('\x1b[?25h')).toBeGreaterThan(left.lastIndexOf('\x1b[?25l'));
  expect(left.lastIndexOf('\x1b[?1000l')).toBeGreaterThan(left.lastIndexOf('\x1b[?1000h'));
  expect(left.lastIndexOf('\x1b[?7h')).toBeGreaterThan(left.lastIndexOf('\x1b[?7l'));
});
