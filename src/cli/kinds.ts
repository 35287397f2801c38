/** What a document can be asked for in the neutral form: a feed, a list of feeds, the feeds a page offers, its article. */
export const kinds = ['feed', 'opml', 'discover', 'extract'] as const;

export type Kind = (typeof kinds)[number];

export function isKind(kind: string): kind is Kind {
  return (kinds as readonly string[]).includes(kind);
}
