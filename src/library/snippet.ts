import { cleanLine, slice, type Safe } from '../text/index.ts';
import { phrases, tokens, type Token } from './fold.ts';
import type { Hit } from './library.ts';
import { beginsWord } from './match.ts';

type Piece = Hit['snippet'][number];

/** Letters of text that a snippet is cut from, that it has at most, and that it has before its first hit. */
const searched = 50_000;
const shown = 160;
const lead = 40;

/** Returns the stretch of the text in which most of what was typed stands, with each place of it marked as a hit. */
export function snippet(text: string, typed: string): readonly Piece[] {
  const flat = cleanLine(text.slice(0, searched));
  const found = hits(flat, typed);
  const start = startOf(flat, found);
  const end = endOf(flat, start);
  const within = found.filter((hit) => hit.start >= start && hit.end <= end);
  const cut = [...pieces(flat, start, end, within), ...(end < flat.length ? [ellipsis] : [])];
  return start > 0 ? [ellipsis, ...cut] : cut;
}

const ellipsis: Piece = { text: cleanLine('…'), hit: false };

/** Returns where each phrase stands, a phrase being one word or several in a row. The last may be the beginning of a word. */
function hits(text: string, typed: string): readonly Token[] {
  const wanted = phrases(typed);
  const open = wanted.length > 0 && beginsWord(typed, wanted.at(-1)!) ? wanted.at(-1)! : null;
  const list = tokens(text);
  const found: Token[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const phrase = wanted.find((phrase) => standsAt(list, at, phrase, phrase === open));
    if (!phrase) continue;
    const last = at + phrase.length - 1;
    found.push({ start: list[at]!.start, end: list[last]!.end, word: phrase.join(' ') });
    at = last;
  }
  return found;
}

function standsAt(list: readonly Token[], at: number, phrase: readonly string[], open: boolean): boolean {
  return phrase.every((word, index) => {
    const token = list[at + index]?.word;
    return token === word || (open && index === phrase.length - 1 && token !== undefined && token.startsWith(word));
  });
}

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
