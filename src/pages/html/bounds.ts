import type { Block } from '../../news/index.ts';
import { parsePlain } from '../../prose/index.ts';
import { say } from '../../text/index.ts';
import type { Written } from './blocks.ts';

/** Longest page that is read, in bytes. */
export const longest = 5_000_000;
/** What of a page is taken for its tree: more is no page, or one that is made to break its readers. */
export const bounds = { depth: 300, elements: 50_000 } as const;
/** Longest text that is shown plain, in characters. */
const longestPlain = 200_000;

/** Returns the words of HTML without looking at its structure: in paragraphs, with a notice above. */
export function readPlain(html: string): Written {
  const text = html
    .slice(0, longest)
    .replace(/<(script|style|template|head)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(?:br|\/?(?:p|div|li|h[1-6]|tr|article|section|blockquote|pre|ul|ol|table)\b)[^>]*>/gi, '\n\n')
    .replace(/<[a-z/!?][^>]*>?/gi, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (reference) => references[reference] ?? reference)
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n\n')
    .trim();
  const { prose, links } = parsePlain(text.slice(0, longestPlain));
  const notice: Block = {
    type: 'notice',
    text: say`This page is too large to be read as one: its words are shown plain, and perhaps not all of them.`,
  };
  return { body: [notice, ...prose], links };
}

const references: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': '’',
};
