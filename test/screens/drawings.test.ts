import { test } from 'vitest';
import { golden, sizes } from '../rig/golden.ts';
import { stage, type Stage } from './stage.ts';

const screens: readonly (readonly [string, (stage: Stage) => Stage])[] = [
  ['headlines', (reader) => reader],
  ['headlines filtered', (reader) => reader.press('/').type('ferr')],
  ['article', (reader) => reader.press('enter')],
  ['article with a chosen link', (reader) => reader.press('enter', 'tab', 'tab')],
  ['article at its end', (reader) => reader.press('enter', 'G')],
  ['find', (reader) => reader.press('enter', '/').type('bridge')],
  ['letters', (reader) => reader.press('enter', 'f')],
  ['peek', (reader) => reader.press('enter', 'tab', 'p')],
  ['outline', (reader) => reader.press('enter', 't')],
  ['trail', (reader) => reader.press('enter', 'a', 'g', 'h')],
  ['prefix', (reader) => reader.press('enter', 'g')],
  ['palette', (reader) => reader.press(':').type('book')],
  ['help', (reader) => reader.press('?')],
  ['search', (reader) => reader.press('\\').type('cracks')],
  ['sort', (reader) => reader.press('S')],
  ['themes', (reader) => reader.press('T')],
  ['problems', (reader) => reader.press('g', 'p')],
  ['empty list', (reader) => reader.press('3')],
  ['zen', (reader) => reader.press('enter', 'z')],
];

for (const size of sizes)
  test.each(screens)(`%s at ${size.columns}x${size.rows}`, (name, go) => {
    const reader = stage(size);
    try {
      golden(
        new URL(`drawings/${name.replaceAll(' ', '-')}-${size.columns}x${size.rows}.txt`, import.meta.url),
        go(reader).drawing(),
      );
    } finally {
      reader.close();
    }
  });
