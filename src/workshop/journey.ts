import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Home } from '../../test/rig/home.ts';
import { argsOf, travel, type Journey } from '../../test/rig/journey.ts';
import { journeys } from '../../test/rig/journeys.ts';
import { Terminal } from '../../test/rig/terminal.ts';
import { build } from './build.ts';
import { root } from './root.ts';

const pictures = join(root, 'content/pictures');

/** Milliseconds between keys when a person watches. */
const strolling = 900;

/** Makes a journey of `test/journeys`: to its end, slowly before your eyes, for its pictures, or only up to where you take over. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { slow: { type: 'boolean' }, sandbox: { type: 'boolean' }, record: { type: 'boolean' } },
  });
  const all = await journeys();
  const words = positionals.join(' ').toLowerCase();
  const chosen = all.filter(({ name }) => words !== '' && name.toLowerCase().includes(words));
  if (chosen.length === 0) return list(all);
  await build();
  for (const journey of chosen) {
    if (values.sandbox) await sandbox(journey);
    else if (values.slow) await stroll(journey);
    else await run(journey, values.record ?? false);
  }
}

function list(all: readonly Journey[]): void {
  console.log('npm run journey NAME [-- --slow | --sandbox | --record]\n');
  for (const { name } of all) console.log(`  ${name}`);
}

async function run(journey: Journey, record: boolean): Promise<void> {
  await travel(journey, record ? { picture: keep } : {});
  console.log(`✓ ${journey.name}`);
}

function keep(name: string, svg: string): void {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.svg`), svg);
  console.log(`content/pictures/${name}.svg`);
}

async function stroll(journey: Journey): Promise<void> {
  try {
    await travel(journey, { pace: strolling, onBytes: show });
  } finally {
    leaveScreen();
  }
}

/** Sets the scene of a journey and hands over the keyboard. */
async function sandbox({ options }: Journey): Promise<void> {
  using home = new Home();
  await options.setUp?.(home);
  const { stdin, stdout } = process;
  const size = { columns: stdout.columns, rows: stdout.rows };
  await using terminal = new Terminal({
    ...options,
    ...size,
    args: argsOf(options, home),
    home,
    onBytes: show,
    patience: Infinity,
  });
  stdin.setRawMode(true);
  stdin.on('data', (bytes) => terminal.sendBytes(bytes.toString()));
  stdout.on('resize', () => terminal.resize(stdout.columns, stdout.rows));
  await terminal.ended();
  stdin.setRawMode(false).pause();
  leaveScreen();
}

const show = (bytes: Uint8Array): void => void process.stdout.write(bytes);

/** Puts back what the program changed, in case it was stopped in the middle. */
const leaveScreen = (): void =>
  void process.stdout.write('\x1b[?1000l\x1b[?1002l\x1b[?1006l\x1b[?2004l\x1b[?1004l\x1b[?25h\x1b[?1049l\x1b[0m\n');

await main();
