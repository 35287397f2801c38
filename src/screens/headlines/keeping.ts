import { cleanLine, say, type Safe } from '../../text/index.ts';
import type { Headline } from '../../news/index.ts';
import { writeQuery } from '../../query/index.ts';
import type { Choice, Command, Effect, Next } from '../../loop/index.ts';
import type { World } from '../world.ts';
import { queryOf, selectedHeadline, type Headlines } from './state.ts';

type Row = Command<Headlines, World>;

const notOwn = (state: Headlines) =>
  ownName(state) ? null : say`This is no list of your own, and no rule that mutes.`;

/** Commands that keep what is on the screen as a list, and that hide what is not wanted. */
export const keepingCommands: readonly Row[] = [
  {
    id: 'list.keep',
    title: say`Keep as a list`,
    hint: say`Keep what you see, filter and order too, as a list of your own; type its name.`,
    keys: ['+'],
    group: 'Lists',
    prominence: 'help',
    run: (state) => [state, named('keep', say`Keep this list as`, ownName(state)?.name ?? suggestion(state))],
  },
  {
    id: 'list.rename',
    title: say`Rename the list`,
    hint: say`Give a list of your own, or a rule that mutes, another name.`,
    keys: ['='],
    group: 'Lists',
    prominence: 'help',
    unavailable: notOwn,
    run: (state) => [state, named('rename', say`New name`, ownName(state)?.name ?? say``)],
  },
  {
    id: 'list.remove',
    title: say`Remove the list`,
    hint: say`Remove a list of your own, or a rule that mutes. No article and no mark is lost; u brings it back.`,
    keys: ['-'],
    group: 'Lists',
    prominence: 'help',
    unavailable: notOwn,
    run: remove,
  },
  {
    id: 'article.mute',
    title: say`Mute`,
    hint: say`Hide what is like this article: by its publisher, author, tags or subject. g M shows what is hidden.`,
    keys: ['!'],
    group: 'Lists',
    prominence: 'help',
    unavailable: (state) => (selectedHeadline(state) ? null : say`No article is selected.`),
    run: (state) => {
      const headline = selectedHeadline(state);
      return headline ? [state, muteChooser(headline)] : [state];
    },
  },
];

/** Keeps what is on the screen under a name, or under another one. */
export function keptAs(state: Headlines, purpose: 'keep' | 'rename', text: Safe): Next<Headlines> {
  const name = cleanLine(text);
  const own = ownName(state);
  if (name === '') return [state, { type: 'tell', words: say`A list needs a name.` }];
  if (purpose === 'keep') return [state, { type: 'keepQuery', shelf: 'lists', name, query: queryOf(state) }];
  if (!own) return [state];
  return [state, { type: 'keepQuery', shelf: own.shelf, name, query: ruleOf(state), was: own.name }];
}

function remove(state: Headlines): Next<Headlines> {
  const own = ownName(state);
  if (!own) return [state];
  const { shelf, name } = own;
  const back: Effect = { type: 'keepQuery', shelf, name, query: ruleOf(state) };
  const words = shelf === 'lists' ? say`“${name}” is no list any more` : say`“${name}” mutes nothing any more`;
  return [
    state,
    { type: 'keepQuery', shelf, name, query: null },
    { type: 'tell', words: say`${words} · u brings it back`, offer: { command: 'program.undo', effects: [back] } },
  ];
}

/** The query of the list itself, without a filter, and of a rule without that it is to be shown. */
function ruleOf({ list }: Headlines) {
  return { ...list.query, conditions: list.query.conditions.filter(({ type }) => type !== 'muted') };
}

/** What the list is kept as, when it is one of the reader's own. Its id says so. */
function ownName({ list }: Headlines) {
  const [, kind, name = ''] = /^(own|muted) (.*)$/s.exec(list.id) ?? [];
  if (kind === undefined) return null;
  return { shelf: kind === 'own' ? ('lists' as const) : ('mute' as const), name: cleanLine(name) };
}

function suggestion({ filter, list }: Headlines): Safe {
  return filter === '' ? list.name : filter;
}

function named(purpose: 'keep' | 'rename', label: Safe, text: Safe): Effect {
  return { type: 'open', opening: { screen: 'prompt', purpose, label, text } };
}

/** Offers queries that hide what is like the article; the chosen one can still be changed before it is kept. */
function muteChooser(headline: Headline): Effect {
  const offers: readonly (readonly [Safe, string])[] = [
    [say`Publisher`, `source:"${headline.publisher}"`],
    ...(headline.byline ? [[say`Author`, `author:"${headline.byline}"`] as const] : []),
    ...headline.tags.slice(0, 8).map((tag) => [say`Tag`, writeQuery(tagged(tag))] as const),
    ...subjectsOf(headline.title).map((words) => [say`Subject`, `title:"${words}"`] as const),
    [say`Title`, `title:"${headline.title.replaceAll('"', ' ')}"`],
  ];
  const choices = offers.map(([what, text]): Choice => {
    const query = cleanLine(text);
    return { label: query, detail: what, effects: [muting(query)] };
  });
  const opening = {
    screen: 'chooser',
    purpose: 'mute',
    title: say`Mute what is like this`,
    choices,
    selected: 0,
  } as const;
  return { type: 'open', opening };
}

function muting(text: Safe): Effect {
  return { type: 'open', opening: { screen: 'prompt', purpose: 'mute', label: say`Mute`, text } };
}

function tagged(tag: Safe) {
  return { conditions: [{ type: 'tag', tag } as const], sort: 'newest' as const };
}

/** Words of a title that probably name its subject: those in a row that begin with a large letter, the first word but for names. */
function subjectsOf(title: Safe): readonly string[] {
  const names = title.match(/\p{Lu}[\p{L}\p{N}’'-]{2,}(?:\s+\p{Lu}[\p{L}\p{N}’'-]+)*/gu) ?? [];
  return [...new Set(names)].slice(0, 6);
}
