import { createHash } from 'node:crypto';
import { cleanLine, join, say, type Safe } from '../text/index.ts';
import {
  titleKey,
  type Block,
  type Entry,
  type Link,
  type Picture,
  type Problem,
  type Prose,
  type Reading,
} from '../news/index.ts';
import { parseMarkdown, wordCount, type Parsed } from '../prose/index.ts';
import { tagsIn } from './body-tags.ts';
import { checkFields, type Complaint, type Fields } from './fields.ts';
import { readMatter } from './matter.ts';
import { dateOf, isDraftPath, kindOf, titleOf } from './names.ts';
import { distinct, lineOf, type Reference } from './values.ts';

type Parse = (markdown: string, where: Safe) => Parsed;

/**
 * Returns the article that a Markdown file holds, or null for a draft. `path` is the file's path inside its folder, with
 * `/`. Fields of front matter that are wrong are reported and ignored: the article appears all the same.
 * `parse` reads the body, and is exchanged for {@link parsePlain} when Markdown would take too long.
 */
export function readEntry(path: string, text: string, parse: Parse = parseMarkdown): Reading<Entry | null> {
  const where = cleanLine(path);
  const { values, complaints, body } = readMatter(text.replace(/^\ufeff/, ''));
  const checked = checkFields(values ?? {});
  const { fields } = checked;
  const said = [...complaints.map(complain), ...checked.complaints];
  const problems = said.map(({ kind, says }): Problem => ({ kind, where, detail: says }));
  if (fields.withheld || isUnpublished(values) || isDraftPath(path)) return { value: null, problems };

  const parsed = parse(body, where);
  const { title, prose } = headed(fields.title, parsed.prose, path);
  const links = [...parsed.links, ...linksOf(fields, parsed.links)];
  const credit = creditOf(fields.credit);
  const sourced = withSources([...prose, ...credit.closing], links, fields.sources ?? []);
  const all = [...problems, ...parsed.problems];
  const entry: Entry = {
    declaredId: fields.id ?? null,
    aliases: distinct([...(fields.aliases ?? []), ...(fields.slug ? [fields.slug] : [])]),
    kind: fields.kind ?? kindOf(path),
    title,
    summary: fields.summary ?? null,
    byline: fields.byline ?? null,
    publisher: fields.publisher ?? credit.publisher,
    published: fields.published ?? dateOf(path),
    updated: fields.updated ?? null,
    place: fields.place ?? null,
    address: fields.address ?? null,
    language: fields.language ?? null,
    tags: distinct([...(fields.tags ?? []), ...(fields.categories ?? []), ...tagsIn(prose)]),
    picture: pictureOf(fields),
    authorNote: fields.authorNote ?? null,
    ...sourced,
    words: wordCount(prose),
    path,
    fingerprint: createHash('sha256').update(text).digest('hex'),
    problems: all.map(({ detail }) => ({ detail })),
  };
  return { value: entry, problems: all };
}

function complain(sentence: string): Complaint {
  return { kind: 'front-matter', says: cleanLine(sentence) };
}

/** Jekyll keeps an article back with `published: false`. */
function isUnpublished(values: Readonly<Record<string, unknown>> | null): boolean {
  return typeof values?.published === 'string' && values.published.toLowerCase() === 'false';
}

/** The title, and the body without the heading that is or repeats it. */
function headed(
  declared: Safe | undefined,
  prose: Prose,
  path: string,
): { readonly title: Safe; readonly prose: Prose } {
  const index = prose.findIndex((block) => block.type === 'heading' && block.level === 1);
  const heading = prose[index];
  const words = heading?.type === 'heading' ? lineOf(heading.spans.map((span) => span.text).join('')) : null;
  const without = prose.filter((block) => block !== heading);
  if (!declared) return words ? { title: words, prose: without } : { title: titleOf(path), prose };
  const repeats = words !== null && titleKey(words) === titleKey(declared) && isOpening(prose.slice(0, index));
  return { title: declared, prose: repeats ? without : prose };
}

/** Pictures and rules may stand above a headline. */
function isOpening(before: Prose): boolean {
  return before.every((block) => block.type === 'figure' || block.type === 'rule' || block.type === 'notice');
}

/** Links of front matter, but for those that the body makes already. */
function linksOf(fields: Fields, already: readonly Link[]): readonly Link[] {
  const known = new Set(already.filter(({ relation }) => relation !== 'inline').map(keyOf));
  const toLink =
    (relation: Link['relation']) =>
    (reference: Reference): Link => ({ relation, ...reference });
  const links = [
    ...(fields.background ?? []).map(toLink('background')),
    ...(fields.alsoSee ?? []).map(toLink('also-see')),
  ];
  return links.filter((link) => !known.has(keyOf(link)));
}

function keyOf({ relation, text, address }: Link): string {
  return `${relation} ${address ?? titleKey(text)}`;
}

/** What credits somebody is the name of a publisher, or a sentence that closes the article. */
function creditOf(credit: Safe | undefined): { readonly publisher: Safe | null; readonly closing: Prose } {
  if (!credit) return { publisher: null, closing: [] };
  if (!/[.!?。]$/.test(credit)) return { publisher: credit, closing: [] };
  return { publisher: null, closing: [{ type: 'paragraph', spans: [{ text: credit, emphasis: true }] }] };
}

/** Adds the sources that front matter names under a heading of their own, unless the author wrote that chapter. */
function withSources(
  prose: Prose,
  links: readonly Link[],
  sources: readonly Reference[],
): { body: Prose; links: readonly Link[] } {
  const isWritten = prose.some(
    (block) =>
      block.type === 'heading' &&
      /^sources$/i.test(
        join(
          block.spans.map(({ text }) => text),
          say``,
        ),
      ),
  );
  if (sources.length === 0 || isWritten) return { body: prose, links };
  const added = sources.filter(({ address }) => address !== null);
  const entries = sources.map((source) => ({
    blocks: [{ type: 'paragraph', spans: [spanOf(source, links.length + added.indexOf(source))] }] as const,
  }));
  const chapter: Prose = [
    { type: 'heading', level: 2, spans: [{ text: say`Sources` }] },
    { type: 'list', start: null, loose: false, entries },
  ] satisfies readonly Block[];
  return {
    body: [...prose, ...chapter],
    links: [...links, ...added.map((source): Link => ({ relation: 'inline', ...source }))],
  };
}

function spanOf({ text, address }: Reference, link: number) {
  return address === null ? { text } : { text, link };
}

function pictureOf({ picture, imageAlt, imageCaption, imageCredit }: Fields): Picture | null {
  if (!picture) return null;
  return {
    address: picture.address,
    alt: picture.alt ?? imageAlt ?? say``,
    caption: picture.caption ?? imageCaption ?? null,
    credit: picture.credit ?? imageCredit ?? null,
  };
}
