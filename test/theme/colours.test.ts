import { describe, expect, test } from 'vitest';
import { contrast, type Colour } from '../../src/theme/index.ts';
import { colourOf256, nearestOf16, nearestOf256 } from '../../src/theme/nearest.ts';

describe('contrast', () => {
  test.each<[Colour, Colour, number]>([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', '#ffffff', 8.59],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });
});

describe('the nearest of 256', () => {
  test.each<[Colour, number, Colour]>([
    ['#000000', 16, '#000000'],
    ['#ffffff', 231, '#ffffff'],
    ['#808080', 244, '#808080'],
    ['#7fc4ff', 117, '#87d7ff'],
    ['#c9aef5', 183, '#d7afff'],
    ['#a8201a', 124, '#af0000'],
  ])('to %s is %d, %s', (colour, number, shown) => {
    expect(nearestOf256(colour)).toBe(number);
    expect(colourOf256(number)).toBe(shown);
  });

  test('to each of the 256 is itself, or the same colour by another number', () => {
    for (let number = 16; number < 256; number++) {
      const colour = colourOf256(number);
      expect(colourOf256(nearestOf256(colour))).toBe(colour);
    }
  });
});

describe('the nearest of 16', () => {
  test.each<[string, Colour, number | null, number | null]>([
    ['pale red', '#ff9a94', 9, 1],
    ['red', '#a8201a', 9, 1],
    ['sky blue', '#8ab8f5', 12, 4],
    ['deep blue', '#1c56b0', 12, 4],
    ['amber', '#f0c36a', 3, null],
    ['leaf green', '#93d07f', 2, null],
    ['teal', '#6fd0c5', 6, null],
    ['violet', '#c9aef5', 13, 12],
    ['grey', '#a7aebb', null, null],
    ['white', '#ffffff', null, null],
  ])('to %s (%s) is %s on black and %s on white', (_, colour, onDark, onLight) => {
    expect([nearestOf16(colour, true), nearestOf16(colour, false)]).toEqual([onDark, onLight]);
  });
});
