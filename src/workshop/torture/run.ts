import { parseArgs } from 'node:util';
import { damaged } from './damaged.ts';
import { failingWrites } from './failing-writes.ts';
import { killed } from './killed.ts';
import { powerCut } from './power-cut.ts';
import { reportTo } from './report.ts';
import { sideBySide } from './side-by-side.ts';

/** Tortures the library and the settings, and prints figures. Ends with 1 when anything that was acknowledged is lost. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '1000' },
      changes: { type: 'string', default: '5000' },
      writes: { type: 'string', default: '300' },
      'first-write': { type: 'string', default: '1' },
      cuts: { type: 'string', default: '500' },
      damages: { type: 'string', default: '100' },
    },
  });
  const report = reportTo((line) => void process.stdout.write(`${line}\n`));
  await damaged(Number(values.damages), report);
  await sideBySide(Number(values.changes), report);
  await failingWrites(Number(values.writes), report, Number(values['first-write']));
  await powerCut(Number(values.cuts), report);
  await killed(Number(values.kills), report);
  report.figure('wrong', String(report.faults.length));
  if (report.faults.length > 0) process.exitCode = 1;
}

await main();
