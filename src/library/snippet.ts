import { cleanLine, slice, type Safe } from '../text/index.ts';
import { placesOf, tokens, type Token } from '../query/index.ts';
import type { Hit } from './library.ts';
import type { TextCondition } from './match.ts';

type Piece = Hit['snippet'][number];

/** A stretch of the text, and where in the whole text its first hit stands; null when there is none. */
interface Snippet {
  readonly pieces: readonly Piece[];
  readonly at: number | null;
}

/** Letters of text that a snippet is cut from, that it has at most, and that it has before its first hit. */
const searched = 50_000;
const shown = 160;
const lead = 40;

/** Returns the stretch of the text in which most of what was looked for stands, with each place of it marked as a hit. */
export function snippet(text: string, looked: readonly TextCondition[]): Snippet {
  const whole = text.slice(0, searched);
  const flat = cleanLine(whole);
  const list = tokens(flat);
  const found = placesOf(
    list,
    looked.filter(({ within }) => within !== 'author' && within !== 'title'),
  );
  const start = startOf(flat, found);
  const end = endOf(flat, start);
  const within = found.filter((hit) => hit.start >= start && hit.end <= end);
  const cut = [...pieces(flat, start, end, within), ...(end < flat.length ? [ellipsis] : [])];
  return { pieces: start > 0 ? [ellipsis, ...cut] : cut, at: placeOf(whole, flat, list, within[0]) };
}

/** Cleaning takes spaces away but no words, so the same word of the whole text is the one. */
function placeOf(whole: string, flat: string, list: readonly Token[], hit: Token | undefined): number | null {
  if (hit && whole === flat) return hit.start;
  const index = hit ? list.findIndex(({ start }) => start === hit.start) : -1;
  return index === -1 ? null : (tokens(whole)[index]?.start ?? null);
}

const ellipsis: Piece = { text: cleanLine('…'), hit: false };

/** Begins a little before the hit from which on most different words stand within what is shown, at a word. */
function startOf(text: string, found: readonly Token[]): number {
  let best: Token | undefined;
  let most = 0;
  for (const [index, hit] of found.entries()) {
    const within = found.slice(index, index + 20).filter((other) => other.end <= hit.start + shown - lead);
    const different = new Set(within.map((other) => other.word)).size;
    if (different > most) [best, most] = [hit, different];
  }
  if (!best || best.start < lead) return 0;
  const space = text.indexOf(' ', best.start - lead);
  return space >= 0 && space < best.start ? space + 1 : best.start;
}

function endOf(text: string, start: number): number {
  if (text.length <= start + shown) return text.length;
  const space = text.lastIndexOf(' ', start + shown);
  return space > start + shown / 2 ? space : start + shown;
}

function pieces(text: Safe, start: number, end: number, found: readonly Token[]): readonly Piece[] {
  const made: Piece[] = [];
  let at = start;
  for (const hit of found) {
    made.push({ text: slice(text, at, hit.start), hit: false }, { text: slice(text, hit.start, hit.end), hit: true });
    at = hit.end;
  }
  made.push({ text: slice(text, at, end), hit: false });
  return made.filter((piece) => piece.text !== '');
}
