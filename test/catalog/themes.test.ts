import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readThemes } from '../../src/catalog/index.ts';
import { folderOf } from './folders.ts';

test('themes are the JSON files of a folder, in order of their names', () => {
  const root = folderOf({
    'night.json': '{"name":"Night"}',
    'day.json': '\ufeff{}',
    'notes.md': 'no',
    '.hidden.json': '{}',
  });
  expect(readThemes(root)).toEqual({
    value: [
      { where: join(root, 'day.json'), text: '{}' },
      { where: join(root, 'night.json'), text: '{"name":"Night"}' },
    ],
    problems: [],
  });
});

test('a theme that cannot be read is said, and the others are read', () => {
  const root = folderOf({ 'good.json': '{}' });
  mkdirSync(join(root, 'bad.json'));
  const { value, problems } = readThemes(root);
  expect(value).toEqual([{ where: join(root, 'good.json'), text: '{}' }]);
  expect(problems).toMatchObject([{ where: join(root, 'bad.json') }]);
});

test('no folder, no themes, no problem', () => {
  expect(readThemes('/nowhere/themes')).toEqual({ value: [], problems: [] });
});
