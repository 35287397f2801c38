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
      { name: 'day', path: join(root, 'day.json'), value: {} },
      { name: 'night', path: join(root, 'night.json'), value: { name: 'Night' } },
    ],
    problems: [],
  });
});

test('a theme that is no JSON is said, and the others are read', () => {
  const root = folderOf({ 'bad.json': '{', 'good.json': '{}' });
  const { value, problems } = readThemes(root);
  expect(value.map(({ name }) => name)).toEqual(['good']);
  expect(problems).toMatchObject([
    { kind: 'theme', where: join(root, 'bad.json'), detail: expect.stringMatching(/^is not JSON: /) },
  ]);
});

test('no folder, no themes, no problem', () => {
  expect(readThemes('/nowhere/themes')).toEqual({ value: [], problems: [] });
});
