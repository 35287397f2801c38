/**
 * Namespaces by a part of their address that all ways of writing it share. The first that fits is taken. RSS and Atom are
 * both the core of a feed, and each turns up within the other, so their elements have one name here.
 */
const spaces: readonly (readonly [part: string, short: string])[] = [
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/net/rss1.1', 'rss'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/rss/1.0/modules', 'module'],
  ['purl.org/rss', 'rss'],
  ['netscape.com/rdf/simple', 'rss'],
  ['netscape.com/publish/formats', 'rss'],
  ['backend.userland.com/rss', 'rss'],
  ['blogs.law.harvard.edu/tech/rss', 'rss'],
  ['www.rssboard.org/rss', 'rss'],
  ['purl.org/dc/elements', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['tools.search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast', 'itunes'],
  ['itunes.apple.com/dtds/podcast', 'itunes'],
  ['google.com/schemas/play-podcasts', 'googleplay'],
  ['podcastindex.org/namespace', 'podcast'],
  ['podcastindex-org/podcast-namespace', 'podcast'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['rssnamespace.org/feedburner', 'feedburner'],
  ['webfeeds.org/rss', 'webfeeds'],
  ['prismstandard.org/namespaces', 'prism'],
  ['creativecommons', 'cc'],
];
/** Prefixes that stand for themselves when nobody declared them. */
const prefixes = new Set([...spaces.map(([, short]) => short), 'a10']);
const known = new Map<string, string>();

/** Returns the short name of a namespace: '' for the core of a feed and for none, `?` for one that says nothing to a reader. */
export function shortSpace(space: string): string {
  if (space === '') return '';
  let short = known.get(space);
  if (short === undefined) {
    short = find(space.toLowerCase());
    if (known.size < 500) known.set(space, short);
  }
  return short;
}

function find(space: string): string {
  const short = spaces.find(([part]) => space.includes(part))?.[1] ?? (prefixes.has(space) ? space : '?');
  return short === 'rss' || short === 'atom' || short === 'a10' ? '' : short;
}

/** Tells whether the namespace is Atom's, where text that does not say what it is, is plain. */
export function isAtom(space: string): boolean {
  return /w3\.org\/2005\/atom|purl\.org\/atom|^(?:atom|a10)$/i.test(space);
}
