// Lives here: text that is safe to draw, and its width in columns.
// Does not live here: markup, layout of paragraphs, or anything that knows of news.
// Every byte from outside passes through this room before any other may draw it.
export { clean, cleanLine, join, say, slice, type Safe } from './safe.ts';
export { cut, fitting, graphemes, isNarrow, pad, widthOf } from './width.ts';
