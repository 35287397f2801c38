import { say, type Safe } from '../text/index.ts';
import { spread, type Piece, type Row } from '../kit/index.ts';
import type { ChooserPicture } from './screen.ts';
import type { World } from './world.ts';

/** One row of a sheet's list, before it is drawn. */
export interface SheetEntry {
  readonly key: string;
  readonly label: Safe;
  readonly detail: Safe | null;
  readonly dim?: boolean;
}

/** A sheet at the foot of the screen, over the rows below it: a title, a list to choose from, a last row. */
export function sheet(
  below: readonly Row[],
  title: Row,
  entries: readonly SheetEntry[],
  selected: number,
  last: Row,
  world: World,
): { readonly rows: readonly Row[]; readonly chooser: ChooserPicture | null } {
  const { rows, columns } = world.size;
  const limit = Math.max(1, Math.min(entries.length, Math.floor(rows * 0.6), rows - 4));
  const shown = entries.length === 0 ? 0 : limit;
  const above = below.slice(0, Math.max(0, rows - shown - 2));
  const picture: ChooserPicture = {
    at: above.length + 1,
    rows: entries.map((entry) => ({
      key: entry.key,
      row: entryRow(entry, false, columns, world),
      chosen: entryRow(entry, true, columns, world),
    })),
    selected,
    limit,
  };
  return { rows: [...above, title, last], chooser: entries.length === 0 ? null : picture };
}

/** Returns the title row of a sheet: a rule with the name in it. */
export function sheetTitle(title: Safe, note: Safe, world: World): Row {
  return spread(
    [{ text: title, role: 'panelTitle', strong: true }],
    [{ text: note, role: 'muted' }],
    world.size.columns,
    { ground: 'bar' },
  );
}

const blank = say` `;

function entryRow(entry: SheetEntry, isChosen: boolean, columns: number, world: World): Row {
  const left: Piece[] = [
    { text: isChosen ? world.signs.bar : blank, role: 'text' },
    { text: blank, role: 'text' },
    { text: entry.label, role: entry.dim ? 'muted' : 'text', strong: isChosen },
  ];
  const right: Piece[] = entry.detail
    ? [
        { text: entry.detail, role: 'muted' },
        { text: blank, role: 'text' },
      ]
    : [];
  return spread(left, right, columns, isChosen ? { ground: 'selection' } : {});
}
