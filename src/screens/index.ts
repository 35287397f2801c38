// Lives here: what each screen is: its state, its commands, what it does with a message, and how it looks.
// Does not live here: the stack of screens, the bindings of keys, and any deed (app).
// A screen is pure: with the same state, message and world it always answers the same.
export { allScreens, openScreen, screenOf, type ScreenState } from './screens.ts';
export { openArticle, leftAt, noteProgress } from './reading/state.ts';
export { openList, selectedHeadline } from './headlines/state.ts';
export { listOfSource } from './sources/state.ts';
export { emptyRow, percent } from './bars.ts';
export { hostOf } from './addresses.ts';
export type { Headlines, ListLeft } from './headlines/state.ts';
export type { Reading } from './reading/state.ts';
export type { Frame, Screen, ChooserPicture } from './screen.ts';
export type { Offer, World } from './world.ts';
