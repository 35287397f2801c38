import type { Message, Next } from '../../loop/index.ts';
import { barsAbove } from '../bars.ts';
import { tagsFrom } from '../marking.ts';
import { within } from '../moving.ts';
import type { World } from '../world.ts';
import { keepInView, linesOf } from './layout.ts';
import { arrived, askSources, listOfSource, selectedReport, type Sources } from './state.ts';

/** What the list of sources does with what happened. */
export function updateSources(state: Sources, message: Message, world: World): Next<Sources> {
  switch (message.type) {
    case 'sourcesArrived':
      return [keepInView(arrived(state, message.sources), world)];
    case 'marked':
    case 'libraryChanged':
      return [state, askSources];
    case 'resized':
      return [keepInView(state, world)];
    case 'promptEntered':
      return entered(state, message);
    case 'wheeled':
      return moveTo(state, state.selected + message.rows, world);
    case 'clicked':
      return click(state, message.row, world);
    default:
      return [state];
  }
}

/** Selects a row and keeps it on the screen. */
export function moveTo(state: Sources, index: number, world: World): Next<Sources> {
  return [keepInView({ ...state, selected: within(index, state.reports?.length ?? 0) }, world)];
}

/** Opens the articles of the selected source. */
export function openSelected(state: Sources): Next<Sources> {
  const report = selectedReport(state);
  if (!report) return [state];
  return [state, { type: 'open', opening: { screen: 'headlines', list: listOfSource(report.source) } }];
}

function entered(state: Sources, { purpose, text }: Extract<Message, { type: 'promptEntered' }>): Next<Sources> {
  const source = selectedReport(state)?.source;
  if (!source) return [state];
  if (purpose === 'name' && text.trim() !== '')
    return [state, { type: 'changeSource', source: source.id, change: { name: text } }];
  return purpose === 'tags'
    ? [state, { type: 'changeSource', source: source.id, change: { tags: tagsFrom(text) } }]
    : [state];
}

function click(state: Sources, row: number, world: World): Next<Sources> {
  const line = linesOf(state, world)[row - barsAbove(world)];
  if (line?.type !== 'source') return [state];
  return line.index === state.selected ? openSelected(state) : moveTo(state, line.index, world);
}
