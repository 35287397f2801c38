import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchFolder } from '../../src/catalog/index.ts';
import { folderOf } from './folders.ts';

function watched(root: string) {
  const changed = vi.fn();
  onTestFinished(watchFolder(root, changed));
  return changed;
}

/** Writes until the watch, which begins when the system lets it, has noticed. */
async function writeUntilNoticed(path: string, changed: ReturnType<typeof vi.fn>) {
  changed.mockClear();
  await vi.waitFor(() => {
    writeFileSync(path, String(Math.random()));
    expect(changed).toHaveBeenCalled();
  }, 10_000);
}

test('a change is told, in folders that were there and in new ones', async () => {
  const root = folderOf({ 'sub/a.md': 'a' });
  const changed = watched(root);
  await writeUntilNoticed(join(root, 'sub/a.md'), changed);
  mkdirSync(join(root, 'new'));
  await writeUntilNoticed(join(root, 'new/b.md'), changed);
});

test('a folder that is taken away, or never was, breaks nothing', async () => {
  const root = folderOf({ 'a.md': 'a' });
  const changed = watched(root);
  await writeUntilNoticed(join(root, 'a.md'), changed);
  changed.mockClear();
  rmSync(root, { recursive: true });
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), 10_000);
  expect(() => watchFolder('/nowhere', () => undefined)()).not.toThrow();
});
