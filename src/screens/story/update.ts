import { say } from '../../text/index.ts';
import type { Message, Next } from '../../loop/index.ts';
import { barsAbove } from '../bars.ts';
import { within } from '../moving.ts';
import { neighbourIn, tagged } from '../outline.ts';
import type { World } from '../world.ts';
import { keepInView, linesOf } from './layout.ts';
import { entriesOf, gathered, headlineOf, selectedHeadline, type StoryScreen } from './state.ts';

/** What the story does with what happened. */
export function updateStory(state: StoryScreen, message: Message, world: World): Next<StoryScreen> {
  switch (message.type) {
    case 'timelineArrived':
      return message.article === state.article ? [keepInView(gathered(state, message.timeline), world)] : [state];
    case 'marked':
    case 'libraryChanged':
      return [state, { type: 'gatherStory', article: state.article }];
    case 'resized':
      return [keepInView(state, world)];
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
export function moveTo(state: StoryScreen, index: number, world: World): Next<StoryScreen> {
  return [keepInView({ ...state, selected: within(index, entriesOf(state).length) }, world)];
}

/** Opens the selected article over the story. */
export function openSelected(state: StoryScreen): Next<StoryScreen> {
  const headline = selectedHeadline(state);
  return headline ? [state, { type: 'follow', article: headline.id, from: null }] : [state];
}

function openNeighbour(
  state: StoryScreen,
  wanted: Extract<Message, { type: 'neighbourWanted' }>,
  world: World,
): Next<StoryScreen> {
  const headlines = entriesOf(state).map(headlineOf);
  const index = neighbourIn(headlines, state.selected, wanted);
  if (index === null) return [state, { type: 'tell', words: say`No further article of the story in this direction.` }];
  const [moved] = moveTo(state, index, world);
  return [moved, { type: 'follow', article: headlines[index]!.id, from: wanted.from }];
}

function click(state: StoryScreen, row: number, world: World): Next<StoryScreen> {
  const line = linesOf(state, world)[row - barsAbove(world)];
  if (line?.type !== 'title' && line?.type !== 'about') return [state];
  return line.index === state.selected ? openSelected(state) : moveTo(state, line.index, world);
}
