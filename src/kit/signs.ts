import { say, type Safe } from '../text/index.ts';
import { drawnKeys, keyName, spelledKeys } from './keyName.ts';

/** The signs that the program draws beside text, each one column wide but for an ASCII ellipsis. */
export interface Signs {
  readonly unread: Safe;
  readonly reading: Safe;
  readonly read: Safe;
  readonly bookmark: Safe;
  readonly alsoSee: Safe;
  readonly web: Safe;
  readonly missing: Safe;
  /** Beside the selected row. */
  readonly bar: Safe;
  readonly ellipsis: Safe;
  readonly up: Safe;
  readonly down: Safe;
  readonly left: Safe;
  readonly right: Safe;
  /** Between the steps of a trail. */
  readonly step: Safe;
  /** Between the parts of a line about an article. */
  readonly dot: Safe;
  readonly rule: Safe;
  readonly frame: Frame;
  readonly meterFull: Safe;
  readonly meterEmpty: Safe;
  readonly track: Safe;
  readonly thumb: Safe;
  /** Steps of a spark line, from the lowest to the highest. */
  readonly levels: readonly Safe[];
  /** Returns how a chord such as `ctrl+d`, `shift+tab` or `gg` is called on screen: `Ctrl-d`, `Shift-Tab`, `gg`. */
  readonly keyName: (chord: string) => Safe;
}

/** The lines around a panel. */
export interface Frame {
  readonly topLeft: Safe;
  readonly topRight: Safe;
  readonly bottomLeft: Safe;
  readonly bottomRight: Safe;
  readonly across: Safe;
  readonly down: Safe;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the signs for the terminal that the environment describes: ASCII where the locale names an encoding other than
 * UTF-8, or where the terminal is known to lack the glyphs (the Linux console, hardware terminals); else Unicode.
 */
export function signsFor(env: Environment): Signs {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  const foreign = locale !== '' && !/utf-?8/i.test(locale);
  return foreign || /^(linux|dumb|vt\d|cons\d)/.test(env.TERM ?? '') ? ascii : unicode;
}

const unicode: Signs = {
  unread: say`●`,
  reading: say`◐`,
  read: say` `,
  bookmark: say`★`,
  alsoSee: say`▸`,
  web: say`↗`,
  missing: say`?`,
  bar: say`▌`,
  ellipsis: say`…`,
  up: say`↑`,
  down: say`↓`,
  left: say`←`,
  right: say`→`,
  step: say`›`,
  dot: say`·`,
  rule: say`─`,
  frame: {
    topLeft: say`╭`,
    topRight: say`╮`,
    bottomLeft: say`╰`,
    bottomRight: say`╯`,
    across: say`─`,
    down: say`│`,
  },
  meterFull: say`━`,
  meterEmpty: say`─`,
  track: say`│`,
  thumb: say`┃`,
  levels: [say`▁`, say`▂`, say`▃`, say`▄`, say`▅`, say`▆`, say`▇`, say`█`],
  keyName: (chord) => keyName(chord, drawnKeys),
};

const ascii: Signs = {
  unread: say`*`,
  reading: say`o`,
  read: say` `,
  bookmark: say`+`,
  alsoSee: say`>`,
  web: say`^`,
  missing: say`?`,
  bar: say`|`,
  ellipsis: say`...`,
  up: say`^`,
  down: say`v`,
  left: say`<`,
  right: say`>`,
  step: say`>`,
  dot: say`-`,
  rule: say`-`,
  frame: {
    topLeft: say`+`,
    topRight: say`+`,
    bottomLeft: say`+`,
    bottomRight: say`+`,
    across: say`-`,
    down: say`|`,
  },
  meterFull: say`#`,
  meterEmpty: say`-`,
  track: say`|`,
  thumb: say`#`,
  levels: [say`_`, say`.`, say`-`, say`=`, say`*`, say`#`],
  keyName: (chord) => keyName(chord, spelledKeys),
};
