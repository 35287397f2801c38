// Lives here: the turn. A message changes the state and asks for effects; both are plain values.
// Does not live here: any message's meaning (screens), or any effect's deed (app/perform.ts).
// Key → command → update → [state, ...effects] → perform → message.
export type { Command, Group, Next, Size, Update } from './command.ts';
export type { Effect } from './effect.ts';
export type { Message } from './message.ts';
export { lookUp, type Binding, type Lookup } from './keys.ts';
