// Lives here: the parts of a screen that know nothing of news: rows of pieces, bars, panels, prompts, signs, windows.
// Does not live here: what a screen says, or colours (theme); what Ink mounts has a door of its own, kit/ink, and so has a typed line.
// Every part is pure and fits the columns it is given, exactly.
export type { Piece, Row } from './row.ts';
export { paintRow, type Drawing } from './paintRow.ts';
export { rule, spread, type Band } from './spread.ts';
export { footer, type Hint } from './footer.ts';
export { panel } from './panel.ts';
export { overlay, type Spot } from './overlay.ts';
export { twoColumns, type Pair } from './columns.ts';
export { beside, sideways } from './sideways.ts';
export { gauge } from './gauge.ts';
export { windowOf, type Listing } from './windowOf.ts';
export { signsFor, type Signs } from './signs.ts';
