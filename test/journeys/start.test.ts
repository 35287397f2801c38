import { expect, test } from 'vitest';
import { command } from '../rig/alsosee.ts';
import { Home } from '../rig/home.ts';
import { Terminal } from '../rig/terminal.ts';

test.each([
  ['in a folder that was removed', 'mkdir gone; cd gone; rmdir ../gone'],
  ['wherever the cursor stood', 'printf "a line\\nand some words"'],
])('the reader opens %s', async (_, before) => {
  using home = new Home();
  await using terminal = new Terminal({ home, command: '/bin/sh', args: ['-c', `${before}; exec ${command}`] });
  await terminal.sees('2 Unread 19');
  expect(terminal.lines()[0]).toMatch(/^ Also See {3}1 Latest/);
});
