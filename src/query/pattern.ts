import { say, type Safe } from '../text/index.ts';
import { automaton, isWordLetter, type Automaton, type Node } from './automaton.ts';
import { fold } from './words.ts';

/** A regular expression that was understood, or where it was not. */
export type Pattern =
  | { readonly fits: (text: string) => boolean; readonly literal: string }
  | { readonly at: number; readonly length: number; readonly expected: Safe };

/** Times that a part may be repeated by a number, parts within parts, and states of the whole. */
const mostRepeats = 100;
const deepest = 20;
const mostStates = 2000;

/**
 * Returns the regular expression, which is compared without case and accents. It takes time in proportion to the text, whatever
 * it is: an automaton runs it, so there are no references back and no looking around. `literal` stands, folded, in every text
 * that it fits: what a quicker search looks for first.
 */
export function readPattern(source: string): Pattern {
  const reader = new Reader(source);
  const node = reader.whole();
  if ('expected' in node) return node;
  const machine: Automaton | null = automaton(node, mostStates);
  if (!machine) return { at: 0, length: source.length, expected: say`a shorter pattern: this one has too many parts` };
  return { fits: (text) => machine.fits(fold(text)), literal: reader.literal };
}

interface Mistake {
  readonly at: number;
  readonly length: number;
  readonly expected: Safe;
}

class Unread extends Error {
  readonly mistake: Mistake;
  constructor(at: number, length: number, expected: Safe) {
    super(expected);
    this.mistake = { at, length, expected };
  }
}

/** Reads a pattern from left to right, and keeps the longest row of letters that must stand in the text. */
class Reader {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  #run = '';
  literal = '';

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Node | Mistake {
    try {
      const node = this.#either();
      if (this.#at < this.#source.length) throw new Unread(this.#at, 1, say`( before this )`);
      this.#endRun();
      if (node.type === 'either') this.literal = '';
      return node;
    } catch (error) {
      if (error instanceof Unread) return error.mistake;
      throw error;
    }
  }

  #either(): Node {
    const rows = [this.#row()];
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      this.#endRun();
      rows.push(this.#row());
    }
    return rows.length === 1 ? rows[0]! : { type: 'either', nodes: rows };
  }

  #row(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) nodes.push(this.#repeated());
    return { type: 'row', nodes };
  }

  #repeated(): Node {
    const before = this.#run;
    const start = this.#at;
    const node = this.#one();
    const [least, most] = this.#times() ?? [1, 1];
    if (least === 1 && most === 1) return node;
    // Of what is repeated no one letter is sure.
    this.#run = before;
    this.#endRun();
    if (node.type === 'at') throw new Unread(start, this.#at - start, say`a letter to repeat, not a place`);
    return { type: 'repeat', node, least, most };
  }

