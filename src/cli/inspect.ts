import { basename } from 'node:path';
import { say } from '../text/index.ts';
import { kinds } from './kinds.ts';
import { fetchTyped, isTypedAddress } from './fetch.ts';
import { locate } from './location.ts';
import { failure } from './one.ts';
import { deed, WrongUse, type Complaint, type Context, type Outcome } from './verb.ts';
import { readWhole } from './whole-file.ts';

/** A larger file is not read, in bytes. */
const largest = 20_000_000;

/**
 * `alsosee inspect`: `data` has `format` and `why`, how the document was read, in sentences; the rest is by format:
 * - `markdown`, `page-text`: article, links, pieces, site. `article` has the fields of a content file, with its body as
 *   `markdown`; `links` are {relation, text, address}; `pieces` are the other articles that a page lists.
 * - `feed`: found, null or {format: rss|atom|rdf|json, feed, entries} with ISO 8601 dates and bodies as clean HTML.
 * - `outline`: outline, null or {title, owner, feeds: [{title, address, site, folders, categories}]}.
 * - `web-page`: page, null or {title, byline, excerpt, siteName, published, updated, language, picture, address, wall,
 *   wallMeans, words, markdown, links, related}; `feeds` that the page offers and `likelyFeeds`, each {address, title, type}.
 * With `--kind` it is the neutral form of that kind (batch.ts) instead.
 */
export const inspect = deed({
  options: {
    'content-type': { type: 'string', value: 'TYPE', help: 'what the document was sent as, with its charset' },
    url: { type: 'string', value: 'URL', help: 'where a file came from: relative addresses start there' },
    kind: {
      type: 'string',
      value: 'KIND',
      words: kinds,
      help: `for checks: JSON as other readers tell it: ${kinds.join(', ')}`,
    },
    batch: {
      type: 'boolean',
      help: 'for checks: jobs as lines of JSON on standard input, {"id", "file", "kind", "url", "contentType"}',
    },
  },
  more: [
    'Reads a file, standard input with "-", or what is at a web address, and recognises Markdown, the text of a page, a web page, a feed (RSS, Atom, RDF, JSON Feed) and a list of feeds (OPML). Nothing is kept.',
  ],
  completes: { kind: 'path' },
  async run(context, values, positionals) {
    const [path, another] = positionals;
    if (values.batch) return batch(context);
    if (path === undefined || another !== undefined)
      throw new WrongUse('Inspect what? One file, one web address, or "-" for standard input.');
    const paper = await paperAt(path, context);
    if ('detail' in paper) return failure([paper]);
    const from = { contentType: values['content-type'] ?? paper.contentType, address: values.url ?? paper.address };
    const kind = kinds.find((one) => one === values.kind);
    if (kind === undefined) return inspected({ ...paper, ...from }, context);
    const { neutrally } = await import('./batch.ts');
    const result = neutrally(kind, paper.bytes, from);
    return { data: result, problems: [], text: () => [JSON.stringify(result)] };
  },
});

async function batch(context: Context): Promise<Outcome> {
  const { answerBatch } = await import('./batch.ts');
  return { data: null, problems: [], text: () => answerBatch(context.lines()) };
}

/** A document, and what is known of it. */
interface Paper {
  readonly name: string | null;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly address: string | null;
}

async function paperAt(path: string, context: Context): Promise<Paper | Complaint> {
  const unknown = { name: null, contentType: null, address: null };
  if (path === '-') return { ...unknown, bytes: await context.input() };
  if (isTypedAddress(path)) {
    const found = await fetchTyped(path, context);
    return 'detail' in found ? found : { ...unknown, ...found };
  }
  const location = locate(path, context.folder);
  if ('detail' in location) return location;
  if (location.kind === 'folder') {
    const detail = say`This is a folder. "alsosee check" looks through a folder.`;
    return { kind: 'unreadable', where: location.name, detail };
  }
  const bytes = readWhole(location, largest);
  return 'detail' in bytes ? bytes : { ...unknown, name: basename(location.path), bytes };
}

async function inspected({ name, bytes, ...from }: Paper, context: Context): Promise<Outcome> {
  const { value, problems } = await (await context.desk()).inspect(name, bytes, from);
  const { tell } = await import('./inspected/telling.ts');
  const { nothing, data, text } = tell(value, context);
  return { data, text, problems, failed: nothing && problems.length > 0 };
}
