// Lives here: Markdown → blocks, and blocks → lines of an exact width.
// Does not live here: front matter, pages' HTML, colours, or which lines are on the screen.
// Both ways are pure and never fail: what cannot be read is shown as plain text with a notice.
export { parseMarkdown, parsePlain, type Parsed } from './markdown.ts';
export { typeset, type Typesetting } from './typeset.ts';
export { lineAt, type Line, type LineKind, type Run } from './line.ts';
export { plainText, wordCount } from './plain.ts';
export { highlight } from './highlight.ts';
export { alsoSeeLines } from './also-see.ts';
export { flowing, Pen, wordsOf, type Style } from './pen.ts';
