// Lives here: the turn. A message changes the state and asks for effects; both are plain values.
// Does not live here: any message's meaning (screens), or any effect's deed (app/perform.ts).
// The unions are closed: they list everything that moves the program, and everything it can do.
export type { Command, Group, Next, Prominence, Size } from './command.ts';
export type { Arrival, Effect, Found, LeftAt, Offer, Shelf, SourceChange, Window } from './effect.ts';
export type { Ending, Errand } from './errand.ts';
export type { Choice, ChooserPurpose, Opening, PromptPurpose } from './opening.ts';
export type { Hit, Message } from './message.ts';
export { lookUp, type Binding, type Chord, type Lookup } from './keys.ts';
