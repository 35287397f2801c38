import { say, type Safe } from '../text/index.ts';
import { follow } from '../news/index.ts';
import { lookUp, type Choice, type Message, type Next } from '../loop/index.ts';
import { openArticle, percent, screenOf } from '../screens/index.ts';
import { endErrand } from './endings.ts';
import { bindingsOf, keysFor } from './keymap.ts';
import { broadcast, libraryChanged, runCommand, settle, take, andThen, told } from './stack.ts';
import { topOf, type Root } from './state.ts';
import { began, roundAt, shownErrand, slowed } from './waiting.ts';
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
  const offer = root.toast?.offer;
  if (offer && keysFor(offer.command, root.rebound).includes(pressed))
    return settle(quiet, root.stack.length - 1, offer.effects);
  if (shownErrand(root) && keysFor('program.cancel', root.rebound).includes(pressed))
    return runCommand(quiet, 'program.cancel');
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
      return [{ ...root, counts: message.counts, hidden: message.hidden }];
    case 'listsChanged':
      return libraryChanged({ ...root, lists: message.lists, rules: message.rules });
    case 'toastExpired':
      return [root.toast?.number === message.number ? { ...root, toast: null } : root];
    case 'clicked':
    case 'wheeled':
    case 'pasted':
      return take({ ...root, toast: null, pending: '' }, root.stack.length - 1, message);
    case 'libraryChanged':
      return libraryChanged(root);
    case 'told':
      return told(root, message.words, message);
    case 'marked':
      return andThen(broadcast({ ...root, removed: [] }, message), (next) => told(next, markWords(message)));
    case 'sourceRemoved':
      return removed(root, message);
    case 'refreshing':
      return [{ ...root, reading: message.files }];
    case 'refreshed':
      return [root.reading === null ? root : { ...root, reading: null }, { type: 'connect' }];
    case 'storiesOffered':
      return offered(root, message);
    case 'connected':
      return andThen(libraryChanged(root), (next) => (message.news ? told(next, message.news) : [next]));
    case 'settingChanged':
      return broadcast(setting(root, message.setting, message.value), message);
    default:
      return errand(root, message);
  }
}

/** What goes on meanwhile, and what only the screens know to take. */
function errand(root: Root, message: Message): Next<Root> {
  switch (message.type) {
    case 'errandBegan':
      return [began(root, message.errand)];
    case 'errandSlow':
      return [slowed(root, message.errand)];
    case 'roundAdvanced': {
      const so = roundAt(root, message.errand, message.round);
      return message.grown ? libraryChanged(so) : [so];
    }
    case 'errandEnded':
      return andThen(endErrand(root, message), (next) => [next, { type: 'connect' }]);
    default:
      return broadcast(root, message);
  }
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
  const [state, ...effects] = openArticle(message, step ?? null, worldOf(next));
  const stack = [...below(root.stack), state];
  const resumed = arrival.type === 'new' && state.top > 0 && !message.find;
  const arrived = settle({ ...next, stack }, stack.length - 1, effects);
  if (!resumed) return arrived;
  return andThen(arrived, (so) => told(so, say`Resumed at ${percent(article.status.progress)} · gg for the top`));
}

/** What an article that is opened stands on: the list or outline that it was chosen from, and all below. */
function below(stack: Root['stack']): Root['stack'] {
  const list = stack.findLastIndex(({ screen }) => screen === 'headlines' || screen === 'story' || screen === 'map');
  const open = stack.findIndex(({ screen }, index) => index > list && screen === 'reading');
  return open === -1 ? stack : stack.slice(0, open);
}

/** Of the stories that are followed, an article is put into one. */
function offered(root: Root, { article, stories }: Extract<Message, { type: 'storiesOffered' }>): Next<Root> {
  if (stories.length === 0)
    return told(root, say`No story is followed yet. F follows one; then articles can be put into it.`);
  const choices = stories.map(({ id, name, articles }): Choice => ({
    label: name,
    detail: say`${articles} articles`,
    effects: [
      { type: 'pin', article, story: id, belongs: true },
      { type: 'tell', words: say`Put into the story “${name}”` },
    ],
  }));
  const title = say`Put into which story?`;
  return settle(root, root.stack.length, [
    { type: 'open', opening: { screen: 'chooser', purpose: 'stories', title, choices, selected: 0 } },
  ]);
}

function removed(root: Root, message: Extract<Message, { type: 'sourceRemoved' }>): Next<Root> {
  const { source } = message;
  const without = { ...root, removed: [...root.removed, source] };
  return andThen(libraryChanged(without), (next) =>
    told(next, say`${source.name} is removed, its marks are kept · u brings it back`),
  );
}

function setting(root: Root, name: string, value: string | number | boolean): Root {
  if (name === 'theme' && typeof value === 'string') return { ...root, theme: value };
  if (name === 'width' && typeof value === 'number') return { ...root, measure: value };
  if (name === 'images') return { ...root, pictures: value !== 'off' };
  if (name === 'preview') return { ...root, preview: value !== 'off' };
  return root;
}

function markWords({ articles, mark, verb, goesOn }: Extract<Message, { type: 'marked' }>): Safe {
  const what =
    mark.bookmarked === true
      ? say`bookmarked`
      : mark.bookmarked === false
        ? say`bookmark taken away`
        : mark.tags || mark.tagged
          ? say`tagged`
          : mark.untagged
            ? say`tags taken away`
            : mark.read
              ? say`marked ${mark.read === 'read' ? say`read` : say`unread`}`
              : say`changed`;
  if (goesOn) return sweepWords(what, verb);
  const many = articles.length === 1 ? say`` : say`${articles.length} articles `;
  if (verb === 'undone') return say`Undone: ${many}${what} · Ctrl-r makes it again`;
  return verb === 'redone' ? say`Made again: ${many}${what}` : say`${many}${what} · u takes it back`;
}

function sweepWords(what: Safe, verb: Extract<Message, { type: 'marked' }>['verb']): Safe {
  if (verb === 'undone') return say`Undone while you read on: ${what} · Ctrl-r makes it again`;
  const all = say`All of these, while you read on: ${what}`;
  return verb === 'redone' ? say`Made again. ${all}` : say`${all} · u takes it back`;
}
