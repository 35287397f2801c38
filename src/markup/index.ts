// Lives here: the text of XML or HTML → a tree, well-formed or not; what may be read of it.
// Does not live here: encodings (encoding), what a feed or a page means by it, or blocks and lines.
// It never throws, takes time in proportion to the text, and its trees are bounded; only `sanitise` makes a tree clean.
export { parseXml } from './xml.ts';
export { parseHtml } from './html.ts';
export { resolve, sanitise } from './sanitise.ts';
export { escapeMarkup, textOf, writeHtml } from './write.ts';
export { htmlElements } from './elements.ts';
export type { Bounds, Element, Markup, Node } from './node.ts';
