import { say, type Safe } from '../text/index.ts';
import type { WebPage } from '../pages/index.ts';
import type { PageWall } from './copy.ts';

/** Fewer words of an article than these are no beginning of one. */
const fewWords = 25;

const sentences: Readonly<Record<NonNullable<WebPage['wall']>, Safe>> = {
  paywall: say`The page is behind a paywall: its publisher shows the whole text to subscribers only. Open it in the browser to read on.`,
  'cookie wall': say`The page is behind a cookie wall: it asks for consent before it shows its text. Open it in the browser to answer.`,
  'script-only': say`The page has no text of its own: a script has to run to show it. Open it in the browser.`,
  'robot check': say`The site checks first whether you are a robot. Open it in the browser to answer.`,
};

/** Returns what stands before the text of a page, in words. Behind a paywall the beginning can be read; of the others, what stands there is no article. */
export function wallOf({ wall, words }: Pick<WebPage, 'wall' | 'words'>): PageWall | null {
  return wall && { words: sentences[wall], isOpen: wall === 'paywall' && words >= fewWords };
}
