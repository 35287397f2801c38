import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import type { Problem, Reading } from '../news/index.ts';
import { readQuery } from '../query/index.ts';
import { readSettingsFile } from './settings-file.ts';
import { sweepAtStart } from './settings-leavings.ts';

/** What the reader may choose. Every field has a default, so that no file is needed. */
export interface Settings {
  /** `auto`, or the name of a theme. */
  readonly theme: string;
  /** Widest line of an article, in columns. */
  readonly width: number;
  /** Chords by the id of a command; they take the place of the command's own. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly signs: 'auto' | 'unicode' | 'ascii';
  readonly mouse: boolean;
  readonly preview: 'auto' | 'on' | 'off';
  readonly images: 'caption' | 'off';
  readonly refresh: 'auto' | 'manual';
  /** Days for which texts from the web are kept; 0 is for ever. */
  readonly keepTexts: number;
  /** Queries by name: lists of the reader's own. */
  readonly lists: Readonly<Record<string, string>>;
  /** Queries by name: what they find is hidden. */
  readonly mute: Readonly<Record<string, string>>;
}

/** One setting as the documentation, `alsosee doctor` and error messages tell of it. */
export interface SettingRow {
  readonly name: keyof Settings;
  readonly fallback: Settings[keyof Settings];
  /** The values that are allowed, in words. */
  readonly allowed: Safe;
  readonly meaning: Safe;
}

interface Field<Name extends keyof Settings> extends SettingRow {
  readonly name: Name;
  readonly fallback: Settings[Name];
  /** Returns the value if it is allowed, else null. Tells of the parts that it left out, by their names. */
  readonly accept: (value: unknown, leaveOut: (part: string, value: unknown) => void) => Settings[Name] | null;
}

/** Longest name of a command or chord that is taken from a file. */
const longest = 64;
const name = /^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u;

const fields: { readonly [Name in keyof Settings]: Field<Name> } = {
  theme: {
    name: 'theme',
    fallback: 'auto',
    allowed: say`auto, or the name of a theme: dark, light, contrast, plain or one of your own`,
    meaning: say`The colours. auto follows the terminal's background.`,
    accept: (value) => (isName(value) ? value : null),
  },
  width: {
    name: 'width',
    fallback: 72,
    allowed: say`a whole number from 40 to 120`,
    meaning: say`The widest line of an article, in columns.`,
    accept: (value) => (Number.isInteger(value) && Number(value) >= 40 && Number(value) <= 120 ? Number(value) : null),
  },
  keys: {
    name: 'keys',
    fallback: {},
    allowed: say`an object of command id to a chord or a list of chords, such as { "article.bookmark": ["s", "ctrl+b"] }`,
    meaning: say`Keys of your own. "alsosee keys" lists the ids of the commands.`,
    accept: acceptKeys,
  },
  signs: {
    name: 'signs',
    fallback: 'auto',
    allowed: say`auto, unicode or ascii`,
    meaning: say`The signs for unread, bookmarked and the like. auto follows the locale.`,
    accept: oneOf('auto', 'unicode', 'ascii'),
  },
  mouse: {
    name: 'mouse',
    fallback: true,
    allowed: say`true or false`,
    meaning: say`Whether wheel and click are taken from the terminal.`,
    accept: (value) => (typeof value === 'boolean' ? value : null),
  },
  preview: {
    name: 'preview',
    fallback: 'auto',
    allowed: say`auto, on or off`,
    meaning: say`The preview beside the headlines. auto shows it at 110 columns and more.`,
    accept: oneOf('auto', 'on', 'off'),
  },
  images: {
    name: 'images',
    fallback: 'caption',
    allowed: say`caption or off`,
    meaning: say`What is shown of an article's pictures.`,
    accept: oneOf('caption', 'off'),
  },
  refresh: {
    name: 'refresh',
    fallback: 'auto',
    allowed: say`auto or manual`,
    meaning: say`Whether feeds are asked for news at the start, when they are due. manual waits for r and R.`,
    accept: oneOf('auto', 'manual'),
  },
  keepTexts: {
    name: 'keepTexts',
    fallback: 365,
    allowed: say`a whole number of days from 1 to 36500, or 0`,
    meaning: say`How long texts from the web are kept; headlines and marks stay, as does all that is bookmarked, tagged or half read. 0 is for ever.`,
    accept: (value) =>
      Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 36_500 ? Number(value) : null,
  },
  lists: {
    name: 'lists',
    fallback: {},
    allowed: say`an object of names to queries, such as { "Africa": "rwanda OR congo" }`,
    meaning: say`Lists of your own, behind those that are always there. The guide tells how queries are written.`,
    accept: acceptQueries,
  },
  mute: {
    name: 'mute',
    fallback: {},
    allowed: say`an object of names to queries, such as { "Football": "tag:football" }`,
    meaning: say`What these queries find is left out of every list. "is:muted" shows it.`,
    accept: acceptQueries,
  },
};

