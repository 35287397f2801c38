import { say, type Safe } from '../text/index.ts';
import { follow, remember, walk } from '../news/index.ts';
import { lookUp, type Effect, type Message, type Next, type Refreshed } from '../loop/index.ts';
import {
  leftAt,
  noteProgress,
  openArticle,
  openScreen,
  percent,
  screenOf,
  type ScreenState,
} from '../screens/index.ts';
import { bindingsOf, findCommand } from './keymap.ts';
import { topOf, type Root } from './state.ts';
import { worldOf } from './world.ts';

/** Returns what a key leads to: the command that is bound to it, or the key itself where something is being typed. */
export function press(root: Root, chord: string): Next<Root> {
  const top = topOf(root);
  if (!top) return [root];
  const quiet: Root = { ...root, toast: null, pending: '' };
  if (screenOf(top).captures(top) && !alwaysCommand.has(chord))
    return take(quiet, root.stack.length - 1, { type: 'typed', chord });
  const pressed = root.pending === '' ? chord : `${root.pending} ${chord}`;
  const found = lookUp(bindingsOf(top, root.rebound), pressed);
  if (found.type === 'prefix') return [{ ...quiet, pending: pressed }];
  if (found.type === 'command') return runCommand(quiet, found.command);
  return root.pending === '' ? [quiet] : told(quiet, say`No command has these keys.`);
}

/** Keys that are never typed into anything. */
const alwaysCommand = new Set(['ctrl+c', 'ctrl+z', 'ctrl+l']);

/** Returns what a message leads to: it goes to every screen of the stack, and some of it concerns the stack itself. */
export function turn(root: Root, message: Message): Next<Root> {
  switch (message.type) {
    case 'articleArrived':
      return arriveAt(root, message);
    case 'articleWanted':
      return [root, { type: 'read', article: message.article, arrival: { type: 'new' } }];
    case 'countsArrived':
      return [{ ...root, counts: message.counts }];
    case 'toastExpired':
      return [root.toast?.number === message.number ? { ...root, toast: null } : root];
    case 'clicked':
    case 'wheeled':
    case 'pasted':
      return take({ ...root, toast: null, pending: '' }, root.stack.length - 1, message);
    case 'libraryChanged':
      return then(broadcast(root, message), (next) => [next, { type: 'count' }]);
    case 'told':
      return told(root, message.words);
    case 'marked':
      return then(broadcast(root, message), (next) => told(next, markWords(message)));
    case 'refreshing':
      return [{ ...root, reading: message.files }];
    case 'refreshed':
      return refreshed(root, message.report);
    case 'settingChanged':
      return broadcast(setting(root, message.setting, message.value), message);
    default:
      return broadcast(root, message);
  }
}

/** Returns what is to be written down before the program ends. */
export function parting(root: Root): readonly Effect[] {
  const world = worldOf(root);
  return root.stack.flatMap((state) => (state.screen === 'reading' ? noteProgress(state, world) : []));
}

/** Runs a command of the top screen or of the program; one that cannot run now says why. */
function runCommand(root: Root, id: string): Next<Root> {
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
function take(root: Root, index: number, message: Message): Next<Root> {
  const state = root.stack[index];
  if (!state) return [root];
  const [next, ...effects] = screenOf(state).update(state, message, worldOf(root));
  return settle(put(root, index, next), index, effects);
}

function broadcast(root: Root, message: Message): Next<Root> {
  return root.stack.reduce<Next<Root>>((next, _, index) => then(next, (so) => take(so, index, message)), [root]);
}

/** Carries out the effects that concern the stack, the trail and the toast; the others are left to be performed. */
function settle(root: Root, index: number, effects: readonly Effect[]): Next<Root> {
  return effects.reduce<Next<Root>>((next, effect) => then(next, (so) => within(so, index, effect)), [root]);
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
      return told(root, effect.words);
    case 'follow': {
      const from = effect.from ?? readingPlace(root);
      const left = from ? { ...root, trail: remember(root.trail, from.place, from.link) } : root;
      return [
        left,
        {
          type: 'read',
          article: effect.article,
          arrival: { type: 'new' },
          ...(effect.find ? { find: effect.find } : {}),
        },
      ];
    }
    case 'walk':
      return walkTo(root, effect);
    default:
      return [root, effect];
  }
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
  const left = { ...root, stack: root.stack.toSpliced(index, 1) };
  const below = topOf(left);
  return below?.screen === 'headlines' || below?.screen === 'search'
    ? then(take(left, left.stack.length - 1, { type: 'libraryChanged' }), (next) => [next, { type: 'count' }])
    : [left];
}

