import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeSetting, readSettings, settingRows } from '../../src/app/index.ts';

const defaults = Object.fromEntries(settingRows.map((row) => [row.name, row.fallback]));

function folderWith(text: string | Buffer | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  if (text !== null) writeFileSync(join(folder, 'settings.json'), text);
  return folder;
}

function readIn(folder: string) {
  const { value, problems } = readSettings(folder);
  return { value, says: problems.map(({ detail }) => detail.replaceAll(folder, '')) };
}

test('without a file there are the defaults, and no folder is made', () => {
  const folder = join(folderWith(null), 'not', 'yet');
  expect(readIn(folder)).toEqual({ value: defaults, says: [] });
  expect(existsSync(folder)).toBe(false);
});

test.each([
  { text: '{"theme":"dark"}', sets: { theme: 'dark' } },
  { text: '\ufeff{"theme":"dark","width":60}', sets: { theme: 'dark', width: 60 } },
  { text: '', sets: {} },
  {
    text: '{"keys":{"article.bookmark":"b","article.next":["n","ctrl+n"]}}',
    sets: { keys: { 'article.bookmark': ['b'], 'article.next': ['n', 'ctrl+n'] } },
  },
])('$text is taken as it is', ({ text, sets }) => {
  expect(readIn(folderWith(text))).toEqual({ value: { ...defaults, ...sets }, says: [] });
});

test.each([
  {
    text: '{"theme":5,"mouse":false}',
    sets: { mouse: false },
    says: '"theme" is 5, but must be auto, or the name of a theme: dark, light, contrast, plain or one of your own. The default is used: "auto".',
  },
  {
    text: '{"width":39}',
    sets: {},
    says: '"width" is 39, but must be a whole number from 40 to 120. The default is used: 72.',
  },
  { text: '{"width":1e999}', sets: {}, says: '"width" is null, but' },
  { text: '{"width":"80"}', sets: {}, says: '"width" is "80", but' },
  { text: '{"keys":"x"}', sets: {}, says: '"keys" is "x", but must be an object' },
  {
    text: '{"keys":{"a.b":5,"c.d":"x"}}',
    sets: { keys: { 'c.d': ['x'] } },
    says: '"keys.a.b" is 5, but must be an object of command id to a chord or a list of chords, such as { "article.bookmark": ["s", "ctrl+b"] }. It is left out.',
  },
  { text: '{"keys":{"\\u001b[41;17H":"x"}}', sets: {}, says: '"keys.[41;17H" is "x", but' },
  { text: '{"theme":"\\u001b]0;PWN\\u0007"}', sets: {}, says: '"theme" is "\\u001b]0;PWN\\u0007", but' },
  {
    text: '{"__proto__":{"mouse":false},"theme":"light"}',
    sets: { theme: 'light' },
    says: '"__proto__" is not a setting of this version; it is left as it is.',
  },
  { text: '{"futureOption":1,"theme":"light"}', sets: { theme: 'light' }, says: '"futureOption" is not a setting' },
])('$text: what is right is kept, the rest is told', ({ text, sets, says }) => {
  const folder = folderWith(text);
  const read = readIn(folder);
  expect(read.value).toEqual({ ...defaults, ...sets });
  expect(read.says).toHaveLength(1);
  expect(read.says[0]).toContain(says);
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
});

test.each([
  { name: 'HTML', bytes: Buffer.from('<html>disk quota</html>'), says: 'The file is no JSON' },
  { name: 'an array', bytes: Buffer.from('[1,2]'), says: 'The file is JSON, but no object of settings' },
  { name: 'a string', bytes: Buffer.from('"x"'), says: 'no object of settings' },
  { name: 'NULs', bytes: Buffer.alloc(512), says: 'no JSON' },
  { name: 'UTF-16', bytes: Buffer.from('{"theme":"dark"}', 'utf16le'), says: 'no JSON' },
  { name: 'deep', bytes: Buffer.from('['.repeat(100_000)), says: 'no JSON' },
  { name: 'large', bytes: Buffer.from(`{"a":"${'x'.repeat(1_000_001)}"}`), says: 'larger than 1000000 bytes' },
])('$name is set aside whole, told once, and the defaults are used', ({ bytes, says }) => {
  const folder = folderWith(bytes);
  const read = readIn(folder);
  expect(read.value).toEqual(defaults);
  expect(read.says).toEqual([expect.stringContaining(says)]);
  expect(read.says[0]).toContain('It is kept as settings.json.bad-1, and the defaults are used.');
  expect(readFileSync(join(folder, 'settings.json.bad-1'))).toEqual(bytes);
  expect(readIn(folder).says).toEqual([]);
});

test('broken twice: both are kept', () => {
  const folder = folderWith('one');
  readSettings(folder);
  writeFileSync(join(folder, 'settings.json'), 'two');
  readSettings(folder);
  expect(['1', '2'].map((number) => readFileSync(join(folder, `settings.json.bad-${number}`), 'utf8'))).toEqual([
    'one',
    'two',
  ]);
});

