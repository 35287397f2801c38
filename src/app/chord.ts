/** What Ink says of a key beside its letters; only what is asked for here. */
export interface InkKey {
  readonly [name: string]: unknown;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
  readonly eventType?: string | undefined;
}

const named: readonly (readonly [string, string])[] = [
  ['return', 'enter'],
  ['escape', 'esc'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
];

/** Returns the chord of a key, as the settings write it; an empty string for what is no key. */
export function chordOf(input: string, key: object): string {
  const pressed = key as InkKey;
  if (pressed.eventType === 'release') return '';
  const name = named.find(([flag]) => pressed[flag] === true)?.[1] ?? (input === ' ' ? 'space' : input);
  if (name === '') return '';
  const isLetter = name === input;
  const ctrl = pressed.ctrl ? 'ctrl+' : '';
  const alt = pressed.meta && name !== 'esc' ? 'alt+' : '';
  const shift = pressed.shift && !isLetter && name !== 'space' ? 'shift+' : '';
  return ctrl + alt + shift + name;
}
