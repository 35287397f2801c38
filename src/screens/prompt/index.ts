import { cleanLine, join, say, slice, type Safe } from '../../text/index.ts';
import { readQuery, type Names } from '../../query/index.ts';
import type { Typed } from '../../kit/typing/index.ts';
import type { Effect, Message, Next, PromptPurpose } from '../../loop/index.ts';
import { typingKeys, typingRow } from '../bars.ts';
import { queryNote } from '../query-note.ts';
import type { Frame } from '../screen.ts';
import { typedOn, typingScreen } from '../typing.ts';
import type { World } from '../world.ts';
import { choicesFor, completed, isCompleted, isQuery, type Completing } from './completing.ts';

/** One line that is typed at the foot of the screen below, which hears of each change. */
export interface Prompt {
  readonly screen: 'prompt';
  readonly purpose: PromptPurpose;
  readonly label: Safe;
  readonly line: Typed;
  /** Whether Enter found it unfinished: then that is told, too. */
  readonly strict: boolean;
  /** The names that Tab completes, once they were asked for; and what it goes through now. */
  readonly names: Names | null;
  readonly completing: Completing | null;
}

export function openPrompt(purpose: PromptPurpose, label: Safe, text: Safe): Prompt {
  const line = { text, cursor: text.length };
  return { screen: 'prompt', purpose, label, line, strict: false, names: null, completing: null };
}

export const prompt = typingScreen<Prompt>({
  name: 'prompt',
  title: say`Prompt`,
  isOverlay: true,
  update: updatePrompt,
  view: viewPrompt,
});

function updatePrompt(state: Prompt, message: Message, world: World): Next<Prompt> {
  const { purpose } = state;
  if (message.type === 'namesArrived') return tab({ ...state, names: message }, 1);
  const chord = message.type === 'typed' ? message.chord : '';
  switch (chord) {
    case 'enter':
      return enter(state, world);
    case 'tab':
    case 'shift+tab':
      return isCompleted(purpose) ? tab(state, chord === 'tab' ? 1 : -1) : [state];
    case 'esc':
      return [state, { type: 'leave' }, { type: 'send', message: { type: 'promptLeft', purpose } }];
    default:
      return changed(state, typedOn(state.line, message));
  }
}

function enter(state: Prompt, world: World): Next<Prompt> {
  const { purpose, line } = state;
  const { text } = line;
  // What is to be kept is no matter of the screen below: it is the same on every one.
  if (purpose === 'source') return [state, { type: 'leave' }, ...(text === '' ? [] : [added(text)])];
  // While it is typed it may be open at its end; now it must be whole.
  if (isQuery(purpose) && readQuery(text, world).mistake) return [{ ...state, strict: true }];
  if (purpose === 'mute') return [state, { type: 'leave' }, ...muted(text, world)];
  return [state, { type: 'leave' }, { type: 'send', message: { type: 'promptEntered', purpose, text } }];
}

function added(location: Safe): Effect {
  return { type: 'addSource', location };
}

/** The longest name that a rule is kept under; one is called as it is written. */
const longestName = 60;

function muted(text: Safe, world: World): readonly Effect[] {
  const query = readQuery(text, world).value;
  if (query.conditions.length === 0) return [];
  return [{ type: 'keepQuery', shelf: 'mute', name: cleanLine(slice(text, 0, longestName)), query }];
}

/** The names are got when they are first wanted: there may be very many. */
function tab(state: Prompt, step: 1 | -1): Next<Prompt> {
  if (!state.names) return [state, { type: 'askNames' }];
  const offered = state.completing ?? choicesFor(state.purpose, state.line, state.names);
  if (!offered) return [{ ...state, completing: null }];
  const { line, completing } = completed(state.line, offered, step);
  const [next, ...effects] = changed(state, line);
  // The only choice is taken, and the next Tab completes what is typed behind it.
  return [{ ...next, completing: completing.choices.length === 1 ? null : completing }, ...effects];
}

function changed(state: Prompt, line: Typed | null): Next<Prompt> {
  if (!line) return [state];
  const next = { ...state, line, strict: false, completing: null };
  if (line.text === state.line.text) return [next];
  return [next, { type: 'send', message: { type: 'promptChanged', purpose: state.purpose, text: line.text } }];
}

function viewPrompt(state: Prompt, world: World, below: Frame['rows']): Frame {
  const { purpose, line } = state;
  const { rows } = world.size;
  const label = say`${state.label}:`;
  const keys = keysOf(state, world);
  const spoken = [say`${label} ${line.text}`];
  if (!isCompleted(purpose) || rows < 4) {
    const typed = typingRow(world, label, line, keys);
    return { rows: [...below.slice(0, rows - 1), typed], chooser: null, cursor: null, spoken };
  }
  const note = state.completing ? choicesOf(state.completing) : keys;
  const query = isQuery(purpose) && !state.completing ? line : { text: say``, cursor: 0 };
  const under = queryNote(world, label, query, note, !state.strict);
  return {
    rows: [...below.slice(0, rows - 2), typingRow(world, label, line, say``), under],
    chooser: null,
    cursor: null,
    foot: 2,
    spoken: [
      ...spoken,
      join(
        under.pieces.map(({ text }) => text),
        say``,
      ),
    ],
  };
}

function keysOf({ purpose }: Prompt, world: World): Safe {
  const tab = isCompleted(purpose) ? [['tab', say`complete`] as const] : [];
  return typingKeys(world, ['enter', say`keep`], ...tab, ['esc', say`leave`]);
}

/** The choices, that one first which stands in the line. */
function choicesOf({ choices, chosen }: Completing): Safe {
  const at = Math.max(0, chosen);
  return join([...choices.slice(at), ...choices.slice(0, at)], say`   `);
}
