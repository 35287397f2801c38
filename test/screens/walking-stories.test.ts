import { afterEach, beforeEach, expect, test } from 'vitest';
import { townNews } from './connected.ts';
import { stage, type Stage } from './stage.ts';

let reader: Stage;
beforeEach(() => {
  reader = stage({ columns: 90, rows: 30 }, () => ({}), townNews);
});
afterEach(() => reader.close());

/** The title of what is open: what the first row says. */
const bar = () => reader.drawing().split('\n')[0];

test('g b answers at once, before anybody had time to look around', () => {
  reader.press('enter', 'g', 'b');
  expect(reader.drawing()).toContain('How cable bridges work');
  reader.press('j', 'enter');
  expect(bar()).toContain('港町の博物館');
});

test('an article of the story is left to the story, and the story to where it was opened', () => {
  reader.press('enter', 'g', 's', 'k', 'enter');
  expect(bar()).toContain('港町の博物館');
  reader.press('q');
  expect(bar()).toContain('Story');
  reader.press('q');
  expect(bar()).toContain('Harbour bridge to open in spring');
  reader.press('q');
  expect(bar()).toContain('1 Latest');
});

test('the trail leads back over a story', () => {
  reader.press('enter', 'g', 's', 'k', 'enter', 'backspace');
  expect(bar()).toContain('Harbour bridge to open in spring');
});

test('J and K go through the story from which an article was opened', () => {
  reader.press('enter', 'g', 's', 'enter', 'K');
  expect(bar()).toContain('港町の博物館');
  reader.press('K');
  expect(bar()).toContain('Ferries will run');
  reader.press('J', 'q');
  expect(reader.drawing()).toMatch(/▌ .*harbour museum/);
});

test('n passes over what is read, and says where nothing is left', () => {
  reader.press('g', 's', 'k', 'm', 'j', 'enter', 'N');
  expect(bar()).toContain('Ferries will run');
  expect(reader.press('K', 'K').drawing()).toContain('No further article of the story in this direction');
});

test('what is new in a story is told until it was looked at', () => {
  expect(reader.press('c').drawing()).toContain('1 new');
  reader.press('g', 's');
  expect(reader.drawing()).toContain('new');
  expect(reader.press('q').drawing()).not.toContain('1 new');
});

test('F follows the story, in words, and F again ends it', () => {
  expect(reader.press('F').drawing()).toContain('Following what comes of this story');
  expect(reader.press('j').drawing()).toContain('1 new in a story of 3 you follow');
  expect(reader.press('k', 'F').drawing()).toContain('no longer followed');
});

test('an article that does not belong is taken out of the story, and u puts it back', () => {
  reader.press('g', 's', 'k');
  expect(reader.press('x').drawing()).not.toContain('much like it');
  expect(reader.press('u').drawing()).toContain('much like it');
});

test('an article that was not counted in is put into a story that is followed', () => {
  expect(reader.press('g', 'a').drawing()).toContain('No story is followed yet');
  reader.press('F', 'g', 's', 'k', 'x', 'q', 'j', 'j');
  expect(reader.press('g', 'a').drawing()).toContain('Put into which story?');
  reader.press('enter', 'k', 'g', 's');
  expect(reader.drawing()).toContain('much like it');
});

test('Backspace comes back to a link at the foot that was found, not written: the same rows, the same link', async () => {
  await reader.press('enter').waits(20);
  reader.press('G', 'shift+tab');
  const before = reader.drawing();
  expect(before).toContain('Link');
  reader.press('enter');
  expect(bar()).toContain('港町の博物館');
  const after = reader.press('backspace').drawing();
  expect(rowsOf(after)).toEqual(rowsOf(before));
  expect(after).toContain('Link 9 of 9 · read');
});

test('started again at such a link, the reader is at the same rows once it is known what stands around', async () => {
  await reader.press('enter').waits(20);
  reader.press('G', 'shift+tab');
  const before = reader.drawing();
  const again = reader.again({ slowly: true });
  await again.waits(20);
  expect(rowsOf(again.drawing())).toEqual(rowsOf(before));
});

/** The rows of the text, without the sign of what was read meanwhile. */
function rowsOf(drawing: string): readonly string[] {
  return drawing
    .split('\n')
    .slice(2, -3)
    .map((row) => row.replace(/\s●/g, '').trimEnd());
}

test('what is found around an article moves nothing that is being read', async () => {
  reader.press('enter', 'j', 'j');
  const before = reader.drawing();
  await reader.waits(20);
  expect(reader.drawing()).toBe(before);
  expect(reader.press('G').drawing()).toContain('Related');
});

test('a line that stands for a story is opened to its articles', () => {
  reader.press('c', 'enter');
  expect(bar()).toContain('Story');
});

test('folding a list keeps the article selected that was', () => {
  reader.press('j', 'c');
  expect(reader.drawing()).toMatch(/▌ .*Ferries will run/);
  expect(reader.press('c').drawing()).toMatch(/▌ .*Ferries will run/);
});

test('the map is walked with the keys of a list', () => {
  reader.press('enter', 'g', 'm', 'j', 'enter');
  expect(bar()).toContain('港町の博物館');
  reader.press('q');
  expect(bar()).toContain('Map');
});
