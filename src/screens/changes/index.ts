import { say, type Safe } from '../../text/index.ts';
import type { ArticleId, Comparison, Headline } from '../../news/index.ts';
import type { Command, Message, Next } from '../../loop/index.ts';
import type { Row as FrameRow } from '../../kit/index.ts';
import { bodyHeight, emptyRow, framed, keysBar, topBar } from '../bars.ts';
import { leaveCommand } from '../leaving.ts';
import { movingCommands } from '../moving.ts';
import { paragraphRows } from '../paragraph.ts';
import type { Frame, Screen } from '../screen.ts';
import type { World } from '../world.ts';
import { comparisonRows, comparisonWords } from './rows.ts';

/** How a source changed an article since it was first taken in, word by word, the last change first. */
export interface Changes {
  readonly screen: 'changes';
  readonly article: ArticleId;
  /** The title of that, as it is now. */
  readonly title: Safe;
  /** Null until they were compared. */
  readonly changes: readonly Comparison[] | null;
  readonly top: number;
}

export function openChanges({ id, title }: Pick<Headline, 'id' | 'title'>): Next<Changes> {
  return [
    { screen: 'changes', article: id, title, changes: null, top: 0 },
    { type: 'compare', article: id },
  ];
}

const commands: readonly Command<Changes, World>[] = [
  leaveCommand(),
  ...movingCommands<Changes>({
    at: (state) => state.top,
    count: (state, world) => lastTop(state, world) + 1,
    page: (_, world) => bodyHeight(world),
    to: (state, top): Next<Changes> => [{ ...state, top }],
  }),
];

export const changes: Screen<Changes> = {
  name: 'changes',
  title: say`Changes`,
  commands,
  captures: () => false,
  update: updateChanges,
  view: viewChanges,
};

function updateChanges(state: Changes, message: Message, world: World): Next<Changes> {
  if (message.type === 'changesArrived')
    return [message.article === state.article ? { ...state, changes: message.changes } : state];
  if (message.type === 'libraryChanged') return [state, { type: 'compare', article: state.article }];
  if (message.type === 'wheeled' || message.type === 'resized') {
    const top = state.top + (message.type === 'wheeled' ? message.rows : 0);
    return [{ ...state, top: Math.max(0, Math.min(top, lastTop(state, world))) }];
  }
  return [state];
}

function viewChanges(state: Changes, world: World): Frame {
  const rows = rowsOf(state, world);
  const bar = topBar(
    world,
    [
      { text: say` Changes`, role: 'title', strong: true },
      { text: say`  ${state.title}`, role: 'muted' },
    ],
    [
      { text: say`added  `, role: 'added', strong: true },
      { text: say`removed`, role: 'removed', struck: true },
      { text: say` `, role: 'muted' },
    ],
  );
  const spoken = (state.changes ?? []).map((change) => comparisonWords(change, world));
  return {
    rows: framed(world, bar, rows.slice(state.top, state.top + bodyHeight(world)), keysBar(commands, state, world)),
    chooser: null,
    cursor: null,
    spoken: spoken.length > 0 ? spoken : [say`Changes: none.`],
  };
}

function rowsOf({ changes }: Changes, world: World): readonly FrameRow[] {
  if (changes === null) return [];
  if (changes.length > 0) return changes.flatMap((change) => comparisonRows(change, world));
  const words = say`This text is as it was when it was first taken in. When its source changes it, the change is shown here.`;
  return [emptyRow, ...paragraphRows(words, world.size.columns - 2, { role: 'muted', indent: 2 })];
}

function lastTop(state: Changes, world: World): number {
  return Math.max(0, rowsOf(state, world).length - bodyHeight(world));
}
