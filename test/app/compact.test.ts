import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { compact } from '../../src/app/terminal/compact.ts';
import { Screen, type Cell } from '../rig/screen.ts';

const esc = '\x1b[';

test.each<[string, string, string, boolean?]>([
  [
    'a style that is changed again before anything is drawn',
    `${esc}1m${esc}31m${esc}22m${esc}32mgo${esc}39m`,
    `${esc}32mgo${esc}m`,
  ],
  [
    'styles that come one by one',
    `${esc}1m${esc}38;2;1;2;3m${esc}48;5;9mgo${esc}0m`,
    `${esc}1;38;2;1;2;3;48;5;9mgo${esc}m`,
  ],
  ['the colour of a blank', `a${esc}31m ${esc}39mb`, 'a b'],
  ['not what is behind a blank', `a${esc}41m ${esc}49mb`, `a${esc}41m ${esc}mb`],
  ['not a line through blanks', `${esc}4m          ${esc}24m`, `${esc}4m          ${esc}m`],
  ['blanks on an erased line', `${esc}Kone          two`, `${esc}Kone${esc}10Ctwo`],
  ['blanks at the end of an erased line', `${esc}Kone          \ntwo`, `${esc}Kone\ntwo`],
  ['not blanks over what may be there', 'one          two', 'one          two', false],
  ['blanks before a colour', `${esc}41m            ${esc}49m`, `${esc}41m${esc}12X${esc}12C${esc}m`],
  ['steps to the next line', `${esc}E${esc}E${esc}Ea${esc}E`, `${esc}3Ea${esc}E`],
  ['a step to the start of a line that has just begun', `a\n${esc}1G${esc}Kb`, `a\n${esc}Kb`],
])('%s', (_, sent, wanted, erases = true) => {
  expect(compact(sent, erases)).toBe(wanted);
});

async function drawn(...writes: string[]): Promise<Cell[][]> {
  const screen = new Screen(120, 6, () => undefined);
  for (const bytes of writes) screen.write(new TextEncoder().encode(bytes.replace(/\n/g, '\r\n')), () => undefined);
  while (screen.drawing) await setImmediate();
  return screen.cells();
}

describe('what is left out changes nothing that is seen', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of rows made by chance, %i', async (seed) => {
    const random = seeded(seed);
    const writes = Array.from({ length: 40 }, () => frame(random));
    for (const erases of [true, false]) {
      expect(await drawn(...writes.map((bytes) => compact(bytes, erases)))).toEqual(await drawn(...writes));
    }
  });
});

/** Returns rows in the way Ink sends them, most of them changed from some column on. */
function frame(random: (most: number) => number): string {
  const rows = Array.from({ length: 6 }, () =>
    random(3) === 0 ? `${esc}E` : `${esc}${random(9) + 1}G${esc}K${row(random)}\n`,
  );
  return `${esc}H${rows.join('').replace(/\n$/, '')}`;
}

const styles = [
  '1',
  '2',
  '3',
  '4',
  '7',
  '9',
  '22',
  '23',
  '24',
  '27',
  '29',
  '31',
  '38;2;9;9;9',
  '39',
  '44',
  '48;5;8',
  '49',
  '0',
];
const words = ['a', 'word', ' ', '   ', '            ', '日本', '▌ ●'];

function row(random: (most: number) => number): string {
  const pieces = Array.from({ length: 6 }, () =>
    random(2) === 0 ? `${esc}${styles[random(styles.length)]}m` : words[random(words.length)],
  );
  return `${pieces.join('')}${esc}0m`;
}

function seeded(seed: number): (most: number) => number {
  let state = seed * 7919;
  return (most) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
}
