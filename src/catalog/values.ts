import * as v from 'valibot';
import { webAddress } from '../address/index.ts';
import { cleanLine, slice, type Safe } from '../text/index.ts';
import { readDate } from '../news/index.ts';

/** What a value of front matter may be. A schema that returns null means: well written, but not for this field. */
export type ValueSchema = v.GenericSchema<unknown, unknown>;

export const notADate = 'is not a date';
/** Longest line that is kept, in characters, and most entries of a list. */
const longest = 1000;
const most = 50;

/** Returns the text on one line, cut with an ellipsis when it is longer than any title or summary could be. */
export function lineOf(text: string): Safe {
  const whole = cleanLine(text);
  return whole.length > longest ? cleanLine(`${slice(whole, 0, longest)}…`) : whole;
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const text = v.string('is not text');

function only<Value>(read: (written: string) => Value | null | undefined, message: string) {
  return v.pipe(
    v.string(message),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value.trim());
      if (value !== undefined) return value;
      addIssue({ message });
      return NEVER;
    }),
  );
}

export const line = v.pipe(text, v.transform(lineOf));

const named = v.pipe(
  v.union([text, v.object({ name: text }), v.object({ title: text })], 'is not a name'),
  v.transform((value) => (typeof value === 'string' ? value : 'name' in value ? value.name : value.title)),
  v.transform((value) => lineOf(value.replace(/^\[\[(?:[^|\]]*\|)?([^\]]+)\]\]$/, '$1'))),
);

/** One name or several, each a text or a value with a name: the names, with commas between. */
export const people = v.pipe(
  v.union(
    [
      v.pipe(v.array(named), v.maxLength(most)),
      v.pipe(
        named,
        v.transform((name) => [name]),
      ),
    ],
    'is not a name or a list of names',
  ),
  v.transform((names) => lineOf(names.filter(Boolean).join(', '))),
);

/** The name of a publisher. A web address is none: that belongs to the article's address. */
export const name = v.pipe(
  named,
  v.transform((value) => (webAddress(value) ? null : value)),
);

/** Jekyll's `published: true` and `false` are no dates, and no mistakes. */
export const date = only((written) => {
  if (/^(?:true|false)$/i.test(written)) return null;
  return readDate(written) ?? undefined;
}, notADate);

const answers: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

export const withheld = only((written) => answers[written.toLowerCase()], 'is neither true nor false');

/** A web address. A path of the author's own site is well written, but names no page that could be opened. */
export const address = only((written) => {
  if (/^\/(?!\/)|^[\w-]+(?:\/[\w-]+)*\/?$/.test(written)) return null;
  return webAddress(written) ?? undefined;
}, 'is not a web address');

/** A path as site generators write it, by which other articles may link to this one. */
export const sitePath = only(
  (written) =>
    /^\/?[\p{L}\p{N}][\p{L}\p{N}/._-]*$/u.test(written) && !written.includes('..') ? lineOf(written) : null,
  'is not text',
);

