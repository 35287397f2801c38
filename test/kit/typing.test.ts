import { describe, expect, test } from 'vitest';
import { edit, prompt, type Typed } from '../../src/kit/typing/index.ts';
import { clean, say, slice } from '../../src/text/index.ts';
import { rolesOf, sketch } from './sketch.ts';

/** Reads a line in which ‸ stands for the cursor. */
function typed(drawn: string): Typed {
  const cursor = drawn.indexOf('‸');
  const text = clean(drawn);
  return { text: say`${slice(text, 0, cursor)}${slice(text, cursor + 1)}`, cursor };
}

function drawn(line: Typed | null): string | null {
  return line && `${line.text.slice(0, line.cursor)}‸${line.text.slice(line.cursor)}`;
}

describe('a key in a line of text', () => {
  test.each([
    ['rwan‸', 'd', 'rwand‸'],
    ['ran‸da', 'w', 'ranw‸da'],
    ['rwanda‸', 'A', 'rwandaA‸'],
    ['rwanda‸', 'space', 'rwanda ‸'],
    ['‸', '+', '+‸'],
    ['‸', '北', '北‸'],
    ['‸', '👩‍👧', '👩‍👧‸'],
    ['rwanda‸', 'backspace', 'rwand‸'],
    ['r👩‍👧‸x', 'backspace', 'r‸x'],
    ['e\u0301‸', 'backspace', '‸'],
    ['‸rwanda', 'backspace', '‸rwanda'],
    ['rw‸anda', 'delete', 'rw‸nda'],
    ['rwanda‸', 'ctrl+d', 'rwanda‸'],
    ['trade ties‸', 'ctrl+w', 'trade ‸'],
    ['trade  ‸ties', 'ctrl+w', '‸ties'],
    ['trade ti‸es', 'alt+backspace', 'trade ‸es'],
    ['trade ti‸es', 'ctrl+u', '‸es'],
    ['trade ti‸es', 'ctrl+k', 'trade ti‸'],
    ['北京‸', 'left', '北‸京'],
    ['北‸京', 'right', '北京‸'],
    ['‸北京', 'left', '‸北京'],
    ['北京‸', 'right', '北京‸'],
    ['trade ties‸', 'ctrl+left', 'trade ‸ties'],
    ['‸trade ties', 'ctrl+right', 'trade‸ ties'],
    ['trade‸ ties', 'alt+f', 'trade ties‸'],
    ['trade ti‸es', 'home', '‸trade ties'],
    ['trade ti‸es', 'ctrl+e', 'trade ties‸'],
    ['rwanda‸', 'enter', null],
    ['rwanda‸', 'esc', null],
    ['rwanda‸', 'ctrl+r', null],
    ['rwanda‸', '', null],
    ['rwanda‸', '\x1b', null],
    ['rwanda‸', 'constructor', null],
  ])('%s, %s → %s', (before, key, after) => {
    expect(drawn(edit(typed(before), key))).toBe(after);
  });

  test.each([
    ['say ‸!', 'two\nlines', 'say two lines‸!'],
    ['‸', '\x1b[31mred\x1b[0m', '[31mred[0m‸'],
    ['‸', '', '‸'],
  ])('%s, pasted %j → %s', (before, paste, after) => {
    expect(drawn(edit(typed(before), { paste }))).toBe(after);
  });

  test('a huge paste is kept to a line that can be edited', () => {
    expect(edit(typed('‸'), { paste: 'x'.repeat(50_000) })?.text).toHaveLength(1000);
  });
});

describe('a prompt', () => {
  test.each<[string, number, string, string]>([
    ['trade ties‸', 20, '|/ trade ties        |', 'prompt 2, text 10, cursor 1, page 7'],
    ['trade ‸ties', 20, '|/ trade ties        |', 'prompt 2, text 6, cursor 1, text 3, page 8'],
    ['trade ties‸', 10, '|/ de ties |', 'prompt 2, text 7, cursor 1'],
    ['‸trade ties', 10, '|/ trade ti|', 'prompt 2, cursor 1, text 7'],
    ['北京市‸民', 8, '|/ 京市民|', 'prompt 2, text 4, cursor 2'],
    ['北京市民‸', 8, '|/  市民 |', 'prompt 2, text 5, cursor 1'],
    ['trade‸', 1, '| |', 'cursor 1'],
    ['‸', 5, '|/    |', 'prompt 2, cursor 1, page 2'],
  ])('of %s in %d columns', (line, columns, drawing, roles) => {
    const row = prompt(say`/`, typed(line), columns);
    expect(sketch([row], columns)).toBe(drawing);
    expect(rolesOf(row, columns)).toBe(roles);
  });

  test('leaves half the room to the line, however long the label', () => {
    expect(sketch([prompt(say`Search everything for`, typed('trade‸'), 12)], 12)).toBe('|Sear… trade |');
  });
});
