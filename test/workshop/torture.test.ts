import { expect, test } from 'vitest';
import { damaged } from '../../src/workshop/torture/damaged.ts';
import { failingWrites } from '../../src/workshop/torture/failing-writes.ts';
import { killed } from '../../src/workshop/torture/killed.ts';
import { powerCut } from '../../src/workshop/torture/power-cut.ts';
import { reportTo, type Report } from '../../src/workshop/torture/report.ts';
import { sideBySide } from '../../src/workshop/torture/side-by-side.ts';

/** The short form of `npm run torture`: a handful of each. */
test.each<[string, (report: Report) => Promise<void>]>([
  ['killed at random points', (report) => killed(8, report)],
  ['changed by two programs at once', (report) => sideBySide(60, report)],
  ['on a disk on which a write fails', (report) => failingWrites(4, report)],
  ['cut off from its power', (report) => powerCut(24, report, { rounds: 9 })],
  ['damaged', (report) => damaged(20, report)],
])('a library that is %s loses nothing without a word', { timeout: 120_000 }, async (_, torture) => {
  const report = reportTo(() => undefined);
  await torture(report);
  expect(report.faults).toEqual([]);
});

test('a mark that does not wait for the disk is found to be lost when the power is cut', async () => {
  const report = reportTo(() => undefined);
  await powerCut(30, report, { rounds: 5, marking: 'careless' });
  expect(report.faults).toContainEqual(expect.stringMatching(/mark m\d was done and is not there/));
});