test('a change is on disk for its owner alone, with everything else kept, and can be made again', async () => {
  const folder = join(folderWith(null), 'new');
  expect(await changeSetting(folder, 'theme', 'dark')).toBeNull();
  writeFileSync(join(folder, 'settings.json'), '{"theme":"dark","mine":{"a.b":1}}');
  expect(await changeSetting(folder, 'width', 60)).toBeNull();
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toEqual({
    theme: 'dark',
    mine: { 'a.b': 1 },
    width: 60,
  });
  const modes = ['', 'settings.json', 'settings.json.last-good'].map(
    (name) => statSync(join(folder, name)).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o600, 0o600]);
  expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.json.last-good']);
});

test('after a change, a file broken by hand gives the settings of before', async () => {
  const folder = folderWith(null);
  await changeSetting(folder, 'theme', 'dark');
  writeFileSync(join(folder, 'settings.json'), '{"theme":"dark",');
  const read = readIn(folder);
  expect(read.value.theme).toBe('dark');
  expect(read.says[0]).toContain('It is kept as settings.json.bad-1, and the last good copy is used.');
  expect(readIn(folder)).toEqual({ value: { ...defaults, theme: 'dark' }, says: [] });
});

test('a wrong value changes nothing', async () => {
  const folder = folderWith('{"width":60}');
  const problem = await changeSetting(folder, 'width', 7);
  expect(problem?.detail).toBe('The setting was not changed. "width" is 7, but must be a whole number from 40 to 120.');
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe('{"width":60}');
});

test('what a killed program left is swept, what a person left is not', async () => {
  const folder = folderWith('{}');
  for (const name of [
    'settings.json.tmp-1764000000abcdef',
    'settings.json.last-good.new',
    'settings.json.bad-1',
    'notes',
  ]) {
    writeFileSync(join(folder, name), 'x');
  }
  await changeSetting(folder, 'mouse', false);
  expect(readdirSync(folder).sort()).toEqual([
    'notes',
    'settings.json',
    'settings.json.bad-1',
    'settings.json.last-good',
  ]);
});

test('changes made at the same time are all kept', async () => {
  const folder = folderWith(null);
  const script = `import { changeSetting } from ${JSON.stringify(join(import.meta.dirname, '../../src/app/settings-change.ts'))};
    const [folder, key, value] = process.argv.slice(1);
    const problem = await changeSetting(folder, key, JSON.parse(value));
    if (problem) throw new Error(problem.detail);`;
  const { spawn } = await import('node:child_process');
  const asked = [
    ['theme', '"dark"'],
    ['width', '50'],
    ['mouse', 'false'],
    ['signs', '"ascii"'],
  ];
  await Promise.all(
    asked.map(([key, value]) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder, key!, value!], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return new Promise((done) => child.on('close', done));
    }),
  );
  expect(readIn(folder).value).toMatchObject({ theme: 'dark', width: 50, mouse: false, signs: 'ascii' });
});

test('what is no regular file is left alone: no wait, no loss', async () => {
  const pipe = folderWith(null);
  execFileSync('mkfifo', [join(pipe, 'settings.json')]);
  const directory = folderWith(null);
  mkdirSync(join(directory, 'settings.json'));
  const loop = folderWith(null);
  symlinkSync('settings.json', join(loop, 'settings.json'));
  for (const folder of [pipe, directory, loop]) {
    expect(readIn(folder).value).toEqual(defaults);
    expect(readIn(folder).says).toEqual([expect.stringContaining('The file cannot be read')]);
    expect((await changeSetting(folder, 'mouse', false))?.detail).toContain('The setting was not changed.');
    expect(readdirSync(folder)).toEqual(['settings.json']);
  }
});

test('where no folder can be made, a change says so, and reading goes on', async () => {
  const folder = join(folderWith('a file'), 'settings.json', 'inside');
  expect(readIn(folder).value).toEqual(defaults);
  expect((await changeSetting(folder, 'width', 70))?.detail).toContain('ENOTDIR');
});

test('a start takes away what a killed program left of its settings, and nothing else', () => {
  const folder = folderWith('{"theme":"dark"}');
  const left = ['settings.json.tmp-3f', 'settings.json.tmp-0-ab', 'settings.json.last-good.new', 'settings.json.new'];
  const kept = ['settings.json', 'settings.json.bad-1', 'settings.json.last-good', 'mine.tmp-1'];
  for (const name of [...left, ...kept.slice(1)]) writeFileSync(join(folder, name), '{}');
  expect(readIn(folder).value).toMatchObject({ theme: 'dark' });
  expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
});

test('what another program is just writing stays', () => {
  const folder = folderWith('{"theme":"dark"}');
  for (const name of ['settings.json.lock', 'settings.json.tmp-3f']) writeFileSync(join(folder, name), '');
  readIn(folder);
  expect(readdirSync(folder)).toHaveLength(3);
});

test.each([-60_000, 60_000])('a lock that was left %d ms from now holds up nobody', async (away) => {
  const folder = folderWith('{"theme":"dark"}');
  const lock = join(folder, 'settings.json.lock');
  writeFileSync(lock, '');
  const time = (Date.now() + away) / 1000;
  utimesSync(lock, time, time);
  expect(await changeSetting(folder, 'width', 60)).toBeNull();
  expect(readdirSync(folder)).not.toContain('settings.json.lock');
});
