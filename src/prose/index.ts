// Lives here: Markdown → blocks, and blocks → lines of an exact width.
// Does not live here: front matter, pages' HTML, colours, or which lines are on the screen.
// Both ways are pure and never fail: what cannot be read is shown as plain text with a notice.
export { parseMarkdown, type Parsed } from './markdown.ts';
export { typeset, type Line, type LineKind, type Run, type Typesetting } from './typeset.ts';
export { plainText, wordCount } from './plain.ts';