function walkTo(root: Root, effect: Extract<Effect, { type: 'walk' }>): Next<Root> {
  const from = effect.from ?? readingPlace(root);
  const left = from ? remember(root.trail, from.place, from.link) : root.trail;
  const walked = walk(left, effect.steps);
  const step = walked?.steps[walked.at];
  if (!walked || !step) return [root];
  return [
    { ...root, trail: left },
    { type: 'read', article: step.article, arrival: { type: 'step', index: walked.at } },
  ];
}

function readingPlace(root: Root) {
  const reading = root.stack.findLast((state) => state.screen === 'reading');
  return reading ? leftAt(reading, worldOf(root)) : null;
}

/** The article takes the place of the one that is open, or stands on the list. */
function arriveAt(root: Root, message: Extract<Message, { type: 'articleArrived' }>): Next<Root> {
  const { article, arrival } = message;
  const trail =
    arrival.type === 'new'
      ? follow(root.trail, { article: article.id, title: article.title, place: null, link: null })
      : { ...root.trail, at: arrival.index };
  const step = arrival.type === 'step' ? trail.steps[trail.at] : undefined;
  const next = { ...root, trail };
  const state = openArticle(
    article,
    step ? { place: step.place, link: step.link } : null,
    message.find ?? null,
    worldOf(next),
  );
  const at = root.stack.findIndex((below) => below.screen === 'reading');
  const stack = [...(at === -1 ? root.stack : root.stack.slice(0, at)), state];
  const resumed = arrival.type === 'new' && state.top > 0 && !message.find;
  const arrived: Root = { ...next, stack };
  return resumed ? told(arrived, say`Resumed at ${percent(article.status.progress)} · gg for the top`) : [arrived];
}

function refreshed(root: Root, report: Refreshed | null): Next<Root> {
  const done: Root = { ...root, reading: null };
  if (!report) return [root.reading === null ? root : done];
  const { added, changed, problems } = report;
  if (added + changed + problems === 0) return told(done, say`Nothing new.`);
  const parts = say`${added} new, ${changed} changed`;
  return told(done, problems > 0 ? say`${parts}, ${problems} problems: g p lists them` : parts);
}

function setting(root: Root, name: string, value: string | number | boolean): Root {
  if (name === 'theme' && typeof value === 'string') return { ...root, theme: value };
  if (name === 'width' && typeof value === 'number') return { ...root, measure: value };
  if (name === 'images') return { ...root, pictures: value !== 'off' };
  if (name === 'preview') return { ...root, preview: value !== 'off' };
  return root;
}

function markWords({ articles, mark, verb }: Extract<Message, { type: 'marked' }>): Safe {
  const what =
    mark.bookmarked === true
      ? say`bookmarked`
      : mark.bookmarked === false
        ? say`bookmark taken away`
        : mark.tags
          ? say`tagged`
          : mark.read
            ? say`marked ${mark.read === 'read' ? say`read` : say`unread`}`
            : say`changed`;
  const many = articles.length === 1 ? say`` : say`${articles.length} articles `;
  if (verb === 'undone') return say`Undone: ${many}${what} · Ctrl-r makes it again`;
  return verb === 'redone' ? say`Made again: ${many}${what}` : say`${many}${what} · u takes it back`;
}

function told(root: Root, words: Safe): Next<Root> {
  const number = (root.toast?.number ?? 0) + 1;
  return [
    { ...root, toast: { words, number } },
    { type: 'remind', after: 5000, message: { type: 'toastExpired', number } },
  ];
}

function then(next: Next<Root>, go: (root: Root) => Next<Root>): Next<Root> {
  const [root, ...effects] = next;
  const [after, ...more] = go(root);
  return [after, ...effects, ...more];
}

function put(root: Root, index: number, state: ScreenState): Root {
  return root.stack[index] === state ? root : { ...root, stack: root.stack.with(index, state) };
}
