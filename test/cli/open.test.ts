import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/news/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { drawsScreens, terminalOf, type Machine } from '../../src/cli/machine.ts';
import { call, callJson, piped, screen } from './call.ts';
import { village } from './village.ts';

test('without a terminal and without a verb: the list', async () => {
  const bare = await call([], { library: village() });
  expect(bare).toEqual(await call(['list'], { library: village() }));
  expect((await callJson([], { library: village() })).envelope.data).toHaveLength(4);
});

test('a file without a terminal: its article', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'open-')));
  writeFileSync(join(folder, 'bridge.md'), 'text');
  const desk: Partial<Desk> = { takeInFile: async () => ({ value: 'bridge-opens' as ArticleId, problems: [] }) };
  const { envelope } = await callJson(['bridge.md'], { library: village(), desk, context: { folder } });
  expect(envelope.data).toMatchObject({ id: 'bridge-opens', markdown: expect.stringContaining('Monday') });
});

test('a path that is not there: exit 1', async () => {
  const { code, out, err } = await call(['./nothing.md'], { library: village() });
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: './nothing.md: There is no such file or folder.\n' });
});

test.each([
  { env: { TERM: 'dumb' }, terminal: screen, why: 'TERM is dumb' },
  { env: {}, terminal: screen, why: 'TERM is not set' },
  { env: { TERM: 'xterm' }, terminal: { ...screen, keyboard: false }, why: 'the input is no terminal' },
])('a terminal where $why gets the list and one sentence', async ({ env, terminal, why }) => {
  const { code, out, err } = await call([], { library: village(), terminal, context: { env } });
  expect(code).toBe(0);
  expect(out).toContain('Bridge opens');
  expect(err).toBe(
    `The reader cannot be drawn here (${why}), so this is its list. "alsosee show REF" prints an article.\n`,
  );
});

const machine = (
  env: Machine['env'],
  stdout: Partial<Machine['stdout']> = { isTTY: true, columns: 90, rows: 30 },
): Machine => ({
  version: '1.2.3',
  env,
  platform: 'linux',
  folder: '/',
  userHome: '/home/ada',
  scratch: '/tmp',
  stdin: { isTTY: true } as Machine['stdin'],
  stderr: { write: () => undefined },
  stdout: { getColorDepth: () => 8, ...stdout },
});

test.each([
  {
    name: 'a terminal',
    env: { TERM: 'xterm-256color', LANG: 'en_GB.UTF-8' },
    tells: { columns: 90, colours: '256', unicode: true },
  },
  { name: 'NO_COLOR', env: { TERM: 'xterm', NO_COLOR: '1' }, tells: { colours: 'none', unicode: true } },
  { name: 'TERM=dumb', env: { TERM: 'dumb' }, tells: { columns: 90, colours: 'none' } },
  { name: 'an ASCII locale', env: { TERM: 'xterm', LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, tells: { unicode: false } },
  { name: "Linux's own console without a locale", env: { TERM: 'linux' }, tells: { unicode: false } },
])('$name', ({ env, tells }) => {
  expect(terminalOf(machine(env), 'auto')).toMatchObject(tells);
});

test('signs in the settings outrank the locale; a pipe has no colours', () => {
  expect(terminalOf(machine({ TERM: 'xterm', LANG: 'C' }), 'unicode').unicode).toBe(true);
  expect(terminalOf(machine({ TERM: 'xterm' }), 'ascii').unicode).toBe(false);
  expect(terminalOf(machine({ TERM: 'xterm' }, { isTTY: false }), 'auto')).toMatchObject({
    columns: null,
    rows: null,
    colours: 'none',
  });
});

test('screens are drawn on a terminal that can, and nowhere else', () => {
  expect(drawsScreens(screen, { TERM: 'xterm' })).toBe(true);
  expect(drawsScreens(screen, { TERM: 'xterm', CI: 'true' })).toBe(true);
  expect(drawsScreens(piped, { TERM: 'xterm' })).toBe(false);
});
