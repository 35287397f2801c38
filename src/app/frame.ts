import { say, type Safe } from '../text/index.ts';
import { gauge, overlay, panel, spread, type Piece, type Row } from '../kit/index.ts';
import { typeset } from '../prose/index.ts';
import { lookUp } from '../loop/index.ts';
import { emptyRow, screenOf, type Frame } from '../screens/index.ts';
import { bindingsOf, findCommand, keysFor } from './keymap.ts';
import { topOf, type Root } from './state.ts';
import { roundWords, shownErrand } from './waiting.ts';
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
  return sized(prefixed(toasted(waited(frame, root), root), root), root);
}

const blank: Frame = { rows: [], chooser: null, cursor: null, spoken: [] };

/** What is waited for is told on the rule above the last row, once it has taken a while. */
function waited(frame: Frame, root: Root): Frame {
  const going = shownErrand(root);
  if (!going?.slow) return frame;
  const { dot, ellipsis, keyName } = root.signs;
  const { round } = going;
  const words = round ? say`${going.about} ${roundWords(round, dot)}` : say`${going.about} ${ellipsis}`;
  const share = round && round.asked > 0 ? round.done / round.asked : 0;
  const meter = round && root.size.columns >= 60 ? gauge.meter(share, 16, root.signs) : [];
  const key = keyName(keysFor('program.cancel', root.rebound)[0] ?? '');
  const row = spread(
    [{ text: say` ${words} `, role: 'notice' }, ...meter],
    [{ text: say`${key} cancels `, role: 'muted' }],
    root.size.columns,
  );
  return { ...frame, rows: frame.rows.with(ruleRow(frame, root), row), spoken: [...frame.spoken, words] };
}

/** A toast takes the place of the rule above the last row, where it hides nothing that is read; a long one, of what is above. */
function toasted(frame: Frame, root: Root): Frame {
  if (!root.toast) return frame;
  const { columns } = root.size;
  const lines = typeset([{ type: 'paragraph', spans: [{ text: root.toast.words }] }], {
    columns: Math.max(16, columns - 2),
  });
  const rows = lines.slice(0, mostToastRows).map(({ runs }): Row =>
    spread(
      [{ text: say` `, role: 'toast' }, ...runs.map(({ text }): Piece => ({ text, role: 'toast' }))],
      [],
      columns,
      {
        ground: 'toast',
      },
    ),
  );
  const first = Math.max(0, ruleRow(frame, root) - rows.length + 1);
  return {
    ...frame,
    rows: frame.rows.map((old, index) => rows[index - first] ?? old),
    spoken: [...frame.spoken, root.toast.words],
  };
}

/** Trouble is told in words, but never in more rows than leave the screen readable. */
const mostToastRows = 4;

/** Returns the index of the row that stands above the last one, or of the last where there is none to spare. */
function ruleRow({ chooser, rows, foot = 1 }: Frame, root: Root): number {
  const isLow = chooser || rows.length < 5 || (root.zen && foot === 1);
  return Math.max(0, isLow ? rows.length - 1 : rows.length - 1 - foot);
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
