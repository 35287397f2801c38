import type { Source } from '../news/index.ts';

/** The location of the source that has what the reader had marked of sources which are removed. */
export const leftBehind = 'removed:';

/**
 * Returns whether the articles of the source are listed where no source is named: those of what the reader keeps, pages that
 * were fetched because a link to them was followed, and what is left of removed sources.
 */
export function isListed({ kept, kind, location }: Source): boolean {
  return kept || (kind === 'page' && (isWebAddress(location) || location === leftBehind));
}

/** Returns whether a source with the location comes from the web. */
export function isWebAddress(location: string): boolean {
  return /^https?:\/\//i.test(location);
}
