import { EventEmitter } from 'node:events';
import { compact } from './compact.ts';

/**
 * What the program itself sends: colours and attributes, moving and erasing, its own private modes, and links to plain
 * web addresses. Everything else that looks like control is not ours, wherever it came from, and is dropped.
 */
const sent = [
  /^\x1b\[[0-9;]*m$/,
  /^\x1b\[[0-9;]*[ABCDEFGHJKfd]$/,
  /^\x1b\[\?(?:7|25|1000|1002|1006|1049|2004|2026|2031)(?:;\d+)*[hl]$/,
  /^\x1b\]8;;(?:https?:\/\/[!-~]{1,4096})?\x1b\\$/,
  /^\x1b\]2;[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]{0,120}\x07$/,
];
const control =
  /\x1b\[[0-9;:<=>?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\x9c]*(?:\x1b\\|\x07)?|\x1b.?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gsu;
/** Blinking and concealed text are never the program's own. */
const forbiddenStyle = /^\x1b\[(?:[0-9;]*;)?(?:5|6|8)(?:;[0-9;]*)?m$/;
const colours = /[34]8;(?:5;\d+|2;\d+;\d+;\d+)/g;

/** Returns the text with every control sequence taken out that the program does not send itself. */
export function allowed(text: string): string {
  return text.replace(control, (found) => (isOurs(found) ? found : ''));
}

function isOurs(found: string): boolean {
  return sent.some((own) => own.test(found)) && !forbiddenStyle.test(found.replace(colours, '0'));
}

/** The other screen is entered before Ink is loaded, and Ink draws its first frame from where the cursor stands. */
const enter = '\x1b[?1049h';
const leave = '\x1b[?1049l';
const home = '\x1b[H';
const hideCursor = '\x1b[?25l';
/** Between these a terminal shows nothing half drawn. */
const held = '\x1b[?2026h';
const released = '\x1b[?2026l';

/** Terminals that erase with the colour behind the text (terminfo's `bce`); GNU Screen does not. */
const erases = /^(?:xterm|tmux|alacritty|foot|ghostty|kitty|konsole|linux|rxvt|st|vte|wezterm)\b/.test(
  process.env['TERM'] ?? '',
);

/** The one way to the terminal: Ink writes through it, and only what is allowed comes out. */
export class ScreenWriter extends EventEmitter {
  readonly isTTY = true;
  readonly writable = true;
  #output: NodeJS.WriteStream;
  #isEntered = false;

  constructor(output: NodeJS.WriteStream, gone: () => void) {
    super();
    this.#output = output;
    output.on('error', gone);
  }

  get columns(): number {
    return this.#output.columns || 80;
  }

  get rows(): number {
    return this.#output.rows || 24;
  }

  /** Draws a whole frame over whatever shows. Ink is not needed for it, and takes the same screen over later. */
  draw(frame: string): void {
    const before = this.#isEntered ? '' : enter;
    this.#isEntered = true;
    this.#output.write(before + hideCursor + held + home + allowed(frame) + released);
  }

  /** Leaves the screen that was drawn on before Ink had it. */
  leave(): void {
    if (this.#isEntered) this.#output.write(leave);
    this.#isEntered = false;
  }

  /** Tells Ink of another size, once the frame for it stands: a frame taller than the screen would be cleared. */
  resized(): void {
    setImmediate(() => this.emit('resize'));
  }

  write(text: string | Uint8Array, ...rest: unknown[]): boolean {
    const done = rest.findLast((argument) => typeof argument === 'function') as (() => void) | undefined;
    return this.#output.write(compact(this.#entering(allowed(String(text))), erases), done);
  }

  /** A screen that is there already is not entered again: some terminals would clear it. */
  #entering(text: string): string {
    if (text.includes(leave)) this.#isEntered = false;
    if (!text.includes(enter)) return text;
    const entered = text.replace(enter, this.#isEntered ? home : enter + home);
    this.#isEntered = true;
    return entered;
  }
}
