/**
 * The terminal's private modes that the reader sets: no wrapping at the edge (a glyph that the terminal draws wider than it
 * is counted would scroll the screen), mouse reports, bracketed paste, and news of a changed background.
 */
const wrap = '\x1b[?7';
const mouse = ['\x1b[?1000', '\x1b[?1006'];
const others = ['\x1b[?2004', '\x1b[?2031'];

/** Returns what is written when the screen is taken over. */
export function modesOn(withMouse: boolean): string {
  return [`${wrap}l`, ...[...(withMouse ? mouse : []), ...others].map((mode) => `${mode}h`)].join('');
}

/** Returns what is written when it is given back. */
export function modesOff(): string {
  return [...[...mouse, ...others].map((mode) => `${mode}l`), `${wrap}h`, '\x1b[?25h', '\x1b[0m'].join('');
}

/** Returns what names the window after what is read; an empty name gives it back. Ended by a bell, which every terminal takes. */
export function windowTitle(title: string): string {
  return `\x1b]2;${title.slice(0, 100)}\x07`;
}

/** Returns what puts text into the clipboard, over ssh too (OSC 52). */
export function clipboard(text: string): string {
  return `\x1b]52;c;${Buffer.from(text.slice(0, 50_000)).toString('base64')}\x07`;
}
