import { afterEach, expect, test } from 'vitest';
import { stage, type Stage } from '../screens/stage.ts';

const opened: Stage[] = [];
afterEach(() => opened.splice(0).forEach((reader) => reader.close()));

function open(): Stage {
  const reader = stage();
  opened.push(reader);
  return reader;
}

test('a mistake in a filter is shown under its place, and the last good list stays', () => {
  const reader = open().press('/').type('title:ferries');
  expect(reader.drawing()).toMatch(/Ferries will run/);
  expect(reader.type(' is:red').drawing()).toMatch(/Ferries will run/);
  const rows = reader.drawing().split('\n');
  const typed = rows.findIndex((row) => row.includes('Filter: title:ferries is:red'));
  expect(rows[typed]!.indexOf('red')).toBe(rows[typed + 1]!.indexOf('^'));
  expect(rows[typed + 1]).toMatch(/\^ expected unread, new, reading/);
  // Enter does not take it.
  expect(reader.press('enter').drawing()).toMatch(/Filter: title:ferries is:red/);
});

test('Tab completes fields, words and names, and goes on to the next', () => {
  const reader = open().press('/').type('so').press('tab');
  expect(reader.drawing()).toMatch(/Filter: source:/);
  expect(reader.press('tab').drawing()).toMatch(/Filter: sort:/);
  reader.press('ctrl+u').type('source:new').press('tab');
  expect(reader.drawing()).toMatch(/Filter: source:Newsroom/);
});

test('what is filtered is kept as a list, which is renamed and removed, and comes back', () => {
  const reader = open().press('/').type('title:ferries').press('enter', '+', 'ctrl+u').type('Boats').press('enter');
  expect(reader.drawing()).toMatch(/“Boats” is a list now/);
  expect(reader.press('1', '8').drawing()).toMatch(/Boats.*1\/1[^]*▌ ● Ferries/);
  reader.press('=', 'ctrl+u').type('Ships').press('enter');
  expect(reader.press('1', '8').drawing()).toMatch(/Ships/);
  reader.press('-');
  expect(reader.drawing()).toMatch(/“Ships” is no list any more/);
  expect(reader.press('u', '1', '8').drawing()).toMatch(/Ships.*1\/1/);
});

test('what is like an article is muted, told how much by which rule, and unmuted', () => {
  const reader = open().press('!');
  expect(reader.drawing()).toMatch(/source:"Port Gazette" +Publisher/);
  reader.press('enter', 'enter');
  expect(reader.drawing()).not.toMatch(/Ferries/);
  expect(reader.drawing()).toMatch(/2 Unread 2/);
  expect(reader.press('g', 'M').drawing()).toMatch(/source:"Port Gazette" +hides 2/);
  expect(reader.press('j', 'enter').drawing()).toMatch(/Muted by[^]*Harbour bridge[^]*Ferries/);
  expect(reader.press('-', '1').drawing()).toMatch(/Harbour bridge/);
});

test('all that a filter leaves is marked in one change', () => {
  const reader = open()
    .press('/')
    .type('has:background OR title:ferries')
    .press('enter', ':')
    .type('bookmark all')
    .press('enter');
  expect(reader.drawing()).toMatch(/2 articles bookmarked/);
  expect(reader.press('u').drawing()).toMatch(/Undone: 2 articles/);
});

test('all that a filter leaves is given a tag, beside those that it has, and loses it again', () => {
  const reader = open()
    .press('/')
    .type('title:ferries')
    .press('enter', '#')
    .type('boats')
    .press('enter', '/', 'ctrl+u');
  reader.type('has:background OR title:ferries').press('enter', ':').type('tag all').press('enter');
  reader.type('north, boats').press('enter');
  expect(reader.drawing()).toMatch(/2 articles tagged[^]*u takes it back/);
  expect(reader.drawing().match(/#boats/g)).toHaveLength(2);
  expect(reader.drawing()).toMatch(/#boats · #north/);
  reader.press(':').type('take tags from all').press('enter').type('ships').press('enter');
  expect(reader.drawing()).toMatch(/Nothing in this list was to be changed\./);
  reader.press(':').type('take tags from all').press('enter').type('boats').press('enter');
  expect(reader.drawing()).not.toMatch(/#boats/);
  expect(
    reader
      .press('u', 'u')
      .drawing()
      .match(/#boats|#north/g),
  ).toEqual(['#boats']);
});

test('the palette lists what a query finds', () => {
  const reader = open().press(':').type('/title:ferries');
  expect(reader.drawing()).toMatch(/Enter lists what the query finds/);
  expect(reader.press('enter').drawing()).toMatch(/title:ferries.*1\/1/);
});

test('a hit opens where it stands, and the search is there when one comes back', () => {
  const reader = open().press('\\').type('body:"good day"').press('enter');
  expect(reader.drawing()).toMatch(/good day/);
  expect(reader.press('q', 'q').drawing()).toMatch(/Search: body:"good day"/);
});

test('a list that finds nothing says what it asked for', () => {
  const reader = open().press(':').type('/tag:nowhere').press('enter');
  expect(reader.drawing()).toMatch(/No article here is what “tag:nowhere” asks for\./);
  expect(reader.drawing()).not.toMatch(/A adds/);
});

test('a list that was asked for is there again after a restart, and below it the one that it stood on', () => {
  const reader = open().press('2', ':').type('/title:ferries sort:oldest').press('enter');
  expect(reader.drawing()).toMatch(/title:ferries sort:oldest.*1\/1/);
  const again = reader.again();
  expect(again.drawing()).toBe(reader.drawing());
  expect(again.press('q').drawing()).toBe(reader.press('q').drawing());
});
