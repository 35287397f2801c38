import type { Terminal } from '../rig/terminal.ts';
import { restOf } from '../rig/rest.ts';
import { slowness, type Trial } from './trial.ts';

/** Longest time from a key to its frame, in milliseconds, on a machine of its own. */
const prompt = 200;

/** Then it is not waited for any more, in milliseconds. */
const longest = 20_000;

/** A longer pause between two looks than this is the runner's own, in milliseconds. */
const ownPause = 30;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * Moves in the list, to and fro, as long as something goes on, and holds the reader to its promptness. Two unread articles must
 * be in the list. Ends when an article opens, and at the latest when the case's own time is over.
 */
export async function movesMeanwhile(trial: Trial, terminal: Terminal, goesOn: () => boolean): Promise<void> {
  const deadline = performance.now() + trial.limit;
  let slowest = 0;
  const isOn = (round: number): boolean => round < 2 || (isBusy(terminal, goesOn) && performance.now() < deadline);
  for (let round = 0; isOn(round) && !isArticle(terminal); round += 1) {
    slowest = Math.max(slowest, await keyToFrame(terminal, round % 2 === 0 ? 'j' : 'k'));
  }
  const most = prompt * Math.max(trial.slowness, slowest > prompt * trial.slowness ? await slowness() : 1);
  trial.must(slowest <= most, `the reader: ${Math.round(slowest)} ms from a key to its frame, of ${Math.round(most)}`);
  trial.must(!goesOn(), `the reader: what was asked for goes on for longer than ${Math.round(trial.limit)} ms`);
}

function isBusy(terminal: Terminal, goesOn: () => boolean): boolean {
  return goesOn() || restOf(terminal.program)?.working === true;
}

/** Sends a key, and returns the milliseconds until another article is selected, but for those in which nobody looked. */
async function keyToFrame(terminal: Terminal, key: string): Promise<number> {
  const before = await anySelected(terminal);
  const begun = performance.now();
  terminal.send(key);
  let blind = 0;
  for (let looked = begun; !isArticle(terminal) && (selected(terminal) ?? before) === before;) {
    if (performance.now() - begun > longest) throw new Error(`"${key}" moves nothing.\n${terminal.frame()}`);
    await pause(4);
    const now = performance.now();
    blind += Math.max(0, now - looked - ownPause);
    looked = now;
  }
  return performance.now() - begun - blind;
}

async function anySelected(terminal: Terminal): Promise<string> {
  const begun = performance.now();
  for (;;) {
    const row = selected(terminal);
    if (row !== null || isArticle(terminal)) return row ?? '';
    if (performance.now() - begun > longest) throw new Error(`No unread article is selected.\n${terminal.frame()}`);
    await pause(4);
  }
}

/** Tells whether what was waited for has opened in the place of the list. */
function isArticle(terminal: Terminal): boolean {
  return !terminal.screen.drawing && / (end|\d+ %)$/.test(terminal.lines()[0] ?? '');
}

/** Returns the row of the selected article, which is unread, or null in the middle of a frame. */
function selected(terminal: Terminal): string | null {
  const rows = terminal.lines().filter((line) => line.startsWith('▌ ●'));
  // Beside the list stands a preview, which may change by itself.
  return rows.length === 1 && !terminal.screen.drawing ? (rows[0]?.split('│')[0] ?? null) : null;
}
