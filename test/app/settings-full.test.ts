import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { changeSetting } from '../../src/app/index.ts';

/** What the full disk leaves of the file that is written, or null when the writing itself fails. */
let left: string | null = null;

vi.mock('conf', () => ({
  default: class {
    readonly #path: string;
    constructor({ cwd }: { cwd: string }) {
      this.#path = join(cwd, 'settings.json');
    }
    set() {
      if (left === null) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      writeFileSync(this.#path, left);
    }
  },
}));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});

test.each([
  { left: '', says: 'did not read back as written' },
  { left: '{"wid', says: 'did not read back as written' },
  { left: '{"width":60}', says: 'did not read back as written' },
  { left: null, says: 'ENOSPC' },
])('a write of which $left is left changes nothing, and says so', async (row) => {
  const before = '{"width":60,"mine":true}';
  writeFileSync(join(folder, 'settings.json'), before);
  left = row.left;
  const problem = await changeSetting(folder, 'theme', 'dark');
  expect(problem?.detail).toContain(row.says);
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(before);
});

test('where nothing was before, nothing is left', async () => {
  left = '{"th';
  expect(await changeSetting(folder, 'theme', 'dark')).not.toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});
