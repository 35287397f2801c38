import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import headless, { type IBufferCell } from '@xterm/headless';

/** One character on the screen as it looks. Colours are `#rrggbb`, a number of the palette, or null for the terminal's own. */
export interface Cell {
  readonly text: string;
  /** Columns that it fills; the cell after a wide one is left out. */
  readonly width: number;
  readonly ink: string | number | null;
  readonly paper: string | number | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly struck: boolean;
}

/** A terminal's screen, without a window: bytes go in, and what a person would see comes out. */
export class Screen {
  readonly #emulator: headless.Terminal;
  #waiting = 0;
  #title = '';

  constructor(columns: number, rows: number, answer: (bytes: string) => void) {
    this.#emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
    this.#emulator.loadAddon(new UnicodeGraphemesAddon());
    this.#emulator.onData(answer);
    this.#emulator.onTitleChange((title) => (this.#title = title));
  }

  /** Draws the bytes, then calls back. */
  write(bytes: Uint8Array, drawn: () => void): void {
    this.#waiting += 1;
    this.#emulator.write(bytes, () => {
      this.#waiting -= 1;
      drawn();
    });
  }

  /** Whether bytes came that are not drawn yet. */
  get drawing(): boolean {
    return this.#waiting > 0;
  }

  /** Whether the alternate screen shows, as a full-screen program's does. */
  get alternate(): boolean {
    return this.#emulator.buffer.active.type === 'alternate';
  }

  /** What still changes how the terminal behaves: mouse reports, pasted text in brackets, focus reports, wrapping off. */
  get modesLeftOn(): readonly string[] {
    const { mouseTrackingMode, bracketedPasteMode, sendFocusMode, wraparoundMode, synchronizedOutputMode } =
      this.#emulator.modes;
    const left = {
      mouse: mouseTrackingMode !== 'none',
      paste: bracketedPasteMode,
      focus: sendFocusMode,
      nowrap: !wraparoundMode,
    };
    return Object.entries({ ...left, held: synchronizedOutputMode }).flatMap(([name, on]) => (on ? [name] : []));
  }

  get title(): string {
    return this.#title;
  }

  get cursor(): { readonly column: number; readonly row: number } {
    const { cursorX, cursorY } = this.#emulator.buffer.active;
    return { column: cursorX, row: cursorY };
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
  }

  /** Returns the rows that show as text, without the blanks at their ends. */
  lines(): string[] {
    const { active } = this.#emulator.buffer;
    return Array.from(
      { length: this.#emulator.rows },
      (_, row) =>
        active
          .getLine(active.baseY + row)
          ?.translateToString()
          .trimEnd() ?? '',
    );
  }

  /** Returns the rows that show as cells. */
  cells(): Cell[][] {
    const { active } = this.#emulator.buffer;
    return Array.from({ length: this.#emulator.rows }, (_, row) => {
      const line = active.getLine(active.baseY + row);
      const cells = Array.from({ length: this.#emulator.cols }, (_, column) => line?.getCell(column));
      return cells
        .filter((cell) => cell !== undefined && cell.getWidth() > 0)
        .map((cell) => cellOf(cell as IBufferCell));
    });
  }
}

/** Of a blank only what is behind or through it shows. */
function cellOf(cell: IBufferCell): Cell {
  const seen = styledCell(cell);
  if (seen.text !== ' ' || seen.underline || seen.inverse || seen.struck) return seen;
  return { ...seen, ink: null, bold: false, dim: false, italic: false };
}

function styledCell(cell: IBufferCell): Cell {
  return {
    text: cell.getChars() || ' ',
    width: cell.getWidth(),
    ink: colour(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()),
    paper: colour(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
    struck: cell.isStrikethrough() !== 0,
  };
}

function colour(rgb: boolean, palette: boolean, value: number): string | number | null {
  if (rgb) return `#${value.toString(16).padStart(6, '0')}`;
  return palette ? value : null;
}
