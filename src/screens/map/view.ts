import { join, say, type Safe } from '../../text/index.ts';
import type { Neighbour } from '../../news/index.ts';
import { spread, type Piece, type Row } from '../../kit/index.ts';
import { emptyRow, framed, keysBar, topBar } from '../bars.ts';
import { shortDate } from '../dates.ts';
import { paragraphRows } from '../paragraph.ts';
import { stateWords, statusSign } from '../signs.ts';
import type { Frame } from '../screen.ts';
import type { World } from '../world.ts';
import { mapCommands } from './commands.ts';
import { linesOf, type MapLine } from './layout.ts';
import { spotsOf, type MapScreen, type Spot } from './state.ts';

/** The map: an outline, the neighbours by how one gets to them, and behind each what lies one step further. */
export function viewMap(state: MapScreen, world: World): Frame {
  const spots = spotsOf(state);
  const lines = linesOf(state, world);
  const body = lines.length > 0 ? lines.map((line) => rowOf(state, line, world)) : emptyRows(state, world);
  const title: readonly Piece[] = [
    { text: say` Map`, role: 'title', strong: true },
    { text: say`  ${state.title}`, role: 'muted' },
  ];
  const count = spots.length === 1 ? say`1 article ` : say`${spots.length} articles `;
  return {
    rows: framed(
      world,
      topBar(world, title, [{ text: count, role: 'muted' }]),
      body,
      keysBar(mapCommands, state, world),
    ),
    chooser: null,
    cursor: null,
    spoken: spokenOf(state),
  };
}

const ways: Record<Neighbour['via'], Safe> = {
  'links to': say`It links to`,
  'linked from': say`Linked from`,
  background: say`Background`,
  related: say`Related`,
};

/** The same for what lies behind a neighbour. */
const further: Record<Neighbour['via'], Safe> = {
  'links to': say`links to`,
  'linked from': say`linked from`,
  background: say`background`,
  related: say`related`,
};

function rowOf(state: MapScreen, line: MapLine, world: World): Row {
  if (line.type === 'space') return emptyRow;
  if (line.type === 'way') return { pieces: [{ text: say`  ${ways[line.via]}`, role: 'section', strong: true }] };
  const isSelected = line.index === state.selected;
  return line.type === 'spot' ? spotRow(line.spot, isSelected, world) : whyRow(line.spot, isSelected, world);
}

function spotRow({ neighbour, depth }: Spot, isSelected: boolean, world: World): Row {
  const { status, title, published } = neighbour.headline;
  const branch = depth === 1 ? say`` : say`   ${world.signs.step} ${further[neighbour.via]}: `;
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar} ` : say`  `, role: 'unread' },
    { text: branch, role: 'muted' },
    statusSign(status, world),
    { text: say` ${title}`, role: status.read === 'read' ? 'read' : 'headline', strong: depth === 1 },
  ];
  const right: Piece[] = [
    ...(status.bookmarked ? [{ text: say` ${world.signs.bookmark}`, role: 'bookmark' as const }] : []),
    { text: say` ${shortDate(published, world)} `, role: 'muted' },
  ];
  return spread(left, right, world.size.columns, {
    ellipsis: world.signs.ellipsis,
    ...(isSelected ? { ground: 'selection' as const } : {}),
  });
}

function whyRow({ neighbour }: Spot, isSelected: boolean, world: World): Row {
  const words = join(neighbour.why, say` ${world.signs.dot} `);
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar}   ` : say`    `, role: 'unread' },
    { text: words, role: 'muted' },
  ];
  return spread(left, [{ text: say` `, role: 'muted' }], world.size.columns, {
    ellipsis: world.signs.ellipsis,
    ...(isSelected ? { ground: 'selection' as const } : {}),
  });
}

function emptyRows(state: MapScreen, world: World): readonly Row[] {
  if (!state.map) return [];
  const words = say`Nothing here has to do with this article yet: no link leads to it or from it, and none is much like it.`;
  return [emptyRow, ...paragraphRows(words, world.size.columns - 2, { role: 'muted', indent: 2 })];
}

function spokenOf(state: MapScreen): readonly Safe[] {
  const spots = spotsOf(state);
  const spot = spots[state.selected];
  const head = say`Map: ${spots.length} articles around this one.`;
  if (!spot) return [head];
  const { headline, via, why } = spot.neighbour;
  const way = spot.depth === 1 ? ways[via] : say`Two steps out, ${further[via]}`;
  return [
    head,
    say`${state.selected + 1} of ${spots.length}: ${way}: ${headline.title}. ${stateWords(headline)}. ${join(why, say`, `)}`,
  ];
}
