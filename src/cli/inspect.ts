import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { say, type Safe } from '../text/index.ts';
import type { Entry, Link } from '../news/index.ts';
import type { Inspection } from '../desk/index.ts';
import { locate } from './location.ts';
import { markdownOf } from './markdown.ts';
import { failure } from './one.ts';
import { iso } from './records.ts';
import { deed, WrongUse, type Context, type Outcome, type Paint } from './verb.ts';
import { wrapWords } from './wrap.ts';

/** A larger file is not read, in bytes. */
const largest = 20_000_000;

/**
 * `alsosee inspect`: `data` is {format: markdown|page-text, article, links, pieces, site, why}. `article` has the fields of a
 * content file, with its body as `markdown`; `links` are {relation, text, address}; `pieces` are the other articles that a
 * page lists, with the fields that it gives; `why` tells in sentences how the document was read.
 */
export const inspect = deed({
  options: {},
  more: ['Reads a file, or standard input with "-". Nothing is kept.'],
  completes: { kind: 'path' },
  async run(context, _, positionals) {
    const [path, another] = positionals;
    if (path === undefined || another !== undefined)
      throw new WrongUse('Inspect what? One file, or "-" for standard input.');
    if (path === '-') return inspected(null, await context.input(), context);
    const location = locate(path, context.folder);
    if ('detail' in location) return failure([location]);
    const refuse = (detail: Safe) => failure([{ kind: 'unreadable', where: location.name, detail }]);
    if (location.kind === 'folder') return refuse(say`This is a folder. "alsosee check" looks through a folder.`);
    if (statSync(location.path).size > largest) return refuse(say`The file is larger than ${largest} bytes.`);
    return inspected(basename(location.path), readFileSync(location.path), context);
  },
});

async function inspected(name: string | null, bytes: Uint8Array, context: Context): Promise<Outcome> {
  const { value, problems } = await (await context.desk()).inspect(name, bytes);
  return {
    data: inspectionRecord(value),
    problems,
    failed: value.article === null && problems.length > 0,
    text: (width, paint) => told(value, width, paint),
  };
}

function inspectionRecord({ format, article, links, pieces, site, why }: Inspection) {
  return {
    format,
    article: article && { ...entryRecord(article), markdown: markdownOf(article.body, article.links) },
    links: links.map(linkRecord),
    pieces: pieces.map(entryRecord),
    site,
    why,
  };
}

function entryRecord(entry: Entry) {
  const {
    kind,
    title,
    summary,
    byline,
    publisher,
    place,
    address,
    language,
    tags,
    aliases,
    picture,
    authorNote,
    words,
    problems,
  } = entry;
  return {
    id: entry.declaredId,
    kind,
    title,
    summary,
    byline,
    publisher,
    published: iso(entry.published),
    updated: iso(entry.updated),
    place,
    address,
    language,
    tags,
    aliases,
    picture,
    authorNote,
    words,
    links: entry.links.map(linkRecord),
    problems,
  };
}

function linkRecord({ relation, text, address }: Link) {
  return { relation, text, address };
}

function told(inspection: Inspection, width: number | null, paint: Paint): readonly string[] {
  const { article, pieces, why } = inspection;
  const listed = pieces.flatMap(({ title, summary }) => [
    '',
    paint('strong', title),
    ...wrapWords(summary ?? '', width, '  '),
  ]);
  const found = article ? ['', ...fieldLines(entryRecord(article), width, paint)] : [];
  const body = article
    ? [
        '',
        ...markdownOf(article.body, article.links)
          .split('\n')
          .flatMap((line) => (line ? wrapWords(line, width, '') : [''])),
      ]
    : [];
  const heading = pieces.length > 0 ? ['', paint('strong', `Also listed on the page: ${pieces.length}`)] : [];
  return [...why.flatMap((sentence) => wrapWords(sentence, width, '')), ...found, ...body, ...heading, ...listed];
}

/** Returns a line a field that says something, its name in front. */
function fieldLines(fields: object, width: number | null, paint: Paint): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const words = saidBy(value);
    return words === '' ? [] : wrapWords(`${paint('quiet', `${name}:`)} ${words}`, width, '');
  });
}

function saidBy(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(saidBy).join('; ');
  return Object.values(value).map(saidBy).filter(Boolean).join(' · ');
}
