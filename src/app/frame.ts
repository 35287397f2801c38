import { say, type Safe } from '../text/index.ts';
import { overlay, panel, spread, type Row } from '../kit/index.ts';
import { lookUp } from '../loop/index.ts';
import { emptyRow, screenOf, type Frame } from '../screens/index.ts';
import { bindingsOf, findCommand } from './keymap.ts';
import { topOf, type Root } from './state.ts';
import { worldOf } from './world.ts';

/** Returns what the screen shows: the topmost whole screen, what lies over it, a toast, and what may follow a prefix. */
export function frameOf(root: Root): Frame {
  const world = worldOf(root);
  const base = Math.max(
    0,
    root.stack.findLastIndex((state) => !screenOf(state).isOverlay),
  );
  const shown = root.stack.slice(base);
  const frame = shown.reduce<Frame>((below, state) => screenOf(state).view(state, world, below.rows), blank);
  return sized(prefixed(toasted(frame, root), root), root);
}

const blank: Frame = { rows: [], chooser: null, cursor: null, spoken: [] };

/** A toast takes the place of the rule above the last row, where it hides nothing that is read. */
function toasted(frame: Frame, root: Root): Frame {
  if (!root.toast) return frame;
  const row: Row = spread([{ text: say` ${root.toast.words} `, role: 'toast' }], [], root.size.columns, {
    ground: 'toast',
  });
  const at = frame.chooser || frame.rows.length < 5 || root.zen ? frame.rows.length - 1 : frame.rows.length - 2;
  return {
    ...frame,
    rows: frame.rows.map((old, index) => (index === at ? row : old)),
    spoken: [...frame.spoken, root.toast.words],
  };
}

/** After a key that begins a chord, a panel shows what may follow. */
function prefixed(frame: Frame, root: Root): Frame {
  const top = topOf(root);
  if (root.pending === '' || !top) return frame;
  const found = lookUp(bindingsOf(top, root.rebound), root.pending);
  if (found.type !== 'prefix') return frame;
  const choices = found.following.map(({ chord, command }) => ({
    key: chord.slice(root.pending.length + 1),
    title: findCommand(top, command)?.command.title ?? say``,
  }));
  const columns = Math.min(root.size.columns, 34);
  const rows = choices.map(({ key, title }): Row => ({
    pieces: [
      { text: say`${root.signs.keyName(key)}  `, role: 'barKey' },
      { text: title, role: 'text' },
    ],
  }));
  const name: Safe = root.signs.keyName(root.pending);
  const box = panel(rows, [{ text: say`${name} …`, role: 'panelTitle' }], columns, root.signs);
  const spot = {
    row: Math.max(0, frame.rows.length - box.length - 2),
    column: Math.max(0, root.size.columns - columns - 1),
  };
  const spoken = choices.map(({ key, title }) => say`${name} ${root.signs.keyName(key)}: ${title}`);
  return { ...frame, rows: overlay(frame.rows, box, spot), spoken };
}

/** A frame has exactly as many rows as the terminal, so that nothing ever has to be cleared. */
function sized(frame: Frame, root: Root): Frame {
  const room = Math.max(0, root.size.rows - (frame.chooser?.limit ?? 0));
  const rows = [...frame.rows, ...Array.from({ length: Math.max(0, room - frame.rows.length) }, () => emptyRow)].slice(
    0,
    room,
  );
  return { ...frame, rows };
}
