import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.ts';
import { keyTables, withTables, type CommandRow } from './key-tables.ts';
import { root } from './root.ts';

/** The documents that tell of the keys, between `<!-- keys -->` and `<!-- /keys -->`. */
const documents = ['README.md', 'content/guide/keys.md'];

/** Writes the keys into the documents; with `--check` only tells which of them are not current, and ends with 1. */
async function main(): Promise<void> {
  await build();
  const tables = keyTables(commands());
  const stale = documents.filter((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return withTables(text, tables, path) !== text;
  });
  if (process.argv.includes('--check')) {
    for (const path of stale) console.error(`${path} does not tell of the keys as they are. Run: npm run docs`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const path of stale) write(path, tables);
  }
}

function write(path: string, tables: string): void {
  const whole = join(root, path);
  writeFileSync(whole, withTables(readFileSync(whole, 'utf8'), tables, path));
  console.log(`${path} is current now.`);
}

/** Asks the program itself, in a home where nobody has bound other keys. */
function commands(): CommandRow[] {
  const home = mkdtempSync(join(tmpdir(), 'alsosee-'));
  try {
    const env = { ...process.env, ALSOSEE_HOME: home };
    const told = execFileSync(process.execPath, [join(root, 'dist/start.js'), 'keys', '--json'], {
      env,
      encoding: 'utf8',
    });
    return (JSON.parse(told) as { data: CommandRow[] }).data;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

await main();
