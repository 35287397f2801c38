import { say } from '../../text/index.ts';
import type { Command, Message, Next } from '../../loop/index.ts';
import { spread, windowOf, type Row as FrameRow } from '../../kit/index.ts';
import { bodyHeight, emptyRow, framed, keysBar, topBar } from '../bars.ts';
import { leaveCommand } from '../leaving.ts';
import { movingCommands, within } from '../moving.ts';
import type { Frame, Screen } from '../screen.ts';
import type { World } from '../world.ts';

/** Where the reader has been, oldest first, with the open step marked; Enter goes there. */
export interface TrailScreen {
  readonly screen: 'trail';
  readonly selected: number;
}

type Row = Command<TrailScreen, World>;

const noSteps = (_: TrailScreen, world: World) => (world.trail.steps.length > 0 ? null : say`Nothing was opened yet.`);

const commands: readonly Row[] = [
  {
    id: 'article.open',
    title: say`Go there`,
    short: say`go there`,
    hint: say`Open the article at the line where it was left.`,
    keys: ['enter', 'l', 'right'],
    group: 'Move',
    prominence: 'footer',
    unavailable: noSteps,
    run: (state, world) => [
      state,
      { type: 'leave' },
      { type: 'walk', steps: state.selected - world.trail.at, from: null },
    ],
  },
  leaveCommand(),
  ...movingCommands<TrailScreen>({
    at: (state) => state.selected,
    count: (_, world) => world.trail.steps.length,
    page: (_, world) => bodyHeight(world),
    to: (state, index, world): Next<TrailScreen> => [{ ...state, selected: within(index, world.trail.steps.length) }],
  }),
];

export const trail: Screen<TrailScreen> = {
  name: 'trail',
  title: say`Trail`,
  commands,
  captures: () => false,
  update: updateTrail,
  view: viewTrail,
};

function updateTrail(state: TrailScreen, message: Message, world: World): Next<TrailScreen> {
  return message.type === 'wheeled'
    ? [{ ...state, selected: within(state.selected + message.rows, world.trail.steps.length) }]
    : [state];
}

function viewTrail(state: TrailScreen, world: World): Frame {
  const { steps, at } = world.trail;
  const rows = bodyHeight(world);
  const top = windowOf({ count: steps.length, selected: state.selected, height: () => 1, rows, top: 0, margin: 2 });
  const body = steps.slice(top, top + rows).map((_, index) => stepRow(state, top + index, world));
  const empty: FrameRow = {
    pieces: [
      { text: say`  Nothing was opened yet. The articles that you open are kept here in order.`, role: 'muted' },
    ],
  };
  const bar = topBar(
    world,
    [{ text: say` Trail`, role: 'title', strong: true }],
    [{ text: say`${steps.length} steps `, role: 'muted' }],
  );
  const chosen = steps[state.selected];
  return {
    rows: framed(world, bar, body.length > 0 ? body : [emptyRow, empty], keysBar(commands, state, world)),
    chooser: null,
    cursor: null,
    spoken: [
      say`Trail, ${state.selected + 1} of ${steps.length}: ${chosen?.title ?? say`empty`}${state.selected === at ? say`, open` : say``}`,
    ],
  };
}

function stepRow(state: TrailScreen, index: number, world: World): FrameRow {
  const { steps, at } = world.trail;
  const isSelected = index === state.selected;
  const isOpen = index === at;
  const sign = isSelected ? world.signs.bar : say` `;
  const mark = isOpen ? world.signs.alsoSee : say` `;
  const words = isOpen ? say`open` : index < at ? say`${at - index} back` : say`${index - at} forward`;
  return spread(
    [
      { text: say`${sign} ${mark} `, role: 'muted' },
      { text: steps[index]?.title ?? say``, role: 'text', strong: isOpen },
    ],
    [{ text: say`${words} `, role: 'muted' }],
    world.size.columns,
    isSelected ? { ground: 'selection' } : {},
  );
}
