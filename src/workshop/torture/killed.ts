import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLibrary } from '../../library/index.ts';
import { makeFirstVersion } from '../../../test/library/first-version.ts';
import { seeded, start, type Ended } from './child.ts';
import { wrongWith } from './kept.ts';
import type { Report } from './report.ts';
import { fill, shelved } from './shelf.ts';

/** What programs are killed at, and the most deeds before they are. */
const work: readonly (readonly [kind: string, most: number])[] = [
  ['mark', 40],
  ['bulk', 12],
  ['file', 6],
  ['keep', 20],
  ['note', 40],
  ['set', 4],
  ['pack', 3],
  ['copy', 4],
  ['older', 1],
];

/** Kills of one library, before another one is begun: a large one would only take longer. */
const perLibrary = 45;
const articles = 300;

/**
 * Kills programs at random points, one or two at a time at the same library, and holds after each that nothing is lost that was
 * acknowledged, nothing is there by half, and every page is sound.
 */
export async function killed(times: number, report: Report): Promise<void> {
  const random = seeded(11);
  let kills = 0;
  let acknowledged = 0;
  while (kills < times) {
    const folder = mkdtempSync(join(tmpdir(), 'torture-'));
    fill(folder, articles, articles / 2);
    const victims: Dead[] = [];
    for (let round = 0; kills < times && round < perLibrary; round += 1) {
      const now = await Promise.all(victimsOf(folder, kills, random).map(torture));
      kills += now.length;
      for (const victim of now) acknowledged += victim.ended.acknowledged.length;
      report.wrong(...wrongAfter(folder, now));
      victims.push(...now);
      report.at(`killed ${kills} of ${times}`);
    }
    report.wrong(...wrongAtLast(folder, victims));
    rmSync(folder, { recursive: true, force: true });
  }
  report.figure('kill -9', `${kills} programs killed, ${acknowledged} changes acknowledged`);
}

interface Victim {
  readonly folder: string;
  readonly kind: string;
  readonly name: string;
  /** Deeds after which it is killed; -1 to be killed while it opens the library. */
  readonly moment: number;
  /** Milliseconds from that to the kill. */
  readonly delay: number;
}

interface Dead extends Victim {
  readonly ended: Ended;
}

function victimsOf(folder: string, kills: number, random: () => number): readonly Victim[] {
  const two = random() < 0.5;
  return ['a', 'b'].slice(0, two ? 2 : 1).map((letter, index) => {
    // Settings are one file: two that count it up at once cannot both be held to their number.
    const [kind, most] = work[Math.floor(random() * (work.length - index)) % work.length]!;
    const first = kind === 'set' && index === 1 ? 'mark' : kind;
    const opening = random() < 0.15 || kind === 'older';
    const moment = opening ? -1 : Math.floor(random() * most);
    return { folder, kind: first, name: `${letter}${kills}`, moment, delay: random() * (opening ? 250 : 8) };
  });
}

async function torture(victim: Victim): Promise<Dead> {
  const own = victim.kind === 'older' ? older(victim.folder, victim.name) : victim.folder;
  const ended = await start({ ...victim, folder: own, times: 100_000 }, (child, done) => {
    if (done >= victim.moment) killSoon(child, victim.delay);
  });
  return { ...victim, folder: own, ended };
}

const doomed = new WeakSet<ChildProcess>();

function killSoon(child: ChildProcess, delay: number): void {
  if (doomed.has(child)) return;
  doomed.add(child);
  setTimeout(() => child.kill('SIGKILL'), delay);
}

/** A library of an older version, which is brought up to date when it is opened. */
function older(folder: string, name: string): string {
  const own = mkdtempSync(join(folder, `${name}-`));
  makeFirstVersion(own, 3000);
  return own;
}

function wrongAfter(folder: string, victims: readonly Dead[]): readonly string[] {
  const found = victims.flatMap((dead) => [
    ...(dead.ended.complained === '' ? [] : [`${dead.kind} said: ${dead.ended.complained}`]),
    ...wrongInside(dead.folder, dead.kind === 'older' ? 3000 : articles / 2),
    ...wrongWith(dead.folder, dead.kind, dead.name, dead.ended.acknowledged),
  ]);
  return victims.some((dead) => dead.kind !== 'older') ? [...found, ...wrongInside(folder, articles / 2)] : found;
}

/** The next start opens the library without a word, and finds at least the marks that were there at first. */
function wrongInside(folder: string, marks: number): readonly string[] {
  const { library, problems } = openLibrary(folder, Date.now());
  const { sound } = library.examine();
  const { bookmarked } = shelved(library);
  library.close();
  return [
    ...problems.map(({ detail }): string => `the next start said: ${detail}`),
    ...(sound ? [] : ['a page is damaged']),
    ...(bookmarked >= marks ? [] : [`${bookmarked} of ${marks} marks are left`]),
  ];
}

function wrongAtLast(folder: string, victims: readonly Dead[]): readonly string[] {
  const shared = victims.filter((dead) => dead.kind !== 'older' && dead.kind !== 'set');
  const lost = shared.flatMap(({ kind, name, ended }) => wrongWith(folder, kind, name, ended.acknowledged));
  const db = new DatabaseSync(join(folder, 'library.db'));
  const whole = db.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
  db.close();
  const left = readdirSync(folder).filter((name) => /damaged|\.tmp-|\.new$|restoring/.test(name));
  return [
    ...lost,
    ...(whole === 'ok' ? [] : [`integrity_check: ${String(whole)}`]),
    ...left.filter((name) => !name.startsWith('settings')).map((name) => `${name} was left behind`),
  ];
}
