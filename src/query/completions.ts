import { cleanLine, type Safe } from '../text/index.ts';
import { fields } from './fields.ts';
import { fold } from './words.ts';

/** Names that the library knows, by the field that takes them: the most frequent first. */
export interface Names {
  readonly source: readonly string[];
  readonly tag: readonly string[];
  readonly author?: readonly string[];
}

/** What may stand in place of what was typed before the cursor. */
export interface Completions {
  /** Where the part begins that is replaced, and how long it is. */
  readonly at: number;
  readonly length: number;
  readonly choices: readonly Safe[];
}

/** Choices offered at once. */
const most = 30;

/** Returns what can stand at the cursor: names of fields, and the words and names that a field takes. */
export function completions(text: string, cursor: number, names: Names): Completions {
  const before = text.slice(0, cursor);
  const [, name = '', typed = ''] = /(?:^|[\s(])-?([a-z]+):("(?:[^"\\]|\\.)*|[^\s()"]*)$/i.exec(before) ?? [];
  if (name !== '') return { at: cursor - typed.length, length: typed.length, choices: valuesFor(name, typed, names) };
  const word = /[a-z]*$/i.exec(before)?.[0] ?? '';
  const choices = fields
    .filter((field) => field.name.startsWith(word.toLowerCase()))
    .map((field) => cleanLine(`${field.name}:`));
  return { at: cursor - word.length, length: word.length, choices: word === '' ? [] : choices };
}

function valuesFor(name: string, typed: string, names: Names): readonly Safe[] {
  const field = fields.find((field) => field.name === name.toLowerCase());
  if (!field) return [];
  const known: readonly string[] =
    { source: names.source, tag: names.tag, author: names.author ?? [] }[field.name as 'source'] ?? field.words;
  const start = fold(typed.replace(/^"/, ''));
  const beginning = known.filter((one) => fold(one).startsWith(start));
  const within = known.filter((one) => start !== '' && !beginning.includes(one) && fold(one).includes(` ${start}`));
  return [...beginning, ...within].slice(0, most).map((one) => cleanLine(valueOf(one)));
}

/** A name of several words is put in quotes. */
function valueOf(name: string): string {
  return /^[^\s()"=/*]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}
