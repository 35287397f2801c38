import { cleanLine, graphemes, say, slice, type Safe } from '../../text/index.ts';

/** A line of text being typed. */
export interface Typed {
  readonly text: Safe;
  /** Where the next letter goes, in UTF-16 units from the start; never inside a character. */
  readonly cursor: number;
}

/** Longest line that can be typed, in UTF-16 units. */
const longest = 1000;

/**
 * Returns the line after a key, or null when the key does not edit a line. A key is a chord such as `ctrl+w` or `left`, or
 * the single character typed; what is pasted or composed is cleaned and put on one line.
 * Ctrl-A, -E, -B, -F, -U, -K, -W and -D work as in a shell, beside the keys that are named for the same.
 */
export function edit(line: Typed, key: string | { readonly paste: string }): Typed | null {
  if (typeof key !== 'string') return insert(line, cleanLine(key.paste));
  if (key === 'space' || key === ' ') return insert(line, say` `);
  const act = Object.hasOwn(acts, key) ? acts[key] : undefined;
  if (act) return act(line);
  const letters = graphemes(cleanLine(key));
  return letters.length === 1 ? insert(line, letters[0]!) : null;
}

const acts: Readonly<Record<string, (line: Typed) => Typed>> = {
  backspace: eraseBefore,
  'ctrl+h': eraseBefore,
  delete: eraseAfter,
  'ctrl+d': eraseAfter,
  'ctrl+w': eraseWord,
  'alt+backspace': eraseWord,
  'ctrl+backspace': eraseWord,
  'ctrl+u': (line) => ({ text: slice(line.text, line.cursor), cursor: 0 }),
  'ctrl+k': (line) => ({ ...line, text: slice(line.text, 0, line.cursor) }),
  left: (line) => ({ ...line, cursor: before(line) }),
  'ctrl+b': (line) => ({ ...line, cursor: before(line) }),
  right: (line) => ({ ...line, cursor: after(line) }),
  'ctrl+f': (line) => ({ ...line, cursor: after(line) }),
  'ctrl+left': (line) => ({ ...line, cursor: wordBefore(line) }),
  'alt+b': (line) => ({ ...line, cursor: wordBefore(line) }),
  'ctrl+right': (line) => ({ ...line, cursor: wordAfter(line) }),
  'alt+f': (line) => ({ ...line, cursor: wordAfter(line) }),
  home: (line) => ({ ...line, cursor: 0 }),
  'ctrl+a': (line) => ({ ...line, cursor: 0 }),
  end: (line) => ({ ...line, cursor: line.text.length }),
  'ctrl+e': (line) => ({ ...line, cursor: line.text.length }),
};

function insert(line: Typed, text: Safe): Typed {
  const room = Math.max(0, longest - line.text.length);
  const added = slice(text, 0, room);
  const whole = say`${slice(line.text, 0, line.cursor)}${added}${slice(line.text, line.cursor)}`;
  return { text: whole, cursor: line.cursor + added.length };
}

function eraseBefore(line: Typed): Typed {
  return erase(line, before(line), line.cursor);
}

function eraseAfter(line: Typed): Typed {
  return erase(line, line.cursor, after(line));
}

function eraseWord(line: Typed): Typed {
  return erase(line, wordBefore(line), line.cursor);
}

function erase(line: Typed, start: number, end: number): Typed {
  return { text: say`${slice(line.text, 0, start)}${slice(line.text, end)}`, cursor: start };
}

function before(line: Typed): number {
  return line.cursor - (graphemes(slice(line.text, 0, line.cursor)).at(-1)?.length ?? 0);
}

function after(line: Typed): number {
  return line.cursor + (graphemes(slice(line.text, line.cursor))[0]?.length ?? 0);
}

function wordBefore(line: Typed): number {
  return slice(line.text, 0, line.cursor).replace(/\S+\s*$|\s+$/, '').length;
}

function wordAfter(line: Typed): number {
  return line.cursor + (/^\s*\S*/.exec(slice(line.text, line.cursor))?.[0].length ?? 0);
}
