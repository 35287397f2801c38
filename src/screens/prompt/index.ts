import { say, type Safe } from '../../text/index.ts';
import type { Typed } from '../../kit/typing/index.ts';
import type { Effect, Message, Next, PromptPurpose } from '../../loop/index.ts';
import { typingKeys, typingRow } from '../bars.ts';
import type { Frame } from '../screen.ts';
import { typedOn, typingScreen } from '../typing.ts';
import type { World } from '../world.ts';

/** One line that is typed at the foot of the screen below, which hears of each change. */
export interface Prompt {
  readonly screen: 'prompt';
  readonly purpose: PromptPurpose;
  readonly label: Safe;
  readonly line: Typed;
}

export function openPrompt(purpose: PromptPurpose, label: Safe, text: Safe): Prompt {
  return { screen: 'prompt', purpose, label, line: { text, cursor: text.length } };
}

export const prompt = typingScreen<Prompt>({
  name: 'prompt',
  title: say`Prompt`,
  isOverlay: true,
  update: updatePrompt,
  view: viewPrompt,
});

function updatePrompt(state: Prompt, message: Message): Next<Prompt> {
  const { purpose } = state;
  const { text } = state.line;
  const chord = message.type === 'typed' ? message.chord : '';
  switch (chord) {
    case 'enter':
      // What is to be kept is no matter of the screen below: it is the same on every one.
      if (purpose === 'source') return [state, { type: 'leave' }, ...(text === '' ? [] : [added(text)])];
      return [state, { type: 'leave' }, { type: 'send', message: { type: 'promptEntered', purpose, text } }];
    case 'esc':
      return [state, { type: 'leave' }, { type: 'send', message: { type: 'promptLeft', purpose } }];
    default:
      return changed(state, typedOn(state.line, message));
  }
}

function added(location: Safe): Effect {
  return { type: 'addSource', location };
}

function changed(state: Prompt, line: Typed | null): Next<Prompt> {
  if (!line) return [state];
  if (line.text === state.line.text) return [{ ...state, line }];
  return [
    { ...state, line },
    { type: 'send', message: { type: 'promptChanged', purpose: state.purpose, text: line.text } },
  ];
}

function viewPrompt(state: Prompt, world: World, below: Frame['rows']): Frame {
  const typed = typingRow(
    world,
    say`${state.label}:`,
    state.line,
    typingKeys(world, ['enter', say`keep`], ['esc', say`leave`]),
  );
  return {
    rows: [...below.slice(0, world.size.rows - 1), typed],
    chooser: null,
    cursor: null,
    spoken: [say`${state.label}: ${state.line.text}`],
  };
}
