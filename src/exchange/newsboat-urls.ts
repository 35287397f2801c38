import { judgeAddress } from '../address/index.ts';
import { feedAddress } from '../feeds/index.ts';
import type { Problem, Reading } from '../news/index.ts';
import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import { carried, type Carried, type CarriedFeed, type CarriedList } from './carried.ts';
import { distinctTags } from './gather.ts';
import { listOf } from './newsboat-query.ts';

/** What a line of such a file can begin with. */
const beginning = /^"?(?:https?:\/\/|feed:|file:\/\/|query:|filter:|exec:)/i;

/**
 * Returns what newsboat's file `urls` holds: feeds with their tags, and lists by a rule; null when the text is no such file.
 * A line has an address, then its tags; `~` begins a title, `!` hides, `#` a comment, quotes hold words together:
 * https://newsboat.org/releases/2.40/docs/newsboat.html#_tagging
 */
export function readUrls(text: string, name: Safe): Reading<Carried | null> | null {
  const lines = text.split(/\r\n?|\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const telling = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  const known = telling.filter(({ line }) => beginning.test(line));
  // Addresses stand in every text; in a list of them nearly nothing else begins a line.
  if (known.length === 0 || known.length < telling.length * 0.9) return null;
  const feeds: CarriedFeed[] = [];
  const lists: CarriedList[] = [];
  const problems: Problem[] = [];
  for (const { line, number } of telling) {
    const [first = '', ...tags] = tokens(line);
    const where = say`${name}, line ${number}`;
    if (first.startsWith('query:')) {
      const read = listOf(first);
      if (read.list) lists.push(read.list);
      if (read.why) problems.push({ kind: 'unreadable', where, detail: read.why });
    } else {
      const read = feedOf(first, tags);
      if (read.feed) feeds.push(read.feed);
      if (read.why) problems.push({ kind: 'address', where, detail: read.why });
    }
  }
  return { value: carried(say`newsboat’s list of feeds`, { feeds, lists }), problems };
}

/** Returns the words of a line. Quotes hold one together, a backslash in them escapes, and `#` begins a comment. */
function tokens(line: string): readonly string[] {
  const found: string[] = [];
  for (const [token, quoted] of line.matchAll(/"((?:[^"\\]|\\.)*)"?|[^\s"][^\s]*/g)) {
    if (quoted === undefined && token.startsWith('#')) break;
    found.push(
      quoted === undefined ? token : quoted.replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped),
    );
  }
  return found;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

interface FeedRead {
  readonly feed: CarriedFeed | null;
  readonly why: Safe | null;
}

function feedOf(first: string, tags: readonly string[]): FeedRead {
  const program = /^(?:exec|filter):/i.exec(first)?.[0];
  if (program !== undefined) {
    const shown = slice(cleanLine(first), 0, 80);
    const why = say`left out, as “${cleanLine(program)}” has a program run, which is not done here: ${shown}`;
    return { feed: null, why };
  }
  const address = feedAddress(first);
  if (address === null) {
    const { shown, why } = judgeAddress(first);
    return { feed: null, why: say`left out: ${shown}. ${why ?? say`It is no address of the web.`}` };
  }
  const title = tags.find((tag) => tag.startsWith('~'));
  const plain = tags.filter((tag) => !/^[~!]/.test(tag));
  const feed = { address, name: title === undefined ? null : named(title), tags: distinctTags(plain) };
  const hidden = plain.length + (title === undefined ? 0 : 1) < tags.length && tags.some((tag) => tag.startsWith('!'));
  return { feed, why: hidden ? say`shown here among the others, though it was hidden: ${address}` : null };
}

function named(title: string): Safe | null {
  const name = cleanLine(title.slice(1));
  return name === '' ? null : name;
}
