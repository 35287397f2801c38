import { channels, contrast, linear } from './contrast.ts';
import type { Colour } from './parse.ts';

/** The sixteen colours in their order, as xterm sets them; other terminals and their users set others. */
const sixteen: readonly Colour[] = [
  ...(['#000000', '#cd0000', '#00cd00', '#cdcd00', '#0000ee', '#cd00cd', '#00cdcd', '#e5e5e5'] as const),
  ...(['#7f7f7f', '#ff0000', '#00ff00', '#ffff00', '#5c5cff', '#ff00ff', '#00ffff', '#ffffff'] as const),
];
/** What a channel can be in the cube of the 256. */
const levels: readonly number[] = [0, 95, 135, 175, 215, 255];
/** Enough for bright blue on black (4.4): nobody knows how a terminal really draws the sixteen. */
const leastContrast = 4;
/** Colours of less chroma look grey. */
const leastChroma = 0.05;
/** Hues further apart, in radians, have different names. */
const mostTurn = 0.7;

/**
 * Returns the number, 16 to 255, of the colour of the 256 that is nearest in OKLab, among the corners of the cube around it
 * and the greys of its brightness. The first sixteen are left out: users set them as they like.
 */
export function nearestOf256(colour: Colour): number {
  const wanted = oklab(colour);
  let [nearest, least] = [16, Infinity];
  for (const number of [...cornersAround(colour), ...greysAround(colour)]) {
    const found = oklab(colourOf256(number));
    const distance = Math.hypot(wanted[0] - found[0], wanted[1] - found[1], wanted[2] - found[2]);
    if (distance < least) [nearest, least] = [number, distance];
  }
  return nearest;
}

/** Returns the colour that stands behind a number from 16 to 255 (xterm's table). */
export function colourOf256(number: number): Colour {
  const grey = 8 + 10 * (number - 232);
  if (number >= 232) return hex(grey, grey, grey);
  const cell = number - 16;
  return hex(levels[Math.floor(cell / 36)]!, levels[Math.floor(cell / 6) % 6]!, levels[cell % 6]!);
}

/**
 * Returns the number, 0 to 15, of the colour of the sixteen that has the nearest hue and is readable on black if dark,
 * else on white; null for greys, and where no hue is near: there the terminal's own text colour is best.
 */
export function nearestOf16(colour: Colour, dark: boolean): number | null {
  const [light, chroma, hue] = polar(colour);
  if (chroma < leastChroma) return null;
  const page = dark ? '#000000' : '#ffffff';
  let [nearest, least]: [number | null, number] = [null, Infinity];
  for (const [number, candidate] of sixteen.entries()) {
    const found = polar(candidate);
    const turn = Math.abs(Math.atan2(Math.sin(hue - found[2]), Math.cos(hue - found[2])));
    const distance = turn + Math.abs(light - found[0]);
    if (found[1] < leastChroma || turn > mostTurn || distance >= least) continue;
    if (contrast(candidate, page) >= leastContrast) [nearest, least] = [number, distance];
  }
  return nearest;
}

/** Returns the numbers of the cube's colours whose channels are the levels just below and above those of the colour. */
function cornersAround(colour: Colour): number[] {
  const [reds, greens, blues] = channels(colour).map((channel) => {
    const below = levels.findLastIndex((level) => level <= channel);
    return levels[below] === channel ? [below] : [below, below + 1];
  }) as [number[], number[], number[]];
  return reds.flatMap((red) => greens.flatMap((green) => blues.map((blue) => 16 + 36 * red + 6 * green + blue)));
}

/** Returns the numbers of the greys of about the same brightness, darker first. */
function greysAround(colour: Colour): number[] {
  const [red, green, blue] = channels(colour);
  const step = Math.floor((0.3 * red + 0.6 * green + 0.1 * blue - 8) / 10);
  return [step - 1, step, step + 1, step + 2].filter((step) => step >= 0 && step < 24).map((step) => 232 + step);
}

/** Returns lightness, chroma and hue (in radians) of the colour in OKLab. */
function polar(colour: Colour): [number, number, number] {
  const [light, a, b] = oklab(colour);
  return [light, Math.hypot(a, b), Math.atan2(b, a)];
}

/** Returns the colour in OKLab, where equal distances look equally different (Björn Ottosson, 2020). */
function oklab(colour: Colour): [number, number, number] {
  const [red, green, blue] = channels(colour).map(linear) as [number, number, number];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function hex(...parts: readonly number[]): Colour {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
