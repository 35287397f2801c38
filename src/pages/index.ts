// Lives here: the plain text of a news page → its article, and the pieces it lists. Wordings are rows of data.
// Does not live here: HTML, Markdown, dates as such (news), or filing what was found.
// What a page does not say for certain stays null; what is not recognised stays in the body.
export { looksLikePageText, readPageText, type PageText } from './page.ts';
