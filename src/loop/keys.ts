/**
 * One or more keys pressed after one another, as they are written in the settings: `j`, `G`, `ctrl+d`, `g h`, `enter`,
 * `tab`, `shift+tab`, `esc`, `space`, `backspace`, `up`, `pagedown`, `home`, `f1`.
 */
export type Chord = string;

/** A key bound to a command. */
export interface Binding {
  readonly chord: Chord;
  readonly command: string;
}

/** What the keys pressed so far mean. */
export type Lookup =
  | { readonly type: 'command'; readonly command: string }
  | { readonly type: 'prefix'; readonly following: readonly Binding[] }
  | { readonly type: 'nothing' };

/** Returns the command that the pressed keys name, or what may follow when they only begin a chord. */
export function lookUp(bindings: readonly Binding[], pressed: Chord): Lookup {
  const exact = bindings.find((binding) => binding.chord === pressed);
  if (exact) return { type: 'command', command: exact.command };
  const following = bindings.filter((binding) => binding.chord.startsWith(`${pressed} `));
  return following.length > 0 ? { type: 'prefix', following } : { type: 'nothing' };
}
