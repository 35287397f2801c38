import { judgeAddress, webAddress } from '../address/index.ts';
import { decode } from '../encoding/index.ts';
import { parseXml, type Element, type Node } from '../markup/index.ts';
import type { Problem, Reading } from '../news/index.ts';
import { cleanLine, say, type Safe } from '../text/index.ts';
import { mostBytes, type Received } from './read.ts';

/** A list of feeds, as programs hand it to each other in OPML. */
export interface Outline {
  readonly title: Safe | null;
  readonly owner: Safe | null;
  readonly feeds: readonly OutlineFeed[];
  /** All its lines, those that are no feeds too. */
  readonly lines: number;
}

export interface OutlineFeed {
  readonly title: Safe | null;
  /** As it is written. */
  readonly written: Safe;
  /** The address that may be fetched, with its name and password; or null when what is written is none: then a problem says why. */
  readonly address: Safe | null;
  readonly site: Safe | null;
  /** The folders it lies in, outermost first. */
  readonly folders: readonly Safe[];
  /** Categories that it names itself, each as its steps: `/News/Local` is News, then Local. */
  readonly categories: readonly (readonly Safe[])[];
}

/** Feeds that are taken from one list. */
const mostFeeds = 10_000;

/** Returns the list of feeds in the bytes, or null when they hold none: OPML, well-formed or not (http://opml.org/spec2.opml). */
export function readOutline(bytes: Uint8Array, received: Received = {}): Reading<Outline | null> {
  const where = cleanLine(received.address ?? 'The outline');
  if (bytes.length > mostBytes) {
    return none({
      kind: 'too-large',
      where,
      detail: say`is larger than ${mostBytes / 1_000_000} million bytes and is not read`,
    });
  }
  const { text } = decode(bytes, received.contentType);
  const { nodes, cut } = parseXml(text);
  const root = nodes.find((node) => typeof node !== 'string');
  if (!root || root.name === 'html')
    return none({ kind: 'unreadable', where, detail: say`is not an outline of feeds` });
  const head = child(root, 'head');
  const gathered = gather(child(root, 'body') ?? root);
  const { lines, feeds, left } = gathered;
  const problems: Problem[] = [...feeds.flatMap(refusal), ...left];
  if (lines === 0) problems.push({ kind: 'markup', where, detail: say`has no outline of feeds in it` });
  if (cut) {
    const detail = say`has more than is read of one outline; the rest is left out`;
    problems.push({ kind: 'too-large', where, detail });
  }
  if (feeds.length > mostFeeds) {
    const detail = say`names ${feeds.length} feeds, of which the first ${mostFeeds} are taken`;
    problems.push({ kind: 'too-large', where, detail });
  }
  const about = { title: textIn(head, 'title'), owner: textIn(head, 'ownername') };
  return { value: { ...about, feeds: feeds.slice(0, mostFeeds), lines }, problems };
}

function none(problem: Problem): Reading<null> {
  return { value: null, problems: [problem] };
}

function child(element: Element | null, name: string): Element | null {
  const found = element?.children.find((node) => typeof node !== 'string' && node.name === name);
  return found === undefined || typeof found === 'string' ? null : found;
}

function textIn(element: Element | null, name: string): Safe | null {
  const words = child(element, name)?.children.filter((node) => typeof node === 'string') ?? [];
  return line(words.join(''));
}

function line(value: string | undefined): Safe | null {
  const safe = cleanLine(value ?? '');
  return safe === '' ? null : safe;
}

/** Goes through the outline in order. */
function gather(root: Element): Pick<Outline, 'feeds' | 'lines'> & { readonly left: readonly Problem[] } {
  const feeds: OutlineFeed[] = [];
  const left: Problem[] = [];
  let lines = 0;
  const work: { readonly node: Node; readonly folders: readonly Safe[] }[] = [{ node: root, folders: [] }];
  for (let step = work.pop(); step; step = work.pop()) {
    const { node, folders } = step;
    if (typeof node === 'string') continue;
    let inside = folders;
    if (node.name === 'outline') {
      lines++;
      const feed = feedOf(node, folders);
      if (feed) feeds.push(feed);
      else left.push(...leftOut(node));
      const folder = line(node.attributes.get('text')) ?? line(node.attributes.get('title'));
      if (!feed && folder !== null) inside = [...folders, folder];
    }
    for (const next of node.children.toReversed()) work.push({ node: next, folders: inside });
  }
  return { feeds, lines, left };
}

/** Types of lines that stand for a feed. */
const feedType = /^(?:rss|atom|feed|rdf|json)/;

function typeOf({ attributes }: Element): string {
  return attributes.get('type')?.trim().toLowerCase() ?? '';
}

function feedOf(element: Element, folders: readonly Safe[]): OutlineFeed | null {
  const { attributes } = element;
  const written =
    line(attributes.get('xmlurl')) ?? (feedType.test(typeOf(element)) ? line(attributes.get('url')) : null);
  if (written === null) return null;
  return {
    title: line(attributes.get('title')) ?? line(attributes.get('text')),
    written,
    address: feedAddress(withoutFeed(written)),
    site: line(attributes.get('htmlurl')),
    folders,
    categories: categoriesOf(attributes.get('category') ?? ''),
  };
}

/** Returns the address of a feed, in which a name and password may stand that it is asked for with; null when it is none of the web. */
export function feedAddress(written: string): Safe | null {
  const address = webAddress(written);
  if (address !== null || judgeAddress(written).verdict === 'refused') return address;
  return cleanLine(URL.parse(written.trim())?.href ?? written);
}

/** Some write `feed:` before or in place of `http:`, to have the address opened by a reader of feeds. */
export function withoutFeed(address: string): string {
  return address
    .trim()
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:(?:\/\/)?/i, 'http://');
}

/** Returns what is said of a line that ought to bring feeds and cannot. */
function leftOut(element: Element): readonly Problem[] {
  const { attributes } = element;
  const title = line(attributes.get('title')) ?? line(attributes.get('text')) ?? say`A line`;
  if (typeOf(element) === 'include') {
    const { shown } = judgeAddress(attributes.get('url') ?? '');
    const detail = say`is left out: another list, which is not fetched (${shown}). Import that by itself.`;
    return [{ kind: 'address', where: title, detail }];
  }
  if (!attributes.has('xmlurl') && !feedType.test(typeOf(element))) return [];
  return [{ kind: 'address', where: title, detail: say`is left out: it has no address.` }];
}

function refusal({ address, written, title }: OutlineFeed): readonly Problem[] {
  if (address !== null) return [];
  const { shown, why } = judgeAddress(withoutFeed(written));
  const detail = say`is left out: ${shown}. ${why ?? say`This is not a web address.`}`;
  return [{ kind: 'address', where: title ?? shown, detail }];
}

function categoriesOf(attribute: string): readonly (readonly Safe[])[] {
  const paths = attribute.split(',').map((path) =>
    path
      .split('/')
      .map((step) => cleanLine(step))
      .filter(Boolean),
  );
  return paths.filter((path) => path.length > 0);
}
