import { say, type Safe } from '../../text/index.ts';
import type { Problem } from '../../news/index.ts';
import type { Command, Message, Next } from '../../loop/index.ts';
import { typeset } from '../../prose/index.ts';
import type { Row as FrameRow } from '../../kit/index.ts';
import { bodyHeight, emptyRow, framed, keysBar, topBar } from '../bars.ts';
import { movingCommands } from '../moving.ts';
import type { Frame, Screen } from '../screen.ts';
import type { World } from '../world.ts';

/** What went wrong with sources, articles and settings, where, and what to do about it. */
export interface Problems {
  readonly screen: 'problems';
  readonly problems: readonly Problem[];
  readonly top: number;
}

type Row = Command<Problems, World>;

const commands: readonly Row[] = [
  {
    id: 'screen.leave',
    title: say`Leave`,
    short: say`leave`,
    hint: say`Back to what was open.`,
    keys: ['q', 'esc', 'h', 'left'],
    group: 'Move',
    prominence: 'footer',
    run: (state) => [state, { type: 'leave' }],
  },
  ...movingCommands<Problems>({
    at: (state) => state.top,
    count: (state, world) => lastTop(state, world) + 1,
    page: (_, world) => bodyHeight(world),
    to: (state, top): Next<Problems> => [{ ...state, top }],
  }),
];

export const problems: Screen<Problems> = {
  name: 'problems',
  title: say`Problems`,
  commands,
  captures: () => false,
  update: updateProblems,
  view: viewProblems,
};

function updateProblems(state: Problems, message: Message, world: World): Next<Problems> {
  if (message.type === 'problemsArrived') return [{ ...state, problems: message.problems }];
  if (message.type === 'wheeled')
    return [{ ...state, top: Math.max(0, Math.min(state.top + message.rows, lastTop(state, world))) }];
  return [state];
}

function viewProblems(state: Problems, world: World): Frame {
  const rows = rowsOf(state, world);
  const count = state.problems.length === 1 ? say`1 problem ` : say`${state.problems.length} problems `;
  const bar = topBar(world, [{ text: say` Problems`, role: 'title', strong: true }], [{ text: count, role: 'muted' }]);
  const none: FrameRow = {
    pieces: [{ text: say`  No problems. Everything that was read could be read.`, role: 'muted' }],
  };
  const body = rows.length > 0 ? rows.slice(state.top, state.top + bodyHeight(world)) : [emptyRow, none];
  const spoken = state.problems.map((problem) => say`${problem.where}: ${problem.detail}`);
  return {
    rows: framed(world, bar, body, keysBar(commands, state, world)),
    chooser: null,
    cursor: null,
    spoken: [count, ...spoken],
  };
}

function lastTop(state: Problems, world: World): number {
  return Math.max(0, rowsOf(state, world).length - bodyHeight(world));
}

function rowsOf(state: Problems, world: World): readonly FrameRow[] {
  return state.problems.flatMap((problem) => [
    ...wrapped(problem.where, 'problem', world),
    ...wrapped(problem.detail, 'text', world),
    emptyRow,
  ]);
}

function wrapped(text: Safe, role: 'problem' | 'text', world: World): readonly FrameRow[] {
  const columns = Math.max(20, world.size.columns - 4);
  return typeset([{ type: 'paragraph', spans: [{ text }] }], { columns }).map((line) => ({
    pieces: [{ text: say`  `, role: 'text' as const }, ...line.runs.map((run) => ({ text: run.text, role }))],
  }));
}
