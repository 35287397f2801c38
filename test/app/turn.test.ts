import { afterEach, expect, test } from 'vitest';
import { stage, type Stage } from '../screens/stage.ts';

const opened: Stage[] = [];
afterEach(() => opened.splice(0).forEach((reader) => reader.close()));

function open(): Stage {
  const reader = stage();
  opened.push(reader);
  return reader;
}

test.each<readonly [string, readonly string[], RegExp]>([
  ['j moves down', ['j'], /▌ ● Ferries/],
  ['k stops at the top', ['k', 'k'], /▌ ● Harbour bridge/],
  ['G goes to the end', ['G'], /▌ ● How cable bridges work/],
  ['gg goes to the top again', ['G', 'g', 'g'], /▌ ● Harbour bridge/],
  ['enter reads', ['enter'], /The harbour bridge will open again/],
  ['q comes back to the list', ['enter', 'q'], /▌ ● Harbour bridge/],
  ['J reads the next article of the list', ['enter', 'J'], /Two ferries stay in service/],
  ['K at the first says so', ['enter', 'K'], /This is the first article of the list/],
  ['a follows the only "Also see"', ['enter', 'a'], /Two ferries stay in service/],
  ['g b follows the background', ['enter', 'g', 'b'], /A cable bridge hangs its deck/],
  ['B offers what links here', ['enter', 'B'], /Linked from +1\/2/],
  ['a link by its number', ['enter', '1', 'enter'], /A cable bridge hangs its deck/],
  ['a link by its letters', ['enter', 'f', 's'], /Two ferries stay in service/],
  ['a number that no link has', ['enter', '9'], /numbers 1 to 7/],
  ['n goes to the next unread', ['m', 'n', 'm', 'g', 'g', 'n'], /▌ ● 港町/],
  ['a key that means nothing after g says so', ['g', 'x'], /No command has these keys/],
  ['v hides the preview', ['v'], /Harbour bridge/],
  ['back without a trail says why', ['backspace'], /Nothing was opened yet/],
  ['a list that is empty says what to do', ['3'], /Nothing is bookmarked yet/],
  ['S sorts', ['S', 'j', 'j', 'enter'], /▌ ● Ferries will run/],
  ['the palette runs a command', [':', 'q', 'u', 'i', 't'], /Leave the program/],
])('%s', (_, keys, sees) => {
  expect(
    open()
      .press(...keys)
      .drawing(),
  ).toMatch(sees);
});

test('back and forward restore the chosen link and the line', () => {
  const reader = open().press('enter', 'tab', 'tab');
  // What was read on the way rightly shows in the signs of links and in the keys that work.
  const text = () =>
    reader
      .drawing()
      .split('\n')
      .slice(2, 21)
      .map((line) => line.replace(/[\s●◐]+$/, ''));
  const left = text();
  expect(reader.press('enter').drawing()).toMatch(/Two ferries/);
  reader.press('backspace');
  expect(text()).toEqual(left);
  expect(reader.drawing()).toMatch(/Link 2 of 7/);
  expect(reader.press('L').drawing()).toMatch(/Two ferries/);
});

test('a bookmark, its undo and its redo', () => {
  const reader = open().press('s');
  expect(reader.drawing()).toMatch(/★/);
  expect(reader.press('u').drawing()).not.toMatch(/★/);
  expect(reader.press('ctrl+r').drawing()).toMatch(/★/);
  expect(reader.press('u', 'u').drawing()).toMatch(/There is nothing to take back/);
});

test('M marks all to here at once, and one u takes it back', () => {
  const reader = open().press('j', 'j', 'M');
  expect(reader.drawing()).toMatch(/3 articles marked read/);
  expect(reader.press('u').drawing()).toMatch(/2 Unread 4/);
});

test('a filter narrows the list as it is typed, and esc ends it', () => {
  const reader = open().press('/').type('title:harb');
  expect(reader.drawing()).not.toMatch(/Ferries/);
  expect(reader.press('esc').drawing()).toMatch(/Ferries/);
});

test('what is found in an article is counted, and n goes on', () => {
  const reader = open().press('enter', '/').type('bridge').press('enter');
  expect(reader.drawing()).toMatch(/“bridge” 1 of 9/);
  expect(reader.press('n', 'n').drawing()).toMatch(/“bridge” 3 of 9/);
  expect(reader.press('N').drawing()).toMatch(/“bridge” 2 of 9/);
  expect(reader.press('esc').drawing()).not.toMatch(/“bridge”/);
});

test('an article is read when its end was seen, and half read when it was not', () => {
  const reader = open().press('enter', 'G', 'q');
  expect(reader.drawing()).toMatch(/2 Unread 3/);
  reader.press('j', 'j', 'G', 'enter', 'q');
  expect(reader.press('6').drawing()).toMatch(/History/);
});

test('an article that was left in the middle waits under Continue reading, and resumes there', () => {
  const reader = open().press('enter', 'j', 'j', 'j', 'q', '5');
  expect(reader.drawing()).toMatch(/◐ Harbour bridge/);
  expect(reader.press('enter').drawing()).toMatch(/Resumed at \d+ % · gg for the top/);
});

test('tags of one’s own are shown and taken away again', () => {
  const reader = open().press('#').type('to do, trams').press('enter');
  expect(reader.drawing()).toMatch(/#to do · #trams/);
  expect(reader.press('u').drawing()).not.toMatch(/#trams/);
});

test('after a restart all is as it was left', () => {
  const reader = open().press('j', 'enter', 'a', 'tab', 'backspace');
  expect(reader.again().drawing().split('\n').slice(0, 20)).toEqual(reader.drawing().split('\n').slice(0, 20));
});

test('the list, too, is found at the same row', () => {
  const reader = open().press('j', 'j', 'j');
  expect(reader.again().drawing()).toBe(reader.drawing());
});

test('a link that leads nowhere offers a search for its words', () => {
  const reader = open().press('enter', '4', 'enter');
  expect(reader.drawing()).toMatch(/Search everything/);
  expect(reader.drawing()).toMatch(/Search: a good day/);
});

test('what leaves the program is asked for, not done', () => {
  const reader = open().press('enter', 'o', 'y', 'Y', 'T', 'j', 'esc', 'ctrl+l', 'ctrl+z', 'Q');
  expect(reader.deeds).toEqual(['browse', 'copy', 'copy', 'set', 'set', 'redraw', 'suspend', 'quit']);
});
