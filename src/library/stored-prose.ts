import { say, type Safe } from '../text/index.ts';
import type { Align, Block, Cell, CodeToken, ListEntry, Prose, Span } from '../news/index.ts';
import { count, fromJson, line, lineOrNull, passage } from './values.ts';

/** Bounds of a body that is read back: a tampered file must not take the program with it. */
const longest = 50_000_000;
const mostPieces = 500_000;
const deepest = 100;

const unreadable: Prose = [
  { type: 'notice', text: say`The text of this article cannot be read. Refresh its source to read it anew.` },
];

/** Returns a body as it was stored: every text cleaned, whatever is not prose left out. A body that is none says so. */
export function readProse(json: unknown): Prose {
  if (typeof json !== 'string' || json.length > longest) return unreadable;
  const value = fromJson(json);
  return Array.isArray(value) ? new Reader().blocks(value, 0) : unreadable;
}

/** Reads within bounds: it counts what it has read, and stops at depth. */
class Reader {
  #left = mostPieces;

  blocks(value: unknown, depth: number): readonly Block[] {
    if (depth > deepest) return [];
    return this.#each(value, (block) => this.#block(block, depth + 1));
  }

  #block(value: Fields, depth: number): Block | null {
    switch (value['type']) {
      case 'heading':
        return { type: 'heading', level: Math.min(6, count(value['level']) || 1), spans: this.#spans(value['spans']) };
      case 'paragraph':
        return { type: 'paragraph', spans: this.#spans(value['spans']) };
      case 'list':
        return this.#list(value, depth);
      case 'quote':
        return { type: 'quote', blocks: this.blocks(value['blocks'], depth) };
      case 'code':
        return { type: 'code', language: lineOrNull(value['language']), spans: this.#spans(value['spans']) };
      case 'figure':
        return this.#figure(value);
      case 'table':
        return this.#table(value);
      case 'alsoSee':
        return { type: 'alsoSee', wording: line(value['wording']), spans: this.#spans(value['spans']) };
      case 'footnotes':
        return { type: 'footnotes', notes: this.#each(value['notes'], (note) => this.#note(note, depth)) };
      case 'notice':
        return { type: 'notice', text: line(value['text']) };
      case 'rule':
        return { type: 'rule' };
      default:
        return null;
    }
  }

  #list(value: Fields, depth: number): Block {
    const start = typeof value['start'] === 'number' ? count(value['start']) : null;
    const entries = this.#each(value['entries'], (entry) => this.#entry(entry, depth));
    return { type: 'list', start, loose: value['loose'] === true, entries };
  }

  #entry(value: Fields, depth: number): ListEntry {
    const blocks = this.blocks(value['blocks'], depth);
    return typeof value['done'] === 'boolean' ? { blocks, done: value['done'] } : { blocks };
  }

  #figure(value: Fields): Block {
    const { alt, caption, credit, address } = value;
    return {
      type: 'figure',
      alt: line(alt),
      caption: this.#spans(caption),
      credit: lineOrNull(credit),
      address: lineOrNull(address),
    };
  }

  #table(value: Fields): Block {
    const aligns = Array.isArray(value['aligns']) ? value['aligns'].slice(0, mostPieces).map(align) : [];
    return { type: 'table', aligns, head: this.#cells(value['head']), rows: this.#rows(value['rows']) };
  }

  #rows(value: unknown): readonly (readonly Cell[])[] {
    return Array.isArray(value) ? value.slice(0, this.#left).map((row) => this.#cells(row)) : [];
  }

  #cells(value: unknown): readonly Cell[] {
    return Array.isArray(value) ? value.slice(0, this.#left).map((cell) => this.#spans(cell)) : [];
  }

  #note(value: Fields, depth: number): { readonly label: Safe; readonly blocks: readonly Block[] } {
    return { label: line(value['label']), blocks: this.blocks(value['blocks'], depth) };
  }

  #spans(value: unknown): readonly Span[] {
    return this.#each(value, readSpan);
  }

  #each<T>(value: unknown, read: (fields: Fields) => T | null): readonly T[] {
    const kept: T[] = [];
    for (const part of Array.isArray(value) ? value : []) {
      if ((this.#left -= 1) < 0) break;
      const made = isFields(part) ? read(part) : null;
      if (made !== null) kept.push(made);
    }
    return kept;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const tokens: readonly CodeToken[] = [
  'keyword',
  'string',
  'number',
  'comment',
  'name',
  'type',
  'operator',
  'added',
  'removed',
];

function readSpan(value: Fields): Span {
  const token = tokens.find((token) => token === value['token']);
  return {
    text: passage(value['text']),
    ...(value['strong'] === true && { strong: true }),
    ...(value['emphasis'] === true && { emphasis: true }),
    ...(value['struck'] === true && { struck: true }),
    ...(value['code'] === true && { code: true }),
    ...(typeof value['link'] === 'number' && { link: count(value['link']) }),
    ...(token && { token }),
    ...(value['breaks'] === true && { breaks: true }),
  };
}

function align(value: unknown): Align {
  return value === 'left' || value === 'center' || value === 'right' ? value : null;
}
