import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHouse } from '../src/workshop/house.ts';
import { breachesOf, describe as inWords } from '../src/workshop/laws/all.ts';
import { sizeBreaches } from '../src/workshop/laws/sizes.ts';
import { readSource } from '../src/workshop/source.ts';

test('the house is as its laws say', () => {
  expect(breachesOf(readHouse(join(import.meta.dirname, '../src'))).map(inWords)).toEqual([]);
});

test('tests are as small as what they test', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const sources = files.map((path) => readSource(path, readFileSync(join(import.meta.dirname, path), 'utf8')));
  const tooLong = sizeBreaches({ sources }).filter(({ what }) => what.startsWith('The file'));
  expect(tooLong.map(({ path, what }) => `test/${path}: ${what}`)).toEqual([]);
});
