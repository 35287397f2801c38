import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../query/index.ts';
import { WrongUse, type Deed, type Option, type Options, type Values, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

/** Options that every verb takes. */
export const common = {
  json: { type: 'boolean', help: 'one JSON envelope on stdout: {"ok", "data", "problems"}' },
  help: { type: 'boolean', short: 'h', help: 'this help' },
} as const satisfies Options;

/** What the arguments ask for. */
export type Asked =
  | { readonly type: 'version' }
  | { readonly type: 'help'; readonly verb: Verb | null }
  | { readonly type: 'verb'; readonly verb: Verb; readonly deed: Deed; readonly given: Given }
  | { readonly type: 'open'; readonly given: Given };

export interface Given {
  readonly json: boolean;
  readonly values: Values<Options>;
  readonly positionals: readonly string[];
}

/** Returns what the arguments ask for. Throws {@link WrongUse} when they make no sense. */
export async function understand(words: readonly string[]): Promise<Asked> {
  const at = words.findIndex((word) => !word.startsWith('-') || word === '-' || word === '--');
  const first = at < 0 ? null : words[at]!;
  if (first === 'help') return { type: 'help', verb: verbCalled(words[at + 1]) };
  const verb = verbs.find((row) => row.name === first);
  if (!verb) return open(words);
  const deed = await verb.load();
  const given = take(words.toSpliced(at, 1), { ...deed.options, ...common }, `alsosee help ${verb.name}`);
  return given.values['help'] ? { type: 'help', verb } : { type: 'verb', verb, deed, given };
}

function open(words: readonly string[]): Asked {
  const options: Options = { ...common, version: { type: 'boolean', short: 'v', help: 'the version' } };
  const given = take(words, options, 'alsosee --help');
  if (given.values['version']) return { type: 'version' };
  if (given.values['help']) return { type: 'help', verb: null };
  return { type: 'open', given };
}

function verbCalled(name: string | undefined): Verb | null {
  if (name === undefined || name.startsWith('-')) return null;
  const verb = verbs.find((row) => row.name === name);
  if (verb) return verb;
  throw new WrongUse(`There is no verb "${name}".${suggestion(name)}`);
}

/** A word that names neither a verb nor a file is most likely a verb that was mistyped. */
export function refuseMissing(paths: readonly string[], folder: string): void {
  const [word] = paths;
  if (word === undefined || !/^[a-z-]+$/i.test(word) || existsSync(resolve(folder, word))) return;
  throw new WrongUse(`There is no verb and no file "${word}".${suggestion(word)}`);
}

/** Returns " Did you mean …?" with the verb that is nearest to the word, or nothing. */
function suggestion(word: string): string {
  const near = nearest(
    word,
    verbs.map((verb) => verb.name),
  );
  return near ? ` Did you mean "alsosee ${near}"?` : ' "alsosee --help" lists the verbs.';
}

function take(words: readonly string[], options: Options, help: string): Given {
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, boolean | string | string[]> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name]! : null;
    if (!option)
      throw new WrongUse(
        `There is no option "${token.rawName}".${nearOption(token.name, options)} "${help}" lists them.`,
      );
    const value = valueOf(token.rawName, option, token.value);
    values[token.name] = option.multiple ? [...[values[token.name] ?? []].flat(), String(value)].map(String) : value;
  }
  return { json: values['json'] === true, values: values as Values<Options>, positionals };
}

function valueOf(name: string, option: Option, value: string | undefined): string | boolean {
  if (option.type === 'boolean') {
    if (value !== undefined) throw new WrongUse(`"${name}" takes no value.`);
    return true;
  }
  if (value === undefined || value === '')
    throw new WrongUse(`"${name}" needs a value${option.value ? `: ${name} ${option.value}` : ''}.`);
  if (option.words && !option.words.includes(value)) {
    throw new WrongUse(`"${name}" is one of ${option.words.join(', ')}; "${value}" is not.`);
  }
  return value;
}

function nearOption(name: string, options: Options): string {
  const near = nearest(
    name,
    Object.keys(options).filter((option) => !options[option]!.hidden),
  );
  return near ? ` Did you mean "--${near}"?` : '';
}

/** Returns the number that an option was given, or the fallback. Throws {@link WrongUse} when it is outside the bounds. */
export function whole(name: string, text: string | undefined, fallback: number, least: number, most: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most && text.trim() !== '') return number;
  throw new WrongUse(`"--${name}" is a whole number from ${least} to ${most}; "${text}" is not.`);
}