  #times(): readonly [number, number] | null {
    const [found, sign, least, comma, most] =
      /^(?:([*+?])|\{(\d{1,4})(,)?(\d{0,4})\})\??/.exec(this.#source.slice(this.#at)) ?? [];
    if (found === undefined) return null;
    const at = this.#at;
    this.#at += found.length;
    if (/^[*+{]/.test(this.#source.slice(this.#at)) || this.#source[this.#at] === '?')
      throw new Unread(this.#at, 1, say`a letter before ${safe(this.#source[this.#at]!)}`);
    if (sign !== undefined) return sign === '*' ? [0, Infinity] : sign === '+' ? [1, Infinity] : [0, 1];
    const low = Number(least);
    const high = comma === undefined ? low : most === '' ? Infinity : Number(most);
    const sound = low <= mostRepeats && (high === Infinity || (high <= mostRepeats && high >= low));
    if (!sound) throw new Unread(at, found.length, say`at most ${mostRepeats} times, the smaller number first`);
    return [low, high];
  }

  #one(): Node {
    const letter = String.fromCodePoint(this.#source.codePointAt(this.#at)!);
    const at = this.#at;
    this.#at += letter.length;
    switch (letter) {
      case '(':
        return this.#group(at);
      case '[':
        return this.#other(this.#set(at));
      case '.':
        return this.#other((code) => code !== 10);
      case '^':
        return { type: 'at', place: 'start' };
      case '$':
        return { type: 'at', place: 'end' };
      case '\\':
        return this.#escaped(at);
      case '*':
      case '+':
      case '?':
        throw new Unread(at, 1, say`a letter before ${safe(letter)}`);
      default:
        return this.#literal(letter);
    }
  }

  #group(at: number): Node {
    const [, look] = /^\?(<?[=!]|<\w+>)/.exec(this.#source.slice(this.#at)) ?? [];
    if (look !== undefined) throw new Unread(at, 2 + look.length, say`a plain group: looking around is not known here`);
    if (this.#source.startsWith('?:', this.#at)) this.#at += 2;
    if ((this.#depth += 1) > deepest) throw new Unread(at, 1, say`at most ${deepest} groups in one another`);
    this.#endRun();
    const kept = this.literal;
    const node = this.#either();
    if (this.#source[this.#at] !== ')') throw new Unread(at, 1, say`) after this (`);
    this.#at += 1;
    this.#depth -= 1;
    // What stands in a group may be one of several.
    this.#run = '';
    this.literal = kept;
    return node;
  }

  #escaped(at: number): Node {
    const letter = this.#source[this.#at];
    if (letter === undefined) throw new Unread(at, 1, say`a letter after \\`);
    this.#at += 1;
    if (letter === 'b') return { type: 'at', place: 'edge' };
    if (letter === 'B') return { type: 'at', place: 'inside' };
    const kind = kinds[letter];
    if (kind) return this.#other(kind);
    if (letter === 'n' || letter === 't') return this.#other((code) => code === (letter === 'n' ? 10 : 9));
    if (/[a-z0-9]/i.test(letter)) throw new Unread(at, 2, say`\\d, \\w, \\s or \\b, or a sign after the \\`);
    return this.#literal(letter);
  }

  #literal(letter: string): Node {
    const folded = fold(letter);
    this.#run += folded;
    const nodes = Array.from(folded).map((one): Node => {
      const wanted = one.codePointAt(0);
      return { type: 'letter', fits: (code) => code === wanted };
    });
    return nodes.length === 1 ? nodes[0]! : { type: 'row', nodes };
  }

  #other(fits: (letter: number) => boolean): Node {
    this.#endRun();
    return { type: 'letter', fits };
  }

  #set(at: number): (letter: number) => boolean {
    const isNot = this.#source[this.#at] === '^';
    if (isNot) this.#at += 1;
    const parts: ((letter: number) => boolean)[] = [];
    while (this.#source[this.#at] !== ']' || parts.length === 0) {
      if (this.#at >= this.#source.length) throw new Unread(at, 1, say`] after this [`);
      parts.push(this.#range());
    }
    this.#at += 1;
    return (letter) => parts.some((fits) => fits(letter)) !== isNot;
  }

  #range(): (letter: number) => boolean {
    const at = this.#at;
    const low = this.#inSet();
    if (typeof low === 'function') return low;
    if (this.#source[this.#at] !== '-' || this.#source[this.#at + 1] === ']') return (letter) => letter === low;
    this.#at += 1;
    const high = this.#inSet();
    if (typeof high === 'function' || high < low)
      throw new Unread(at, this.#at - at, say`the smaller letter before the -`);
    return (letter) => letter >= low && letter <= high;
  }

  #inSet(): number | ((letter: number) => boolean) {
    const at = this.#at;
    const letter = this.#source.codePointAt(this.#at);
    if (letter === undefined) throw new Unread(at, 0, say`] at the end`);
    this.#at += letter > 0xffff ? 2 : 1;
    if (letter !== 92) return fold(String.fromCodePoint(letter)).codePointAt(0) ?? letter;
    const next = this.#source[this.#at];
    if (next === undefined) throw new Unread(at, 1, say`a letter after \\`);
    this.#at += 1;
    const kind = kinds[next];
    if (kind) return kind;
    if (/[a-z0-9]/i.test(next)) throw new Unread(at, 2, say`\\d, \\w or \\s, or a sign after \\`);
    return next.codePointAt(0)!;
  }

  #endRun(): void {
    if (this.#run.length > this.literal.length) this.literal = this.#run;
    this.#run = '';
  }
}

/** Returns a sign of the pattern itself, for the words that tell what is wrong with it. */
function safe(sign: string): Safe {
  const known: Readonly<Record<string, Safe>> = { '*': say`*`, '+': say`+`, '?': say`?`, '{': say`{` };
  return known[sign] ?? say`it`;
}

const digit = (code: number): boolean => code >= 48 && code <= 57;
const space = (code: number): boolean => /\s/.test(String.fromCodePoint(code));

const kinds: Readonly<Record<string, (letter: number) => boolean>> = {
  d: digit,
  D: (code) => !digit(code),
  s: space,
  S: (code) => !space(code),
  w: isWordLetter,
  W: (code) => !isWordLetter(code),
};
