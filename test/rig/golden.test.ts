import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { golden } from './golden.ts';
import { Home } from './home.ts';

const home = new Home();
afterEach(() => vi.unstubAllEnvs());
const file = (name: string): URL => pathToFileURL(join(home.folder, name));

test('a drawing like its golden passes, whatever blanks end its rows', () => {
  home.write('same.txt', 'one\ntwo\n');
  expect(() => golden(file('same.txt'), 'one   \ntwo\n\n\n')).not.toThrow();
});

test('a drawing unlike its golden fails, with both side by side', () => {
  home.write('other.txt', 'one\ntwo\n');
  expect(() => golden(file('other.txt'), 'one\n2 two')).toThrow('one    │ one\ntwo    ≠ 2 two');
});

test('a golden that is missing is not made unasked', () => {
  expect(() => golden(file('none.txt'), 'one')).toThrow('≠ one');
});

test('only an explicit word accepts a drawing', () => {
  vi.stubEnv('UPDATE_GOLDENS', '1');
  golden(file('new/accepted.txt'), 'one  ');
  expect(readFileSync(file('new/accepted.txt'), 'utf8')).toBe('one\n');
});
