import type { Align } from '../../news/index.ts';
import { attribute, firstWithin, firstWordsOf, partsOf, within, type Part } from './tree.ts';

/** Returns whether a table tells something in rows and columns; others only place text on the page. */
export function isTabular(table: Part): boolean {
  if (
    /^(?:presentation|none)$/.test(attribute(table, 'role')) ||
    firstWithin(table, 12)
      .slice(1)
      .some(({ tag }) => tag === 'table')
  )
    return false;
  const inside = firstWithin(table, most);
  if (inside.length === most) return false;
  if (inside.slice(1).some(({ tag }) => layout.has(tag))) return false;
  const rows = inside.filter(({ tag }) => tag === 'tr');
  const cells = rows.map((row) => cellsOf(row).length);
  const columns = Math.max(0, ...cells);
  if (columns < 2 || rows.length < 2) return false;
  if (inside.some(({ tag }) => tag === 'th' || tag === 'caption' || tag === 'thead')) return true;
  const texts = inside.filter(({ tag }) => tag === 'td').map((cell) => firstWordsOf(cell, 400).length);
  return texts.every((length) => length < 400) && columns <= 20;
}

/** Most elements of a table; what has more places the text of a page. */
const most = 10_000;
const layout = new Set('table article figure h1 form pre'.split(' '));

interface Rows {
  readonly caption: Part | null;
  readonly aligns: readonly Align[];
  readonly head: readonly Part[];
  readonly rows: readonly (readonly Part[])[];
}

/** Returns the cells of a table in rows of one length. The first row is its head when it says so. */
export function rowsOf(table: Part): Rows {
  const inside = within(table);
  const all = inside
    .filter(({ tag }) => tag === 'tr')
    .map(spread)
    .filter((row) => row.length > 0);
  const columns = Math.max(...all.map((row) => row.length));
  const filled = all.map((row) => [...row, ...Array.from({ length: columns - row.length }, empty)]);
  const [first = []] = filled;
  const hasHead = first.every(({ tag, parent }) => tag === 'th' || parent === null || parent.parent?.tag === 'thead');
  const aligns = first.map(alignOf);
  return {
    caption: inside.find(({ tag }) => tag === 'caption') ?? null,
    aligns,
    head: hasHead ? first : first.map(empty),
    rows: hasHead ? filled.slice(1) : filled,
  };
}

function cellsOf(row: Part): readonly Part[] {
  return partsOf(row).filter(({ tag }) => tag === 'td' || tag === 'th');
}

/** A cell over several columns leaves the others empty. */
function spread(row: Part): readonly Part[] {
  return cellsOf(row)
    .flatMap((cell) => {
      const span = Math.min(20, Math.max(1, Number.parseInt(attribute(cell, 'colspan') || '1', 10) || 1));
      return [cell, ...Array.from({ length: span - 1 }, empty)];
    })
    .slice(0, 60);
}

function empty(): Part {
  return { tag: 'td', attributes: new Map(), children: [], parent: null };
}

function alignOf(cell: Part): Align {
  const named = attribute(cell, 'align') || (/text-align\s*:\s*(\w+)/.exec(attribute(cell, 'style'))?.[1] ?? '');
  return named === 'left' || named === 'center' || named === 'right' ? named : null;
}
