import { cleanLine, say } from '../text/index.ts';
import {
  emptyTrail,
  remember,
  type ArticleId,
  type Place,
  type SmartList,
  sorts,
  type Step,
  type Trail,
} from '../news/index.ts';
import { readQuery, writeQuery } from '../query/index.ts';
import type { Effect, Next } from '../loop/index.ts';
import { leftAt, openList, selectedHeadline, type Headlines, type ListLeft } from '../screens/index.ts';
import type { Root } from './state.ts';
import { worldOf } from './world.ts';

/** What is written down of the state, to open the program again as it was. */
interface Session extends ListLeft {
  readonly version: 1;
  readonly list: string;
  /** The list that stood on that, if any: of a source, or of what a query finds. */
  readonly upper: (ListLeft & Pick<SmartList, 'id' | 'name'> & { readonly query: string }) | null;
  readonly reading: boolean;
  readonly trail: Trail;
}

/** Returns what is to be kept of the state. */
export function sessionOf(root: Root): Session {
  const lists = root.stack.filter((state) => state.screen === 'headlines');
  const [list] = lists;
  const last = lists.at(-1);
  const reading = root.stack.findLast((state) => state.screen === 'reading');
  const at = reading ? leftAt(reading, worldOf(root)) : null;
  return {
    version: 1,
    list: list?.list.id ?? 'latest',
    ...(list ? leftOf(list) : nothingLeft),
    upper: last && last !== list ? { ...leftOf(last), ...last.list, query: writeQuery(last.list.query) } : null,
    reading: reading !== undefined,
    trail: at ? remember(root.trail, at) : root.trail,
  };
}

const nothingLeft: ListLeft = { filter: say``, sort: 'newest', folded: false, selected: null, above: 0 };

function leftOf(list: Headlines): ListLeft {
  const { filter, sort, folded, selected, top } = list;
  return { filter, sort, folded, selected: selectedHeadline(list)?.id ?? null, above: selected - top };
}

/** Whether something changed that must not be lost even if the program is killed: the trail, the list, what is open. */
export function sessionChanged(before: Root, after: Root): boolean {
  if (before.trail !== after.trail) return true;
  const shape = (root: Root) =>
    root.stack
      .map((state) =>
        state.screen === 'headlines' ? `${state.list.id} ${state.sort} ${state.folded} ${state.filter}` : state.screen,
      )
      .join();
  return before.stack !== after.stack && shape(before) !== shape(after);
}

/** Returns the state as it was when the program ended, as far as it is still there; the first list otherwise. */
export function restore(root: Root, kept: unknown): Next<Root> {
  const session = sessionFrom(kept);
  const list = root.lists.find(({ id }) => id === session?.list) ?? root.lists[0]!;
  const [state, ...effects] = openList(list, root, session ?? undefined);
  const asked = session?.upper ? readQuery(session.upper.query, root) : null;
  const [upper, ...more] =
    session?.upper && asked && !asked.mistake
      ? openList({ ...session.upper, query: asked.value }, root, session.upper)
      : [];
  const trail = session?.trail ?? emptyTrail;
  const step = session?.reading ? trail.steps[trail.at] : undefined;
  const reopen: readonly Effect[] = step
    ? [
        {
          type: 'read',
          article: step.article,
          arrival: { type: 'step', index: trail.at },
          ...(step.version ? { version: step.version } : {}),
        },
      ]
    : [];
  return [
    { ...root, stack: upper ? [state, upper] : [state], trail },
    ...effects,
    ...more,
    { type: 'count' },
    ...reopen,
  ];
}

/** What was kept is checked part by part: another version of the program, or a damaged disk, may have written it. */
function sessionFrom(kept: unknown): Session | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { version, list, upper, reading, trail } = kept as Partial<Record<keyof Session, unknown>>;
  if (version !== 1) return null;
  return {
    version,
    list: typeof list === 'string' ? list : 'latest',
    ...leftFrom(kept),
    upper: upperFrom(upper),
    reading: reading === true,
    trail: trailFrom(trail),
  };
}

function leftFrom(kept: object): ListLeft {
  const { filter, sort, folded, selected, above } = kept as Partial<Record<keyof ListLeft, unknown>>;
  return {
    filter: typeof filter === 'string' ? cleanLine(filter) : say``,
    sort: sorts.find((one) => one === sort) ?? 'newest',
    folded: folded === true,
    selected: typeof selected === 'string' ? (cleanLine(selected) as ArticleId) : null,
    above: typeof above === 'number' && above > 0 ? Math.floor(above) : 0,
  };
}

function upperFrom(kept: unknown): Session['upper'] {
  if (typeof kept !== 'object' || kept === null) return null;
  const { id, name, query } = kept as Partial<Record<'id' | 'name' | 'query', unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof query !== 'string') return null;
  return { ...leftFrom(kept), id, name: cleanLine(name), query };
}

function trailFrom(kept: unknown): Trail {
  if (typeof kept !== 'object' || kept === null) return emptyTrail;
  const { steps, at } = kept as Partial<Record<keyof Trail, unknown>>;
  if (!Array.isArray(steps) || typeof at !== 'number') return emptyTrail;
  const sound = steps.flatMap(stepFrom);
  return sound.length === steps.length && Number.isInteger(at) && at >= -1 && at < sound.length
    ? { steps: sound, at }
    : emptyTrail;
}

function stepFrom(kept: unknown): readonly Step[] {
  if (typeof kept !== 'object' || kept === null) return [];
  const { article, title, place, link, version } = kept as Partial<Record<keyof Step, unknown>>;
  if (typeof article !== 'string' || typeof title !== 'string') return [];
  return [
    {
      article: cleanLine(article) as ArticleId,
      title: cleanLine(title),
      place: placeFrom(place),
      link: typeof link === 'number' ? link : null,
      ...(version === 'filed' || version === 'page' ? { version } : {}),
    },
  ];
}

function placeFrom(kept: unknown): Place | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { block, offset } = kept as Partial<Record<keyof Place, unknown>>;
  return typeof block === 'number' && typeof offset === 'number' ? { block, offset } : null;
}
