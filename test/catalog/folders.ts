import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes a folder of files for one test, each a second older than the one before it, and takes it away afterwards. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'alsosee-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let age = 0;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    const written = 1_700_000_000 - age++;
    utimesSync(join(root, path), written, written);
  }
  return root;
}
