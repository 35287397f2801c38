import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Terminal, type TerminalOptions } from './terminal.ts';

const program = join(import.meta.dirname, '../fixtures/rig/program.js');
const open = (options: TerminalOptions = {}) => new Terminal({ command: program, columns: 40, rows: 5, ...options });

test('a key is answered before the next line of the test runs', async () => {
  await using terminal = open();
  await terminal.sees('Count 0');
  await terminal.press('j', 'j', 'j');
  expect(terminal.frame()).toBe('Count 3 你好  é\n\n\n\n');
});

test('a key that changes nothing is answered too', async () => {
  await using terminal = open();
  await terminal.sees('Count 0');
  const before = terminal.bytes.length;
  await terminal.press('n');
  expect(terminal.bytes).toHaveLength(before);
});

test('a program that thinks for a while is waited for', async () => {
  await using terminal = open();
  await terminal.sees('Count 0');
  await terminal.press('w');
  expect(terminal.shows('Count 100')).toBe(true);
});

test('waiting in vain shows what was on the screen instead', async () => {
  await using terminal = open({ patience: 4000 });
  await terminal.sees('Count 0');
  await expect(terminal.sees('Count 9')).rejects.toThrow(/to show Count 9.*│Count 0/s);
});

test('the end of the program is told, and the main screen is back', async () => {
  await using terminal = open();
  await terminal.sees('Count 0');
  terminal.send('q');
  const { code } = await terminal.ended();
  expect(code).toBe(0);
  expect(terminal.screen.alternate).toBe(false);
});

test('cells tell colours, weight, and the width of wide characters', async () => {
  await using terminal = open();
  await terminal.sees('你好');
  const [row = []] = terminal.cells();
  expect(row[0]).toMatchObject({ text: 'C', ink: '#0a141e', bold: true });
  expect(row.find((cell) => cell.text === '你')).toMatchObject({ width: 2, ink: null });
  expect(row.find((cell) => cell.text === 'é')).toMatchObject({ width: 1, inverse: true });
});

test('the program hears of a new size', async () => {
  await using terminal = open();
  await terminal.sees('Count 0');
  terminal.resize(30, 8);
  await terminal.sees('30 by 8');
  expect(terminal.lines()).toHaveLength(8);
});
