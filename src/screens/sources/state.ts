import type { SmartList, Source, SourceReport } from '../../news/index.ts';
import type { Effect, Next } from '../../loop/index.ts';
import { within } from '../moving.ts';

/** The list of sources: those that fail first, for they are why one looks here. */
export interface Sources {
  readonly screen: 'sources';
  /** Null until they have come. */
  readonly reports: readonly SourceReport[] | null;
  /** Indices in the reports. */
  readonly selected: number;
  readonly top: number;
}

/** The parts of the list, in their order. `pages` are the sites of pages that links led to. */
export type Part = 'failing' | 'kept' | 'pages';

export function openSources(): Next<Sources> {
  return [{ screen: 'sources', reports: null, selected: 0, top: 0 }, askSources];
}

export const askSources: Effect = { type: 'askSources' };

export function partOf({ source, health }: SourceReport): Part {
  if (!source.kept) return 'pages';
  return health && !source.paused && (health.failures > 0 || health.gone) ? 'failing' : 'kept';
}

/** Returns the state with what has come, in order; the same source stays selected. */
export function arrived(state: Sources, reports: readonly SourceReport[]): Sources {
  const sorted = reports.toSorted(
    (one, other) => parts.indexOf(partOf(one)) - parts.indexOf(partOf(other)) || byName(one.source, other.source),
  );
  const chosen = selectedReport(state)?.source.id;
  const index = sorted.findIndex(({ source }) => source.id === chosen);
  return { ...state, reports: sorted, selected: within(index === -1 ? state.selected : index, sorted.length) };
}

export function selectedReport(state: Sources): SourceReport | null {
  return state.reports?.[state.selected] ?? null;
}

/** Returns the list of a source's articles. */
export function listOfSource({ id, name }: Pick<Source, 'id' | 'name'>): SmartList {
  return { id: `source ${id}`, name, query: { conditions: [{ type: 'source', source: id }], sort: 'newest' } };
}

const parts: readonly Part[] = ['failing', 'kept', 'pages'];

let collator: Intl.Collator | undefined;

function byName(one: Source, other: Source): number {
  // Made when sources are first put in order: it is too dear for a start.
  collator ??= new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);
}
