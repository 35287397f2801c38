import { say, type Safe } from '../../text/index.ts';
import { edit, type Typed } from '../../kit/typing/index.ts';
import type { Message, Next, PromptPurpose } from '../../loop/index.ts';
import { typingKeys, typingRow } from '../bars.ts';
import type { Frame, Screen } from '../screen.ts';
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

export const prompt: Screen<Prompt> = {
  name: 'prompt',
  title: say`Prompt`,
  commands: [],
  isOverlay: true,
  captures: () => true,
  update: updatePrompt,
  view: viewPrompt,
};

function updatePrompt(state: Prompt, message: Message): Next<Prompt> {
  if (message.type === 'pasted') return changed(state, edit(state.line, { paste: message.text }));
  if (message.type !== 'typed') return [state];
  const { purpose } = state;
  const { text } = state.line;
  switch (message.chord) {
    case 'enter':
      return [state, { type: 'leave' }, { type: 'send', message: { type: 'promptEntered', purpose, text } }];
    case 'esc':
      return [state, { type: 'leave' }, { type: 'send', message: { type: 'promptLeft', purpose } }];
    default:
      return changed(state, edit(state.line, message.chord));
  }
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
