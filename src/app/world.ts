import { screenOf, type ScreenState, type World } from '../screens/index.ts';
import { findCommand, keysFor, keysOf, offersOf } from './keymap.ts';
import { topOf, type Root } from './state.ts';

/** Articles of which a short beginning of a word says too little to be worth looking for. */
const multitude = 50_000;

/** Returns what the screens may look at. What costs something is worked out only when it is asked for. */
export function worldOf(root: Root): World {
  const asked = calledFrom(root);
  const world: World = {
    size: root.size,
    now: root.now,
    locale: root.locale,
    zone: root.zone,
    measure: root.measure,
    signs: root.signs,
    zen: root.zen,
    pictures: root.pictures,
    preview: root.preview,
    theme: root.theme,
    themes: root.themes,
    lists: root.lists,
    counts: root.counts,
    beginning: (root.counts[0] ?? 0) > multitude ? 4 : 2,
    rules: root.rules,
    hidden: root.hidden,
    trail: root.trail,
    reading: root.reading,
    depth: root.stack.length,
    offers: () => (asked ? offersOf(root, asked, world) : []),
    keyOf: (id) => {
      const top = topOf(root);
      const found = top && findCommand(top, id);
      return (found ? keysOf(found.command, root.rebound) : keysFor(id, root.rebound))[0] ?? '';
    },
  };
  return world;
}

/** The screen that help and palette speak of: the topmost that has commands of its own. */
function calledFrom(root: Root): ScreenState | undefined {
  return root.stack.findLast((state) => screenOf(state).commands.length > 0);
}
