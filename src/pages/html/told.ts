import type { Dated } from './dates.ts';
import { readByline, type Byline } from './authors.ts';
import { readTimes } from './published.ts';
import type { Head } from './head.ts';
import { readSite, siteInTitle } from './site.ts';
import { labelOf } from './site-in-title.ts';
import { readTitle } from './title.ts';
import type { Part } from './tree.ts';

/** What a page tells of its article beside the text, as hostile as it came. */
export interface Told {
  readonly title: string | null;
  readonly byline: Byline;
  readonly site: string | null;
  readonly published: Dated | null;
  readonly updated: Dated | null;
}

/** Returns what the page tells for machines and shows around its title. */
export function readTold(parts: readonly Part[], head: Head, address: string | null): Told {
  const site = readSite(head);
  const title = readTitle(parts, head, { name: site, label: labelOf(address ?? head.canonical) });
  const heading = title?.heading ?? null;
  return {
    title: title?.words ?? null,
    byline: readByline(parts, head, heading, site),
    site: site ?? siteInTitle(head.title, title?.words ?? null),
    ...readTimes(parts, head, heading, address),
  };
}
