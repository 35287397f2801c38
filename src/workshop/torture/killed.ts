import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLibrary } from '../../library/index.ts';
import { makeFirstVersion } from '../../../test/library/first-version.ts';
import { twoAtOnce } from './at-once.ts';
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
/** Articles of an older library: bringing it up to date takes some tenths of a second. */
const olderArticles = 3000;

/** Libraries that are copied to be tortured. */
interface Templates {
  readonly folder: string;
  readonly shelf: string;
  readonly older: string;
}

interface Tally {
  kills: number;
  acknowledged: number;
  /** Killed before their library was open, at bringing one up to date among others. */
  opening: number;
  older: number;
  /** How long the next start took to open the library, in milliseconds. */
  readonly starts: number[];
}

/**
 * Kills programs at random points, one or two at a time at the same library, and holds after each that nothing is lost that was
 * acknowledged, nothing is there by half, and every page is sound.
 */
export async function killed(times: number, report: Report): Promise<void> {
  const templates = makeTemplates();
  const tally: Tally = { kills: 0, acknowledged: 0, opening: 0, older: 0, starts: [] };
  const parts = Array.from({ length: Math.ceil(times / perLibrary) }, (_, part) => part);
  await twoAtOnce(parts, async (part) => {
    const random = seeded(11 + part);
    const folder = mkdtempSync(join(tmpdir(), 'torture-'));
    cpSync(templates.shelf, folder, { recursive: true });
    const victims: Dead[] = [];
    const most = Math.min(perLibrary, times - part * perLibrary);
    while (victims.length < most) {
      const chosen = victimsOf(folder, victims.length, random).slice(0, most - victims.length);
      const now = await Promise.all(chosen.map((victim) => torture(victim, templates)));
      count(tally, now);
      report.wrong(...wrongAfter(folder, now, tally.starts));
      victims.push(...now);
      report.at(`killed ${tally.kills} of ${times}`);
    }
    report.wrong(...wrongAtLast(folder, victims));
    rmSync(folder, { recursive: true, force: true });
  });
  rmSync(templates.folder, { recursive: true, force: true });
  tell(tally, report);
}

function makeTemplates(): Templates {
  const folder = mkdtempSync(join(tmpdir(), 'torture-'));
  const templates = { folder, shelf: join(folder, 'shelf'), older: join(folder, 'older') };
  fill(templates.shelf, articles, articles / 2);
  mkdirSync(templates.older);
  makeFirstVersion(templates.older, olderArticles);
  return templates;
}

function count(tally: Tally, dead: readonly Dead[]): void {
  for (const { kind, ended } of dead) {
    tally.kills += 1;
    tally.acknowledged += ended.acknowledged.length;
    if (!ended.opened) tally.opening += 1;
    if (!ended.opened && kind === 'older') tally.older += 1;
  }
}

function tell({ kills, acknowledged, opening, older, starts }: Tally, report: Report): void {
  const inOrder = starts.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(inOrder[Math.floor((inOrder.length - 1) * share)] ?? 0);
  report.figure(
    'kill -9',
    `${kills} programs killed, ${opening} of them while they opened the library and ${older} of those while they brought an older one up to date; ${acknowledged} changes acknowledged; the next start opened it in ${at(0.5)} ms (half), ${at(0.99)} ms (99 of 100)`,
  );
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
    const longest = opening ? (kind === 'older' ? 250 : 25) : 8;
    return { folder, kind: first, name: `${letter}${kills}`, moment, delay: random() * longest };
  });
}

async function torture(victim: Victim, { older }: Templates): Promise<Dead> {
  const own = victim.kind === 'older' ? mkdtempSync(join(victim.folder, `${victim.name}-`)) : victim.folder;
  if (victim.kind === 'older') cpSync(older, own, { recursive: true });
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

function wrongAfter(folder: string, victims: readonly Dead[], starts: number[]): readonly string[] {
  const folders = new Set([...victims.map((dead) => dead.folder), folder]);
  const found = [...folders].flatMap((own) =>
    own === folder ? wrongInside(own, articles / 2, starts) : wrongInside(own, olderArticles, []),
  );
  for (const { kind, folder: own } of victims) if (kind === 'older') rmSync(own, { recursive: true, force: true });
  return [
    ...found,
    ...victims.flatMap((dead) => [
      ...(dead.ended.complained === '' ? [] : [`${dead.kind} said: ${dead.ended.complained}`]),
      ...wrongWith(dead.folder, dead.kind, dead.name, dead.ended.acknowledged),
    ]),
  ];
}

/** The next start opens the library without a word, and finds at least the marks that were there at first. */
function wrongInside(folder: string, marks: number, starts: number[]): readonly string[] {
  const begun = performance.now();
  const { library, problems } = openLibrary(folder, Date.now());
  starts.push(performance.now() - begun);
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
