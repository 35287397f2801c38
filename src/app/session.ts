import { cleanLine } from '../text/index.ts';
import {
  emptyTrail,
  remember,
  type ArticleId,
  type Place,
  sorts,
  type Sort,
  type Step,
  type Trail,
} from '../news/index.ts';
import type { Effect, Next } from '../loop/index.ts';
import { leftAt, openList, selectedHeadline, type Headlines } from '../screens/index.ts';
import type { Root } from './state.ts';
import { worldOf } from './world.ts';

/** What is written down of the state, to open the program again as it was. */
interface Session {
  readonly version: 1;
  readonly list: string;
  readonly filter: string;
  readonly sort: Sort;
  readonly selected: ArticleId | null;
  /** Articles above the selected one on the screen. */
  readonly above: number;
  readonly reading: boolean;
  readonly trail: Trail;
}

/** Returns what is to be kept of the state. */
export function sessionOf(root: Root): Session {
  const list = root.stack.find((state): state is Headlines => state.screen === 'headlines');
  const reading = root.stack.findLast((state) => state.screen === 'reading');
  const at = reading ? leftAt(reading, worldOf(root)) : null;
  return {
    version: 1,
    list: list?.list.id ?? 'latest',
    filter: list?.filter ?? '',
    sort: list?.sort ?? 'newest',
    selected: list ? (selectedHeadline(list)?.id ?? null) : null,
    above: list ? list.selected - list.top : 0,
    reading: reading !== undefined,
    trail: at ? remember(root.trail, at.place, at.link) : root.trail,
  };
}

/** Whether something changed that must not be lost even if the program is killed: the trail, the list, what is open. */
export function sessionChanged(before: Root, after: Root): boolean {
  if (before.trail !== after.trail) return true;
  const shape = (root: Root) =>
    root.stack
      .map((state) => (state.screen === 'headlines' ? `${state.list.id} ${state.sort} ${state.filter}` : state.screen))
      .join();
  return before.stack !== after.stack && shape(before) !== shape(after);
}

/** Returns the state as it was when the program ended, as far as it is still there; the first list otherwise. */
export function restore(root: Root, kept: unknown): Next<Root> {
  const session = sessionFrom(kept);
  const list = root.lists.find(({ id }) => id === session?.list) ?? root.lists[0]!;
  const [state, ...effects] = session
    ? openList(list, { ...session, filter: cleanLine(session.filter) })
    : openList(list);
  const trail = session?.trail ?? emptyTrail;
  const step = session?.reading ? trail.steps[trail.at] : undefined;
  const reopen: readonly Effect[] = step
    ? [{ type: 'read', article: step.article, arrival: { type: 'step', index: trail.at } }]
    : [];
  return [{ ...root, stack: [state], trail }, ...effects, { type: 'count' }, ...reopen];
}

/** What was kept is checked part by part: another version of the program, or a damaged disk, may have written it. */
function sessionFrom(kept: unknown): Session | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { version, list, filter, sort, selected, above, reading, trail } = kept as Partial<
    Record<keyof Session, unknown>
  >;
  if (version !== 1) return null;
  return {
    version,
    list: typeof list === 'string' ? list : 'latest',
    filter: typeof filter === 'string' ? filter : '',
    sort: sorts.find((one) => one === sort) ?? 'newest',
    selected: typeof selected === 'string' ? (cleanLine(selected) as ArticleId) : null,
    above: typeof above === 'number' && above > 0 ? Math.floor(above) : 0,
    reading: reading === true,
    trail: trailFrom(trail),
  };
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
  const { article, title, place, link } = kept as Partial<Record<keyof Step, unknown>>;
  if (typeof article !== 'string' || typeof title !== 'string') return [];
  return [
    {
      article: cleanLine(article) as ArticleId,
      title: cleanLine(title),
      place: placeFrom(place),
      link: typeof link === 'number' ? link : null,
    },
  ];
}

function placeFrom(kept: unknown): Place | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { block, offset } = kept as Partial<Record<keyof Place, unknown>>;
  return typeof block === 'number' && typeof offset === 'number' ? { block, offset } : null;
}
