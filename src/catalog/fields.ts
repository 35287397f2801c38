import * as v from 'valibot';
import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import * as kinds from './values.ts';
import type { Raw } from './matter.ts';

/**
 * A field: the names it goes by in front matter of different programs, and what its value must be. Under a `shared` name
 * other programs keep other things too, so a value there that does not fit is passed over without a word.
 */
interface Row<Schema extends kinds.ValueSchema> {
  readonly names: readonly string[];
  readonly shared: readonly string[];
  readonly schema: Schema;
}

function row<Schema extends kinds.ValueSchema>(schema: Schema, names: string, shared = ''): Row<Schema> {
  return { schema, names: names.split(' '), shared: shared ? shared.split(' ') : [] };
}

/** Names are compared without case, `-`, `_` and spaces. The first name that has a value wins. */
const rows = {
  id: row(kinds.line, 'id', 'uid'),
  title: row(kinds.line, 'title', 'headline linktitle'),
  summary: row(kinds.line, 'summary description excerpt abstract', 'standfirst subtitle'),
  byline: row(kinds.people, 'byline author authors', 'writer'),
  publisher: row(kinds.name, 'publisher', 'source publication site'),
  credit: row(kinds.line, 'credit'),
  published: row(kinds.date, 'published date pubdate publishdate publishedat datepublished', 'created'),
  withheld: row(kinds.withheld, 'draft isdraft'),
  updated: row(kinds.date, 'updated lastmod updateddate updatedat lastmodifiedat datemodified', 'modified'),
  place: row(kinds.line, 'place dateline', 'location'),
  address: row(kinds.address, 'url address canonical canonicalurl', 'permalink source link externalurl'),
  picture: row(kinds.picture, 'image heroimage cover featuredimage coverimage', 'thumbnail banner images'),
  imageAlt: row(kinds.line, 'imagealt heroimagealt coveralt', 'alt'),
  imageCaption: row(kinds.line, 'imagecaption', 'caption'),
  imageCredit: row(kinds.line, 'imagecredit', 'photocredit'),
  tags: row(kinds.tags, 'tags tag'),
  categories: row(kinds.tags, 'categories keywords', 'category topics'),
  aliases: row(kinds.lines, 'aliases alias', 'redirectfrom'),
  slug: row(kinds.sitePath, 'slug', 'permalink url'),
  background: row(kinds.references, 'background'),
  alsoSee: row(kinds.references, 'alsosee', 'related seealso'),
  authorNote: row(kinds.line, 'authornote', 'bio'),
  sources: row(kinds.references, 'sources'),
  kind: row(kinds.kind, 'kind', 'type'),
  language: row(kinds.language, 'lang language', 'locale'),
} as const;

type Rows = typeof rows;
export type Fields = { readonly [Name in keyof Rows]?: NonNullable<v.InferOutput<Rows[Name]['schema']>> };

/** What was wrong with one field, in a sentence that begins with the name its author gave it. */
export interface Complaint {
  readonly kind: 'front-matter' | 'date';
  readonly says: Safe;
}

/** Returns the fields that are right, and a complaint for each that is not. Unknown names are left alone. */
export function checkFields(raw: Raw): { readonly fields: Fields; readonly complaints: readonly Complaint[] } {
  const given = flatten(raw);
  const complaints: Complaint[] = [];
  const fields: Record<string, unknown> = {};
  for (const [field, { names, shared, schema }] of Object.entries<Row<kinds.ValueSchema>>(rows)) {
    for (const name of [...names, ...shared]) {
      const found = given.get(name);
      if (!found || isNothing(found.value)) continue;
      const checked = v.safeParse(schema, found.value, { abortEarly: true });
      if (checked.success && checked.output !== null) fields[field] = checked.output;
      else if (!checked.success && names.includes(name)) complaints.push(complain(found, checked.issues[0].message));
      if (fields[field] !== undefined) break;
    }
  }
  return { fields, complaints };
}

/** Returns the names in front matter that no field goes by, as their author wrote them. */
export function unknownNames(raw: Raw): readonly Safe[] {
  const known = new Set(
    Object.values<Row<kinds.ValueSchema>>(rows).flatMap(({ names, shared }) => [...names, ...shared]),
  );
  const given = [...flatten(raw)].filter(
    ([key, { value }]) => !known.has(key) && !(nested.includes(key) && kinds.isTable(value)),
  );
  return given.map(([, { name }]) => slice(cleanLine(name), 0, 80)).filter((name) => name !== '');
}

/** Hugo and Zola keep some fields one level down. */
const nested = ['params', 'extra', 'taxonomies'];

interface Given {
  readonly name: string;
  readonly value: unknown;
}

function flatten(raw: Raw): ReadonlyMap<string, Given> {
  const inner = nested.flatMap((name) => (kinds.isTable(raw[name]) ? Object.entries(raw[name]) : []));
  const given = new Map<string, Given>();
  for (const [name, value] of [...inner, ...Object.entries(raw)]) {
    given.set(name.replace(/[-_ ]/g, '').toLowerCase(), { name, value });
  }
  return given;
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === 'string' && /^\s*(?:~|null)?\s*$/i.test(value));
}

function complain({ name, value }: Given, message: string): Complaint {
  const written = slice(cleanLine(typeof value === 'string' ? value : shown(value)), 0, 80);
  return {
    kind: message === kinds.notADate ? 'date' : 'front-matter',
    says: say`${slice(cleanLine(name), 0, 80)} ${cleanLine(message)}: “${written}”`,
  };
}

/** Values can be circles of aliases, which no JSON can be made of. */
function shown(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return Array.isArray(value) ? 'a list' : 'a group of values';
  }
}
