import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cleanLine, say } from '../../src/text/index.ts';
import { checkSettings } from '../../src/app/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import type { Health } from '../../src/news/index.ts';
import { call, callJson, screen } from './call.ts';
import { fakeLibrary, shipped } from './fake.ts';
import { village } from './village.ts';

interface Finding {
  readonly name: string;
  readonly state: string;
  readonly found: string;
  readonly mend: string | null;
}

function homeWithLibrary() {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  mkdirSync(join(folder, 'library'));
  writeFileSync(join(folder, 'library', 'library.db'), 'x'.repeat(1_500_000));
  return { settings: folder, library: join(folder, 'library'), cache: folder, reports: folder };
}

async function examine(context: object, terminal = screen) {
  const { code, envelope } = await callJson(['doctor'], { library: village(), terminal, context });
  const findings = new Map((envelope.data as Finding[]).map((finding) => [finding.name, finding]));
  return { code, problems: envelope.problems, of: (name: string) => findings.get(name) };
}

test('all is well: exit 0', async () => {
  const home = homeWithLibrary();
  const { code, of } = await examine({ home });
  expect(code).toBe(0);
  expect(of('Terminal')).toEqual({
    name: 'Terminal',
    state: 'works',
    found: 'xterm-256color, 80 columns, 24 rows',
    mend: null,
  });
  expect(of('Library')?.found).toBe(`${home.library}, 1.5 MB`);
  expect(of('Tables')).toMatchObject({ state: 'works', found: 'version 9, sound' });
  expect(of('Sources')).toMatchObject({ state: 'works', found: 'no feeds, 1 folder, none failing' });
  expect(of('Source "Also See"')).toMatchObject({
    state: 'note',
    found: '/content is not there; its 4 articles are kept',
  });
  expect(of('Last backup')).toMatchObject({ state: 'note' });
});

test.each([
  {
    name: 'Terminal',
    context: { env: { TERM: 'dumb' } },
    mend: 'Set TERM to what the terminal is, such as xterm-256color.',
  },
  { name: 'Settings', context: { settings: checkSettings({ width: 7 }, cleanLine('/s.json')) }, mend: 'Mend /s.json.' },
  {
    name: 'Library',
    context: { library: async () => Promise.reject(new Error('It is damaged.')) },
    mend: 'nothing there was erased',
  },
])('$name is broken: told with what to do, exit 1', async ({ name, context, mend }) => {
  const { code, problems, of } = await examine({ home: homeWithLibrary(), ...context });
  expect(code).toBe(1);
  expect(of(name)?.state).toBe('broken');
  expect(problems).toEqual(
    expect.arrayContaining([expect.objectContaining({ where: name, detail: expect.stringContaining(mend) })]),
  );
});

test('a feed that fails is noted with the reason; a damaged library is broken: exit 1', async () => {
  const library = fakeLibrary([], [{ ...shipped, kind: 'feed', name: say`Tides`, location: 'https://sea.example/' }]);
  const failing: Partial<Health> = { source: shipped.id, failures: 3, why: say`The server answers 500.`, gone: false };
  library.health = () => [failing as Health];
  library.examine = () => ({ version: 9, sound: false });
  const { code, of } = await examine({ home: homeWithLibrary(), library: async () => library });
  expect(code).toBe(1);
  expect(of('Tables')).toMatchObject({ state: 'broken', found: 'version 9, damaged' });
  expect(of('Sources')).toMatchObject({ found: '1 feed, no folders, 1 failing' });
  expect(of('Source "Tides"')).toMatchObject({ state: 'note', found: 'The server answers 500. 3 times in a row.' });
});

test('a folder that cannot be written is told before the library is opened', async () => {
  const home = { ...homeWithLibrary(), library: '/dev/null/library' };
  const { code, of } = await examine({ home });
  expect(code).toBe(1);
  expect(of('Library')).toMatchObject({ state: 'broken', found: '/dev/null/library cannot be written' });
});

test('as text, each finding is a line with a sign', async () => {
  const { out } = await call(['doctor'], { library: village(), context: { home: homeWithLibrary() } });
  expect(out).toContain(`✓ Node  ${process.versions.node}\n`);
  expect(out).toContain(
    '· Terminal  none here: input or output is no terminal\n    The reader needs one; every other verb works without.\n',
  );
});

test('keys are told screen by screen', async () => {
  const commands = async () => [
    {
      screen: say`Headlines`,
      id: 'list.open',
      keys: ['enter', 'l'],
      title: say`Open`,
      hint: say`Read it.`,
      group: 'Move',
    },
    {
      screen: say`Headlines`,
      id: 'list.mark',
      keys: ['m'],
      title: say`Mark read`,
      hint: say`Or unread.`,
      group: 'State',
    },
    { screen: say`Everywhere`, id: 'program.quit', keys: ['Q'], title: say`Quit`, hint: say`Leave.`, group: 'Program' },
  ];
  expect((await call(['keys'], { context: { commands } })).out).toBe(`Headlines
  enter l  Open       list.open
  m        Mark read  list.mark

Everywhere
  Q  Quit  program.quit
`);
  expect((await callJson(['keys'], { context: { commands } })).envelope.data).toEqual(await commands());
});

test('--repair makes indexes and counts anew, and tells of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const { library } = openLibrary(join(folder, 'library'), 0);
  onTestFinished(() => {
    library.close();
    rmSync(folder, { recursive: true });
  });
  const source = library.keepSource({
    kind: 'page',
    name: say`A`,
    location: cleanLine('https://a.example/'),
    kept: true,
  });
  library.file(source.id, [], 0);
  const home = { settings: folder, library: join(folder, 'library'), cache: folder, reports: folder };
  const { code, envelope } = await callJson(['doctor', '--repair'], { library, desk: {}, context: { home } });
  expect(code).toBe(0);
  const told = (envelope.data as Finding[]).map(({ name, found }) => `${name}: ${found}`);
  expect(told).toContain('Repair: nothing was damaged');
  expect(told).toContain('Index of words: made anew from 0 articles');
  expect(told).toContain('Counts: right');
  expect(told.join('\n')).toMatch(/Room: [\d.]+ MB before, [\d.]+ MB now/);
  expect(readdirSync(join(folder, 'library', 'backups'))).toHaveLength(1);
});
