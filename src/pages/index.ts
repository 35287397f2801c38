// Lives here: a web page, or the plain text of one → its article, and the pieces it lists. Wordings are rows of data.
// Does not live here: tags as such (markup), Markdown, dates as such (news), or filing what was found.
// What a page does not say for certain stays null; what is not recognised stays in the body.
export { looksLikePageText, readPageText, type PageText } from './page.ts';
export { bareEntry } from './bare-entry.ts';
export { readPage, type PageOrigin, type WebPage } from './html/page.ts';
export { readMarkup, readTree } from './html/fragment.ts';
export { describeWall, type Wall } from './html/walls.ts';
export { neutralPage, type NeutralPage } from './html/neutral.ts';
