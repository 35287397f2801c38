import { expect, test } from 'vitest';
import { placeTyped } from '../../src/app/place.ts';

const home = import.meta.dirname;

test.each<readonly [string, object]>([
  ['https://gazette.example/feed', { type: 'address', address: 'https://gazette.example/feed' }],
  [' gazette.example ', { type: 'address', address: 'gazette.example' }],
  ['gazette.example/news?x=1', { type: 'address', address: 'gazette.example/news?x=1' }],
  ['feed:https://gazette.example/feed', { type: 'address', address: 'feed:https://gazette.example/feed' }],
  ['localhost:8000', { type: 'address', address: 'localhost:8000' }],
  ['192.168.0.7/rss', { type: 'address', address: '192.168.0.7/rss' }],
  ['港町.example', { type: 'address', address: '港町.example' }],
  ['~', { type: 'folder', path: home }],
  ['~/place.test.ts', { type: 'file', path: import.meta.filename }],
  [home, { type: 'folder', path: home }],
  ['package.json', { type: 'file', path: `${process.cwd()}/package.json` }],
])('%s', (typed, place) => {
  expect(placeTyped(typed, home)).toEqual(place);
});

test.each(['notes', '/nowhere/at/all', './gone.md', '~/gone', 'two words', 'javascript:alert(1)', ''])(
  'nothing is at “%s”',
  (typed) => {
    expect(placeTyped(typed, home).type).toBe('nothing');
  },
);
