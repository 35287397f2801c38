import { say } from '../../text/index.ts';
import type { Problem, SourceReport } from '../../news/index.ts';
import type { Command, Message, Next } from '../../loop/index.ts';
import type { Row as FrameRow } from '../../kit/index.ts';
import { bodyHeight, emptyRow, framed, keysBar, topBar } from '../bars.ts';
import { leaveCommand } from '../leaving.ts';
import { movingCommands } from '../moving.ts';
import { paragraphRows } from '../paragraph.ts';
import type { Frame, Screen } from '../screen.ts';
import { trouble } from '../sources/health.ts';
import type { World } from '../world.ts';

/** What went wrong with sources, articles and settings, where, and what to do about it. */
export interface Problems {
  readonly screen: 'problems';
  readonly problems: readonly Problem[];
  /** Sources that cannot be asked for news. */
  readonly failing: readonly SourceReport[];
  readonly top: number;
}

export function openProblems(): Next<Problems> {
  return [{ screen: 'problems', problems: [], failing: [], top: 0 }, { type: 'askProblems' }, { type: 'askSources' }];
}

type Row = Command<Problems, World>;

const commands: readonly Row[] = [
  leaveCommand(),
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
  if (message.type === 'sourcesArrived')
    return [{ ...state, failing: message.sources.filter((report) => !report.source.paused && trouble(report, world)) }];
  if (message.type === 'libraryChanged') return [state, { type: 'askProblems' }, { type: 'askSources' }];
  if (message.type === 'wheeled')
    return [{ ...state, top: Math.max(0, Math.min(state.top + message.rows, lastTop(state, world))) }];
  return [state];
}

function viewProblems(state: Problems, world: World): Frame {
  const rows = rowsOf(state, world);
  const problems = problemsOf(state, world);
  const count = problems.length === 1 ? say`1 problem ` : say`${problems.length} problems `;
  const bar = topBar(world, [{ text: say` Problems`, role: 'title', strong: true }], [{ text: count, role: 'muted' }]);
  const none: FrameRow = {
    pieces: [{ text: say`  No problems. Everything that was read could be read.`, role: 'muted' }],
  };
  const body = rows.length > 0 ? rows.slice(state.top, state.top + bodyHeight(world)) : [emptyRow, none];
  const spoken = problems.map((problem) => say`${problem.where}: ${problem.detail}`);
  return {
    rows: framed(world, bar, body, keysBar(commands, state, world, [['program.sources', say`sources`]])),
    chooser: null,
    cursor: null,
    spoken: [count, ...spoken],
  };
}

/** What cannot be fetched stands first: it is what changes, and what can be done something about at once. */
function problemsOf({ problems, failing }: Problems, world: World): readonly Problem[] {
  const sources = world.signs.keyName(world.keyOf('program.sources'));
  const network = failing.map((report): Problem => ({
    kind: 'network',
    where: report.source.name,
    detail: say`${trouble(report, world)?.what ?? say``} ${sources} lists it in Sources, where it can be tried again, left alone or removed.`,
  }));
  // The library keeps the same trouble for the command line, in other words.
  const names = new Set(network.map(({ where }) => where));
  return [...network, ...problems.filter(({ kind, where }) => kind !== 'network' || !names.has(where))];
}

function lastTop(state: Problems, world: World): number {
  return Math.max(0, rowsOf(state, world).length - bodyHeight(world));
}

function rowsOf(state: Problems, world: World): readonly FrameRow[] {
  const columns = world.size.columns - 2;
  return problemsOf(state, world).flatMap(({ where, detail }) => [
    ...paragraphRows(where, columns, { role: 'problem', indent: 2 }),
    ...paragraphRows(detail, columns, { role: 'text', indent: 2 }),
    emptyRow,
  ]);
}
