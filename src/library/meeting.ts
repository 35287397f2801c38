import type { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../news/index.ts';
import type { Here, Origin } from './known-article.ts';
import { isWebAddress, leftBehind } from './listed.ts';
import { one, type Row } from './statements.ts';

/**
 * What is done with an entry that is an article which is here:
 * - `own`: it belongs to the entry's source, which may have corrected it;
 * - `carried`: it stays as it is, and is listed in the entry's source as well;
 * - `page`: the entry is the page of the article, whose text is kept beside what its feed told;
 * - `taken`: it goes over to the entry's source;
 * - `joined`: so it does, and its text, which is that of its page, is kept beside what the entry tells.
 */
export type Meeting = 'own' | 'carried' | 'page' | 'taken' | 'joined';

/** Returns what is done with the entry. Only who tells more, or is surer to stay, takes an article from another source. */
export function meetingOf(db: DatabaseSync, known: Here, entry: Entry, { key, source }: Origin): Meeting {
  if (known.source === key) return 'own';
  if (known.path !== null) return 'carried';
  const owner = one(db, ownerOf, known.key) ?? {};
  if (owner['location'] === leftBehind) return 'taken';
  const isPage = owner['kind'] === 'page' && isWebAddress(String(owner['location']));
  if (source.kind === 'page') return isPage ? 'taken' : 'page';
  if (owner['kind'] === 'page') return isPage ? 'joined' : 'carried';
  if (source.kept && owner['kept'] !== 1) return 'taken';
  return tellsMore(entry, owner) || isOwner(entry, source.location, String(owner['location'])) ? 'taken' : 'carried';
}

/** A feed can name any address as that of its article. Where the site's own feed tells of it too, that is believed. */
function isOwner({ address }: Entry, source: string, owner: string): boolean {
  const site = hostOf(address ?? '');
  return site !== null && hostOf(source) === site && hostOf(owner) !== site;
}

function hostOf(address: string): string | null {
  return URL.parse(address)?.host.replace(/^www\./, '') || null;
}

/** A text that was let go for its age was there once: it does not come back through another source. */
const ownerOf = `
  SELECT sources.kind, sources.location, sources.kept, bodies.prose = '[]' AND pages.article IS NULL AS is_headline
  FROM articles
  CROSS JOIN sources ON sources.key = articles.source
  LEFT JOIN bodies ON bodies.article = articles.key
  LEFT JOIN pages ON pages.article = articles.key
  WHERE articles.key = ?`;

function tellsMore(entry: Entry, owner: Row): boolean {
  return entry.body.length > 0 && owner['is_headline'] === 1;
}
