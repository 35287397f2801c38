import { say, type Safe } from '../text/index.ts';

/** Returns how many there are of a thing, in words: "no links", "1 link", "2 links". */
export function counted(number: number, thing: Safe): Safe {
  return number === 1 ? say`1 ${thing}` : say`${number === 0 ? say`no` : number} ${thing}s`;
}
