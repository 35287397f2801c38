import type { Command, Next } from '../../loop/index.ts';
import { bodyHeight } from '../bars.ts';
import { connectingCommands } from '../connecting.ts';
import { articleCommands } from '../marking.ts';
import { movingCommands } from '../moving.ts';
import type { World } from '../world.ts';
import { findCommands } from './findCommands.ts';
import { goingCommands } from './goingCommands.ts';
import { linkCommands } from './linkCommands.ts';
import { leftAt, lastTop, noteProgress, type Reading } from './state.ts';
import { scroll } from './update.ts';
import { wholeCommand } from './whole.ts';

type Row = Command<Reading, World>;

const scrolling = movingCommands<Reading>({
  at: (state) => state.top,
  count: (state, world) => lastTop(state, world) + 1,
  page: (_, world) => bodyHeight(world),
  to: scroll,
}).map((row): Row =>
  row.id === 'move.pageDown' ? { ...row, run: (state, world) => pageOrNext(state, row, world) } : row,
);

export const readingCommands: readonly Row[] = [
  ...linkCommands,
  ...goingCommands,
  ...connectingCommands<Reading>((state) => state.article),
  wholeCommand,
  ...findCommands,
  ...articleCommands<Reading>(
    (state) => state.article,
    (state) => state.article.address,
  ),
  ...scrolling,
];

/** Space at the end of an article goes on to the next unread one. */
function pageOrNext(state: Reading, row: Row, world: World): Next<Reading> {
  if (state.top < lastTop(state, world)) return row.run(state, world);
  return [
    state,
    ...noteProgress(state, world),
    { type: 'send', message: { type: 'neighbourWanted', step: 1, unread: true, from: leftAt(state, world) } },
  ];
}
