import type { Colour } from './parse.ts';

/**
 * Returns the contrast ratio of two colours, from 1 (none) to 21 (black on white), whichever is in front.
 * Text is readable from 4.5 on, and for weak eyes from 7 on (WCAG 2.2, success criteria 1.4.3 and 1.4.6).
 */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Returns how bright the colour is, from 0 (black) to 1 (white): relative luminance as WCAG 2.2 defines it. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns red, green and blue, each from 0 to 255. */
export function channels(colour: Colour): [number, number, number] {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** Returns a channel of sRGB, 0 to 255, as an amount of light, 0 to 1 (IEC 61966-2-1). */
export function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
