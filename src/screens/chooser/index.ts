import { say, type Safe } from '../../text/index.ts';
import type { Choice, ChooserPurpose, Command, Effect, Message, Next, Opening } from '../../loop/index.ts';
import { emptyRow, keysBar } from '../bars.ts';
import { movingCommands, within } from '../moving.ts';
import type { Frame, Screen } from '../screen.ts';
import { sheet, sheetTitle } from '../sheet.ts';
import type { World } from '../world.ts';

/** A short list to choose from: a theme, an order, a heading, a link among many. */
export interface Chooser {
  readonly screen: 'chooser';
  readonly purpose: ChooserPurpose;
  readonly title: Safe;
  readonly choices: readonly Choice[];
  readonly selected: number;
  readonly onLeave: readonly Effect[];
  /** Whether moving over a choice already does it. */
  readonly live: boolean;
}

export function openChooser(opening: Extract<Opening, { screen: 'chooser' }>): Chooser {
  const { purpose, title, choices, onLeave = [], live = false } = opening;
  return {
    screen: 'chooser',
    purpose,
    title,
    choices,
    selected: within(opening.selected, choices.length),
    onLeave,
    live,
  };
}

type Row = Command<Chooser, World>;

const commands: readonly Row[] = [
  {
    id: 'chooser.choose',
    title: say`Choose`,
    short: say`choose`,
    hint: say`Take the chosen row.`,
    keys: ['enter', 'l', 'right'],
    group: 'Move',
    prominence: 'footer',
    run: (state) => [state, { type: 'leave' }, ...(state.choices[state.selected]?.effects ?? [])],
  },
  {
    id: 'screen.leave',
    title: say`Leave`,
    short: say`leave`,
    hint: say`Leave without choosing.`,
    keys: ['esc', 'q', 'h', 'left'],
    group: 'Move',
    prominence: 'footer',
    run: (state) => [state, { type: 'leave' }, ...state.onLeave],
  },
  ...movingCommands<Chooser>({
    at: (state) => state.selected,
    count: (state) => state.choices.length,
    page: (_, world) => Math.floor(world.size.rows / 2),
    to: choose,
  }),
];

export const chooser: Screen<Chooser> = {
  name: 'chooser',
  title: say`Choosing`,
  commands,
  isOverlay: true,
  captures: () => false,
  update: updateChooser,
  view: viewChooser,
};

function choose(state: Chooser, index: number): Next<Chooser> {
  const selected = within(index, state.choices.length);
  return [{ ...state, selected }, ...(state.live ? (state.choices[selected]?.effects ?? []) : [])];
}

function updateChooser(state: Chooser, message: Message): Next<Chooser> {
  return message.type === 'wheeled' ? choose(state, state.selected + Math.sign(message.rows)) : [state];
}

function viewChooser(state: Chooser, world: World, below: Frame['rows']): Frame {
  const entries = state.choices.map(({ label, detail }, index) => ({ key: String(index), label, detail }));
  const count = say`${state.selected + 1}/${state.choices.length} `;
  const drawn = sheet(
    below,
    sheetTitle(say` ${state.title}`, count, world),
    entries,
    state.selected,
    keysBar(commands, state, world) ?? emptyRow,
    world,
  );
  const chosen = state.choices[state.selected];
  return { ...drawn, cursor: null, spoken: [say`${state.title}, ${count}: ${chosen?.label ?? say`nothing`}`] };
}
