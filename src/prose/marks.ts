import { pad, say, widthOf, type Safe } from '../text/index.ts';
import type { Run } from './line.ts';
import type { Prefix } from './margin.ts';

/** The signs that the typesetter adds, for terminals with Unicode and for those without. */
export interface Signs {
  readonly bullets: readonly Safe[];
  readonly done: Safe;
  readonly open: Safe;
  readonly quote: Safe;
  readonly bar: Safe;
  readonly arrow: Safe;
  readonly picture: Safe;
  readonly notice: Safe;
  readonly rule: Safe;
  readonly column: Safe;
  readonly crossing: Safe;
}

export const unicodeSigns: Signs = {
  bullets: [say`•`, say`◦`, say`▪`],
  done: say`☑`,
  open: say`☐`,
  quote: say`│`,
  bar: say`┃`,
  arrow: say`▸`,
  picture: say`▒▒▒`,
  notice: say`▲`,
  rule: say`─`,
  column: say`│`,
  crossing: say`┼`,
};

export const asciiSigns: Signs = {
  bullets: [say`*`, say`-`, say`+`],
  done: say`[x]`,
  open: say`[ ]`,
  quote: say`|`,
  bar: say`|`,
  arrow: say`>`,
  picture: say`###`,
  notice: say`!`,
  rule: say`-`,
  column: say`|`,
  crossing: say`+`,
};

/** Returns a prefix that stands on the first line, with clear space below it. */
export function hanging(mark: NonNullable<Run['mark']>, sign: Safe): Prefix {
  const columns = widthOf(sign);
  return { first: [{ text: sign, mark }], rest: [{ text: pad(say``, columns), mark }], columns };
}

/** Returns a prefix that stands on every line. */
export function bordering(mark: NonNullable<Run['mark']>, sign: Safe): Prefix {
  const runs: readonly Run[] = [{ text: sign, mark }];
  return { first: runs, rest: runs, columns: widthOf(sign) };
}
