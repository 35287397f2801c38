import type { Health, Problem, Reading, Round, Source, SourceId } from '../news/index.ts';
import { say } from '../text/index.ts';
import { askFeed, type Asked } from './ask-feed.ts';
import { atOnce, type Wait } from './at-once.ts';
import { isDue } from './due.ts';
import type { Answer } from './health.ts';
import type { Newsroom } from './newsroom.ts';
import { note } from './noting.ts';
import { wholeTexts } from './whole-texts.ts';

/** Feeds under way together, and milliseconds after which one that is silent holds up no others. The web has its own bounds. */
const feedsAtOnce = { most: 32, patience: 750 };

/** A round while it lasts. */
interface Course {
  readonly room: Newsroom;
  readonly health: ReadonlyMap<SourceId, Health>;
  readonly told: Problem[];
  /** Feeds that could not be looked for at all. Nothing is held against them if all of them could not. */
  readonly offline: { readonly source: Source; readonly answer: Answer }[];
  readonly report: (more: Partial<Round>) => void;
  readonly signal: AbortSignal;
}

/**
 * Asks feeds for news and files what they bring, batch by batch. Of what is wanted all are asked but those that are paused or gone;
 * one that is named alone even then. Else those that are due. What left a feed's window stays in the library. When the
 * signal ends it, what was filed stays.
 */
export async function refresh(
  room: Newsroom,
  sources: readonly Source[],
  wanted: boolean,
  progress: (round: Round) => void,
  signal: AbortSignal,
): Promise<Reading<Round>> {
  const health = new Map(room.library.health().map((one) => [one.source, one]));
  const due = sources.filter(
    (source) => source.kind === 'feed' && isAsked(source, sources, wanted, health, room.clock()),
  );
  let round: Round = { asked: due.length, done: 0, added: 0, changed: 0, unchanged: 0, failed: 0 };
  const ending = new AbortController();
  const course: Course = {
    room,
    health,
    told: [],
    offline: [],
    report(more) {
      round = added(round, more);
      progress(round);
    },
    signal: AbortSignal.any([signal, ending.signal]),
  };
  try {
    await atOnce(due, feedsAtOnce, (source, wait) => askOne(course, source, wait), course.signal);
  } finally {
    ending.abort();
  }
  tellOffline(course, round);
  return { value: round, problems: course.told };
}

function isAsked(
  source: Source,
  all: readonly Source[],
  wanted: boolean,
  health: ReadonlyMap<SourceId, Health>,
  now: number,
): boolean {
  const known = health.get(source.id) ?? null;
  if (!wanted) return !source.paused && isDue(known, now);
  return all.length === 1 || !(source.paused || known?.gone);
}

function added(round: Round, more: Partial<Round>): Round {
  const sum = (name: keyof Round): number => round[name] + (more[name] ?? 0);
  return {
    asked: round.asked,
    done: sum('done'),
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    failed: sum('failed'),
  };
}

async function askOne(course: Course, source: Source, wait: Wait): Promise<void> {
  const { room, health, signal } = course;
  const before = health.get(source.id) ?? null;
  const asked = await askFeed(room, source, before, wait, signal);
  if (asked === null) return;
  const news = await settle(course, source, before, asked);
  if (source.whole && news.failed !== 1) await wait(wholeTexts(room, source, signal));
  course.report({ ...news, done: 1 });
}

/** Notes how it went, and returns what it adds to the round. What was filed is noted already. */
async function settle(
  { room, told, offline }: Course,
  source: Source,
  before: Health | null,
  asked: NonNullable<Asked>,
): Promise<Partial<Round>> {
  if (asked.type === 'filed') {
    const { added, changed, problems } = asked.feed;
    told.push(...problems);
    return { added: added.length, changed };
  }
  const { answer } = asked;
  if (asked.type === 'offline') offline.push({ source, answer });
  else told.push(...(await room.tray(() => note(room, { source, before, answer, reading: [] }))));
  return { unchanged: Number(answer.type === 'unchanged'), failed: Number(!isWell(answer)) };
}

function isWell({ type }: Answer): boolean {
  return type === 'read' || type === 'unchanged';
}

/** When no feed could be looked for, it is this machine that is offline, and one sentence says so; else it is the feeds. */
function tellOffline({ room, health, told, offline }: Course, { done, failed }: Round): void {
  const [first] = offline;
  if (!first) return;
  if (done > failed || told.length > 0) {
    for (const { source, answer } of offline) {
      told.push(...note(room, { source, before: health.get(source.id) ?? null, answer, reading: [] }));
    }
  } else {
    const why = say`No source could be looked for: this machine seems to be offline. Refresh once it is connected.`;
    told.push({ kind: 'network', where: say`the network`, detail: why });
  }
}