/** Returns every setting with its default and its meaning, in the order of the documentation. */
export const settingRows: readonly SettingRow[] = Object.values(fields);

/**
 * Returns the settings kept in the folder. Wrong values are told in words and replaced by their defaults, the rest is kept;
 * a file that cannot be read at all is set aside and the last good copy is used. Never fails.
 */
export function readSettings(folder: string): Reading<Settings> {
  sweepAtStart(folder);
  const file = readSettingsFile(folder);
  const checked = checkSettings(file.value, file.where);
  return { value: checked.value, problems: [...file.problems, ...checked.problems] };
}

/** Returns the settings that the values make, and what is wrong with the values. `where` names their file. */
export function checkSettings(values: Readonly<Record<string, unknown>>, where: Safe): Reading<Settings> {
  const problems: Problem[] = [];
  const complain = (detail: Safe) => problems.push({ kind: 'setting', where, detail });
  for (const key of Object.keys(values)) {
    if (!Object.hasOwn(fields, key))
      complain(say`"${brief(key)}" is not a setting of this version; it is left as it is.`);
  }
  const take = <Name extends keyof Settings>(field: Field<Name>): Settings[Name] => {
    if (!Object.hasOwn(values, field.name)) return field.fallback;
    const accepted = field.accept(values[field.name], (part, value) =>
      complain(say`${wrongValue(`${field.name}.${part}`, value, field)} It is left out.`),
    );
    if (accepted !== null) return accepted;
    const fallback = cleanLine(JSON.stringify(field.fallback));
    complain(say`${wrongValue(field.name, values[field.name], field)} The default is used: ${fallback}.`);
    return field.fallback;
  };
  const value: Settings = {
    theme: take(fields.theme),
    width: take(fields.width),
    keys: take(fields.keys),
    signs: take(fields.signs),
    mouse: take(fields.mouse),
    preview: take(fields.preview),
    images: take(fields.images),
    refresh: take(fields.refresh),
    keepTexts: take(fields.keepTexts),
    lists: take(fields.lists),
    mute: take(fields.mute),
  };
  return { value, problems };
}

/** Returns why the value may not be set, or null when it may. */
export function judgeSetting(key: keyof Settings, value: unknown): Safe | null {
  if (!Object.hasOwn(fields, key)) return say`"${brief(key)}" is no setting.`;
  let wrong: Safe | null = null;
  const accepted = fields[key].accept(
    value,
    (part, value) => (wrong ??= wrongValue(`${key}.${part}`, value, fields[key])),
  );
  return accepted === null ? wrongValue(key, value, fields[key]) : wrong;
}

function wrongValue(name: string, value: unknown, field: SettingRow): Safe {
  return say`"${brief(name)}" is ${brief(JSON.stringify(value) ?? 'nothing')}, but must be ${field.allowed}.`;
}

function brief(text: string): Safe {
  return slice(cleanLine(text.slice(0, 200)), 0, longest);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest && name.test(value);
}

function oneOf<Word extends string>(...words: readonly Word[]): (value: unknown) => Word | null {
  return (value) => words.find((word) => word === value) ?? null;
}

function acceptKeys(value: unknown, leaveOut: (part: string, value: unknown) => void): Settings['keys'] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const kept: [string, readonly string[]][] = [];
  for (const [id, asked] of Object.entries(value)) {
    const chords: unknown[] = [asked].flat();
    if (isName(id) && chords.every(isChord)) kept.push([id, chords]);
    else leaveOut(id, asked);
  }
  return Object.fromEntries(kept);
}

/** Queries that are kept at most, and letters of a name. */
const mostQueries = 100;

function acceptQueries(
  value: unknown,
  leaveOut: (part: string, value: unknown) => void,
): Readonly<Record<string, string>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const kept: [string, string][] = [];
  for (const [name, query] of Object.entries(value)) {
    const isSound = typeof query === 'string' && !readQuery(query, { now: 0 }).mistake;
    if (isSound && cleanLine(name) !== '' && name.length <= longest && kept.length < mostQueries)
      kept.push([name, query]);
    else leaveOut(name, query);
  }
  return Object.fromEntries(kept);
}

function isChord(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest && cleanLine(value) === value.trim();
}