const listed = v.union(
  [
    v.pipe(
      text,
      v.transform((written) => written.split(/,|\s+(?=#)/)),
    ),
    v.array(text),
  ],
  'is not a list of words',
);

/** Texts in a list, or in one text with commas between them. */
export const lines = v.pipe(
  listed,
  v.transform((written) => written.map(lineOf).filter(Boolean).slice(0, most)),
);

/** Tags in a list or in one text; Obsidian writes them with `#`. */
export const tags = v.pipe(
  listed,
  v.maxLength(2000, `holds more than 2000 tags`),
  v.transform((written) => distinct(written.map((tag) => lineOf(tag.trim().replace(/^#/, ''))))),
);

/** Returns the tags without repetitions in another case, at most {@link most}. */
export function distinct(tags: readonly Safe[]): readonly Safe[] {
  const seen = new Set<string>();
  return tags.filter((tag) => tag !== '' && seen.size < seen.add(tag.toLowerCase()).size).slice(0, most);
}

/** A picture as front matter names it. */
export interface NamedPicture {
  readonly address: Safe;
  readonly alt: Safe | null;
  readonly caption: Safe | null;
  readonly credit: Safe | null;
}

const part = v.optional(line);
const pictureParts = v.object({
  address: part,
  src: part,
  url: part,
  image: part,
  path: part,
  file: part,
  alt: part,
  caption: part,
  credit: part,
  attribution: part,
});

const onePicture = v.union([
  v.pipe(
    text,
    v.transform((address) => ({ address: lineOf(address) })),
  ),
  pictureParts,
]);

export const picture = v.pipe(
  v.union(
    [
      onePicture,
      v.pipe(
        v.array(onePicture),
        v.minLength(1),
        v.transform((list) => list[0]!),
      ),
    ],
    'is not a picture',
  ),
  v.transform((given): NamedPicture => {
    const parts: v.InferOutput<typeof pictureParts> = given;
    const address = parts.address ?? parts.src ?? parts.url ?? parts.image ?? parts.path ?? parts.file;
    return {
      address: cleanLine((address ?? '').replace(/^!?\[\[([^\]|]+).*\]\]$/, '$1')),
      alt: parts.alt ?? null,
      caption: parts.caption ?? null,
      credit: parts.credit ?? parts.attribution ?? null,
    };
  }),
  v.check(isPicture, 'has no address that a picture could be at'),
);

/**
 * A picture is at a path or a web address: any other scheme could name something that is none. One without an address is
 * told of by its caption or description alone.
 */
function isPicture({ address, alt, caption }: NamedPicture): boolean {
  if (address === '') return (alt ?? caption) !== null;
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ? webAddress(address) !== null : true;
}

/** Another text that front matter names: by title, path, wikilink or web address. */
export interface Reference {
  readonly text: Safe;
  readonly address: Safe | null;
}

const addressParts = { url: part, address: part, path: part, href: part, id: part };

const reference = v.union([
  v.pipe(text, v.transform(readReference)),
  v.pipe(
    v.union([
      v.object({ title: text, ...addressParts }),
      v.pipe(
        v.object({ name: text, ...addressParts }),
        v.transform(({ name, ...rest }) => ({ title: name, ...rest })),
      ),
    ]),
    v.transform((given): Reference => ({
      text: lineOf(given.title),
      address: given.url ?? given.address ?? given.path ?? given.href ?? given.id ?? null,
    })),
  ),
]);

export const references = v.pipe(
  v.union(
    [
      v.pipe(v.array(reference), v.maxLength(most)),
      v.pipe(
        reference,
        v.transform((one) => [one]),
      ),
    ],
    `is not a list of titles or addresses (at most ${most}); a title with a colon in it needs quotes`,
  ),
  v.transform((list) => list.filter(({ text }) => text !== '')),
);

function readReference(written: string): Reference {
  const wiki = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]$/.exec(written.trim());
  if (wiki?.[1]) return { text: lineOf(wiki[2] ?? wiki[1]), address: lineOf(wiki[1]) };
  const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(written.trim());
  if (link?.[1] && link[2]) return { text: lineOf(link[1]), address: lineOf(link[2]) };
  const isAddress = /^\S+$/.test(written.trim()) && /[/-]|\.(?:md|markdown|mdown)$/i.test(written);
  return { text: lineOf(written), address: isAddress ? lineOf(written) : null };
}

const kindNames = { news: 'news', article: 'news', backgrounder: 'backgrounder', explainer: 'backgrounder' } as const;

/** Site generators keep the name of a layout under `type`, so an unknown one is left alone there. */
export const kind = only(
  (written) => kindNames[written.toLowerCase() as keyof typeof kindNames],
  'is neither news nor backgrounder',
);

/** A language tag of BCP 47, in its usual case. */
export const language = only((written) => {
  try {
    return lineOf(Intl.getCanonicalLocales(written.replace('_', '-'))[0] ?? '') || undefined;
  } catch {
    return undefined;
  }
}, 'is not a language');
