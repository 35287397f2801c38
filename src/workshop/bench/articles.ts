import type { Entry } from '../../news/index.ts';
import { bareEntry } from '../../pages/bare-entry.ts';
import { cleanLine, say, type Safe } from '../../text/index.ts';
import { drawing, wordOf } from './drawn-words.ts';

/** Sources that bring the articles in turn. */
export const sources = 300;
/** Words that there are, but for the commonest, which are English. */
const vocabulary = 30_000;
const authors = 500;
const tags = 40;

/** The address of an article by its number. */
function addressOf(number: number): Safe {
  return cleanLine(`https://source${number % sources}.example/${number}`);
}

/**
 * Returns an article of 300 words, drawn as often as words are used (the n-th commonest is used in proportion to 1/n, Zipf 1935).
 * Every thousandth tells of a lighthouse, every tenth links to the one that its source brought before, and some have no date.
 */
export function entry(number: number, published: number): Entry {
  const draw = drawing(number);
  const words = (count: number): string => Array.from({ length: count }, () => wordAt(draw)).join(' ');
  const address = addressOf(number);
  const rare = number % 1000 === 7 ? ' The lighthouse was lit again.' : '';
  const hasLink = number % 10 === 0 && number >= sources;
  const before = addressOf(number - sources);
  return bareEntry({
    kind: number % 200 === 3 ? 'backgrounder' : 'news',
    title: say`${cleanLine(words(5))}, report ${number}`,
    summary: cleanLine(words(15)),
    byline: cleanLine(`${wordOf(draw(authors))} ${wordOf(draw(authors))}`),
    published: number % 500 === 9 ? null : published,
    address,
    language: say`en`,
    tags: number % 3 === 0 ? [cleanLine(wordOf(draw(tags)))] : [],
    links: hasLink ? [{ relation: 'also-see', text: say`Before this`, address: before }] : [],
    body: Array.from({ length: 4 }, (_, part) => ({
      type: 'paragraph' as const,
      spans: [{ text: cleanLine(`${words(75)}.${part === 0 ? rare : ''}`) }],
    })),
    words: 300,
    fingerprint: String(number),
    keys: [{ value: `at ${address}`, everywhere: true }],
  });
}

const common = 'the of and to in a is that for it was on with as by at from his be this have are which or had'.split(
  ' ',
);

function wordAt(draw: (below: number) => number): string {
  const share = draw(1_000_003) / 1_000_003;
  const rank = Math.floor(vocabulary ** share) - 1;
  return common[rank] ?? wordOf(rank);
}
