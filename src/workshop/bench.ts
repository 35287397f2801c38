import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Ground } from './bench/ground.ts';
import { lasting } from './bench/lasting.ts';
import { moving } from './bench/moving.ts';
import { opening } from './bench/opening.ts';
import { refreshing } from './bench/refreshing.ts';
import { relating } from './bench/relating.ts';
import { starting } from './bench/starting.ts';
import { build } from './build.ts';

const usage = `npm run bench -- [--million] [--small] [--only NUMBER,NUMBER]
Measures the reader, against Node alone and against newsboat where that is installed, in one run, and prints each figure with its goal.
Libraries of 100, 10,000 and 100,000 articles are made once and kept in the folder for temporary files; --million makes the
largest, --small stops at 10,000. The machine has other work: ratios count, times do not.`;

const rows = [...starting, ...moving, ...opening, ...refreshing, ...lasting, ...relating];

/** Measures the rows that are asked for, one after another. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      million: { type: 'boolean' },
      small: { type: 'boolean' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(usage);
  await build();
  using ground = new Ground(sizesOf(values));
  const wanted = values.only?.split(',').map(Number);
  for (const [index, row] of rows.entries()) {
    if (wanted && !wanted.includes(index + 1)) continue;
    const load = readFileSync('/proc/loadavg', 'latin1').split(' ')[0] ?? '';
    const measured = await row.measure(ground).catch((error: Error) => `failed: ${error.message.split('\n')[0]}`);
    console.log(`${row.what}\n     ${measured}\n     goal ${row.goal}; load ${load}`);
  }
}

function sizesOf({ million, small }: { readonly million?: boolean; readonly small?: boolean }): readonly number[] {
  return [100, 10_000, ...(small ? [] : [100_000]), ...(million ? [1_000_000] : [])];
}

await main();
