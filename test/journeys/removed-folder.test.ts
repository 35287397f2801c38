import { test } from 'vitest';
import { command } from '../rig/alsosee.ts';
import { Home } from '../rig/home.ts';
import { Terminal } from '../rig/terminal.ts';

test('the reader opens in a folder that was removed', async () => {
  using home = new Home();
  const script = `mkdir gone; cd gone; rmdir ../gone; exec ${command}`;
  await using terminal = new Terminal({ home, command: '/bin/sh', args: ['-c', script] });
  await terminal.sees('2 Unread 19');
});
