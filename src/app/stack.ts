import { say, type Safe } from '../text/index.ts';
import { remember, walk, type Trail } from '../news/index.ts';
import type { Effect, Message, Next, Offer } from '../loop/index.ts';
import { leftAt, noteProgress, openScreen, screenOf, type Reading, type ScreenState } from '../screens/index.ts';
import { findCommand } from './keymap.ts';
import { topOf, type Root } from './state.ts';
import { worldOf } from './world.ts';

/** Runs a command of the top screen or of the program; one that cannot run now says why. */
export function runCommand(root: Root, id: string): Next<Root> {
  const index = root.stack.length - 1;
  const top = root.stack[index];
  const found = top && findCommand(top, id);
  if (!top || !found) return told(root, say`This cannot be done here.`);
  const world = worldOf(root);
  if (found.of === 'program') {
    const why = found.command.unavailable?.(root, world) ?? null;
    if (why) return told(root, why);
    const [next, ...effects] = found.command.run(root, world);
    return settle(next, index, effects);
  }
  const why = found.command.unavailable?.(top, world) ?? null;
  if (why) return told(root, why);
  const [next, ...effects] = found.command.run(top, world);
  return settle(put(root, index, next), index, effects);
}

/** Gives a message to one screen. */
export function take(root: Root, index: number, message: Message): Next<Root> {
  const state = root.stack[index];
  if (!state) return [root];
  const [next, ...effects] = screenOf(state).update(state, message, worldOf(root));
  return settle(put(root, index, next), index, effects);
}

/** Gives a message to every screen. */
export function broadcast(root: Root, message: Message): Next<Root> {
  return root.stack.reduce<Next<Root>>((next, _, index) => andThen(next, (so) => take(so, index, message)), [root]);
}

/** Has every screen get anew what it shows of the library. */
export function libraryChanged(root: Root): Next<Root> {
  return andThen(broadcast(root, { type: 'libraryChanged' }), (next) => [next, { type: 'count' }]);
}

/** Carries out the effects that concern the stack, the trail and the toast; the others are left to be performed. */
export function settle(root: Root, index: number, effects: readonly Effect[]): Next<Root> {
  return effects.reduce<Next<Root>>((next, effect) => andThen(next, (so) => within(so, index, effect)), [root]);
}

function within(root: Root, index: number, effect: Effect): Next<Root> {
  switch (effect.type) {
    case 'open':
      return open(root, effect);
    case 'leave':
      return leave(root, index, effect.orQuit === true);
    case 'send':
      return take(root, effect.to === 'self' ? Math.min(index, root.stack.length - 1) : index - 1, effect.message);
    case 'run':
      return runCommand(root, effect.command);
    case 'tell':
      return told(root, effect.words, effect);
    case 'follow':
      return follow(root, effect);
    case 'walk':
      return walkTo(root, effect);
    default:
      return [root, effect];
  }
}

function follow(root: Root, { article, from, find }: Extract<Effect, { type: 'follow' }>): Next<Root> {
  const left = from ?? readingPlace(root);
  return [
    left ? { ...root, trail: remember(root.trail, left) } : root,
    { type: 'read', article, arrival: { type: 'new' }, ...(find ? { find } : {}) },
  ];
}

function open(root: Root, { opening }: Extract<Effect, { type: 'open' }>): Next<Root> {
  const world = worldOf(root);
  const [state, ...effects] = openScreen(opening, topOf(root), world);
  const stack = opening.screen === 'headlines' && isSmartList(root, opening.list.id) ? [state] : [...root.stack, state];
  return settle({ ...root, stack }, stack.length - 1, effects);
}

/** A smart list takes the place of the whole stack; other lists, such as "Linked from", stand on it. */
function isSmartList(root: Root, id: string): boolean {
  return root.lists.some((list) => list.id === id);
}

function leave(root: Root, index: number, orQuit: boolean): Next<Root> {
  if (root.stack.length <= 1) return orQuit ? [root, { type: 'quit' }] : [root];
  const stack = root.stack.toSpliced(index, 1);
  const left = { ...root, stack, trail: trailOf(stack, root.trail) };
  const below = topOf(left);
  return below && listing.has(below.screen)
    ? andThen(take(left, left.stack.length - 1, { type: 'libraryChanged' }), (next) => [next, { type: 'count' }])
    : [left];
}

/** Out of an article that was opened from a story lies the one that the story was opened from: the trail stands there, too. */
function trailOf(stack: Root['stack'], trail: Trail): Trail {
  const open = stack.findLast((state) => state.screen === 'reading')?.article.id;
  const at =
    open === undefined ? -1 : trail.steps.slice(0, trail.at + 1).findLastIndex(({ article }) => article === open);
  return at === -1 || at === trail.at ? trail : { ...trail, at };
}

/** Screens that list articles: what was read or marked above them shows when one comes back. */
const listing: ReadonlySet<ScreenState['screen']> = new Set(['headlines', 'search', 'sources', 'story', 'map']);

function walkTo(root: Root, effect: Extract<Effect, { type: 'walk' }>): Next<Root> {
  const from = effect.from ?? readingPlace(root);
  const left = from ? remember(root.trail, from) : root.trail;
  const walked = walk(left, effect.steps);
  const step = walked?.steps[walked.at];
  if (!walked || !step) return [root];
  return [
    { ...root, trail: left },
    {
      type: 'read',
      article: step.article,
      arrival: { type: 'step', index: walked.at },
      ...(step.version ? { version: step.version } : {}),
    },
  ];
}

/** Returns the article that is open, if any. */
function readingOf(root: Root): Reading | undefined {
  return root.stack.findLast((state) => state.screen === 'reading');
}

/** Returns the effects that write down how far the open article was read. */
export function progressNoted(root: Root): readonly Effect[] {
  const reading = readingOf(root);
  return reading ? noteProgress(reading, worldOf(root)) : [];
}

function readingPlace(root: Root) {
  const reading = readingOf(root);
  return reading ? leftAt(reading, worldOf(root)) : null;
}

/** Says something at the foot of the screen: for five seconds, or until the next key. */
export function told(
  root: Root,
  words: Safe,
  { stays, offer }: { readonly stays?: true; readonly offer?: Offer } = {},
): Next<Root> {
  const number = (root.toast?.number ?? 0) + 1;
  const next: Root = { ...root, toast: { words, number, offer: offer ?? null } };
  return stays ? [next] : [next, { type: 'remind', after: 5000, message: { type: 'toastExpired', number } }];
}

/** Goes on from where a turn has led so far. */
export function andThen(next: Next<Root>, go: (root: Root) => Next<Root>): Next<Root> {
  const [root, ...effects] = next;
  const [after, ...more] = go(root);
  return [after, ...effects, ...more];
}

function put(root: Root, index: number, state: ScreenState): Root {
  return root.stack[index] === state ? root : { ...root, stack: root.stack.with(index, state) };
}
