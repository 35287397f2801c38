import { readExchange, type Carried } from '../../src/exchange/index.ts';

/** Reads the text as a file of another program. */
export function read(text: string, name: string | null = 'the file') {
  return readExchange(name, new TextEncoder().encode(text));
}

/** Returns what a text that is one of another program holds. */
export function held(text: string): Carried {
  const { value } = read(text);
  if (!value) throw new Error('it was recognised as nothing');
  return value;
}

/** Returns each page on one line: its marks, its day, its address, its title and its tags. */
export function pageLines(text: string): readonly string[] {
  return held(text).pages.map(({ address, title, tags, read, bookmarked, at }) => {
    const marks = (read ? 'r' : '-') + (bookmarked ? 'b' : '-');
    const day = at === null ? 'no date' : new Date(at).toISOString().slice(0, 10);
    return `${marks} ${day} ${address} ${title} [${tags.join('|')}]`;
  });
}
