// Lives here: text that is safe to draw, its width in columns, and web addresses that are safe to follow.
// Does not live here: markup, layout of paragraphs, or anything that knows of news.
// Every byte from outside passes through this room before any other may draw it.
export { clean, cleanLine, join, say, slice, type Safe } from './safe.ts';
export { cut, fitting, graphemes, isNarrow, pad, widthOf } from './width.ts';
export { judgeAddress, webAddress, type AddressVerdict } from './address.ts';
