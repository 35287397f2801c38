import { say } from '../../text/index.ts';
import { windowOf } from '../../kit/index.ts';
import type { Message, Next } from '../../loop/index.ts';
import { barsAbove, bodyHeight } from '../bars.ts';
import { within } from '../moving.ts';
import { neighbourIn, tagged } from '../outline.ts';
import type { World } from '../world.ts';
import { linesOf, linesOfSpot } from './layout.ts';
import { selectedHeadline, spotsOf, type MapScreen } from './state.ts';

/** What the map does with what happened. */
export function updateMap(state: MapScreen, message: Message, world: World): Next<MapScreen> {
  switch (message.type) {
    case 'mapArrived':
      return message.map.article === state.article ? [arrived(state, message.map, world)] : [state];
    case 'marked':
    case 'libraryChanged':
      return [state, { type: 'mapOut', article: state.article }];
    case 'resized':
      return moveTo(state, state.selected, world);
    case 'promptEntered':
      return message.purpose === 'tags' ? [state, ...tagged(selectedHeadline(state), message.text)] : [state];
    case 'neighbourWanted':
      return openNeighbour(state, message, world);
    case 'wheeled':
      return moveTo(state, state.selected + message.rows, world);
    case 'clicked':
      return click(state, message.row, world);
    default:
      return [state];
  }
}

/** Selects a row and keeps it on the screen. */
export function moveTo(state: MapScreen, index: number, world: World): Next<MapScreen> {
  const spots = spotsOf(state);
  const selected = within(index, spots.length);
  const top = windowOf({
    count: spots.length,
    selected,
    height: (at) => linesOfSpot(spots, at, false, world).length,
    rows: bodyHeight(world) - 1,
    top: state.top,
    margin: 1,
  });
  return [{ ...state, selected, top }];
}

/** Opens the selected article over the map. */
export function openSelected(state: MapScreen): Next<MapScreen> {
  const headline = selectedHeadline(state);
  return headline ? [state, { type: 'follow', article: headline.id, from: null }] : [state];
}

/** The same article stays selected when the map was made anew. */
function arrived(state: MapScreen, map: NonNullable<MapScreen['map']>, world: World): MapScreen {
  const before = selectedHeadline(state)?.id;
  const next = { ...state, map };
  const index = spotsOf(next).findIndex(({ neighbour }) => neighbour.headline.id === before);
  return moveTo(next, index === -1 ? state.selected : index, world)[0];
}

function openNeighbour(
  state: MapScreen,
  wanted: Extract<Message, { type: 'neighbourWanted' }>,
  world: World,
): Next<MapScreen> {
  const headlines = spotsOf(state).map(({ neighbour }) => neighbour.headline);
  const index = neighbourIn(headlines, state.selected, wanted);
  if (index === null) return [state, { type: 'tell', words: say`No further article on the map in this direction.` }];
  const [moved] = moveTo(state, index, world);
  return [moved, { type: 'follow', article: headlines[index]!.id, from: wanted.from }];
}

function click(state: MapScreen, row: number, world: World): Next<MapScreen> {
  const line = linesOf(state, world)[row - barsAbove(world)];
  if (line?.type !== 'spot') return [state];
  return line.index === state.selected ? openSelected(state) : moveTo(state, line.index, world);
}
