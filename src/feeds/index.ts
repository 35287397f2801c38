// Lives here: bytes → feeds and their entries, lists of feeds, and the feeds that a page offers.
// Does not live here: fetching, tags and bytes as such (markup), what the library keeps of an entry.
// Reading never fails: it returns what could be read and the problems, and the bodies of entries are clean.
export { readFeed, type Received } from './read.ts';
export { feedAddress, readOutline, type Outline, type OutlineFeed } from './outline.ts';
export { writeOutline } from './write-outline.ts';
export { discoverFeeds, type Offer, type Offers } from './discover.ts';
export { entryKeys } from './identity.ts';
export { neutral, neutralOffers, neutralOutline } from './neutral.ts';
export type { Body, Enclosure, Feed, FeedEntry, FeedImage, FeedLink, Format, Origin, Person, Tag } from './feed.ts';
