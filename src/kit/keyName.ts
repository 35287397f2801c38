import { cleanLine, join, say, slice, type Safe } from '../text/index.ts';

type KeyNames = Readonly<Partial<Record<string, Safe>>>;

const words: KeyNames = {
  esc: say`Esc`,
  escape: say`Esc`,
  tab: say`Tab`,
  space: say`Space`,
  home: say`Home`,
  end: say`End`,
  pageup: say`PgUp`,
  pagedown: say`PgDn`,
  delete: say`Del`,
};

/** Names of keys where arrows can be drawn. */
export const drawnKeys: KeyNames = {
  ...words,
  enter: say`↵`,
  backspace: say`⌫`,
  up: say`↑`,
  down: say`↓`,
  left: say`←`,
  right: say`→`,
};

/** Names of keys in ASCII. */
export const spelledKeys: KeyNames = {
  ...words,
  enter: say`Enter`,
  backspace: say`Backspace`,
  up: say`Up`,
  down: say`Down`,
  left: say`Left`,
  right: say`Right`,
};

/** Returns how a chord such as `ctrl+d` or `shift+tab` is called: `Ctrl-d`, `Shift-Tab`. Other keys are called as they are. */
export function keyName(chord: string, names: KeyNames): Safe {
  // A sign at either end is a key itself and no join, so the plus key stays whole: `ctrl++`.
  const parts = chord.split(/(?<=.)\+(?=.)/).map(cleanLine);
  const key = parts.pop() ?? say``;
  const held = parts.map((part) => say`${cleanLine(slice(part, 0, 1).toUpperCase())}${slice(part, 1)}`);
  const name = Object.hasOwn(names, key) ? names[key] : null;
  return join([...held, name ?? slice(key, 0, 20)], say`-`);
}
