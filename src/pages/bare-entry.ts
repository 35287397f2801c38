import type { Entry } from '../news/index.ts';

const nothing = {
  declaredId: null,
  aliases: [],
  kind: 'news',
  summary: null,
  byline: null,
  publisher: null,
  published: null,
  updated: null,
  place: null,
  address: null,
  language: null,
  tags: [],
  picture: null,
  authorNote: null,
  links: [],
  body: [],
  words: 0,
  path: null,
  problems: [],
} as const;

/** Returns an entry of which no more is known than this. */
export function bareEntry(known: Pick<Entry, 'title' | 'fingerprint'> & Partial<Entry>): Entry {
  return { ...nothing, ...known };
}
