import { afterEach, describe, expect, test } from 'vitest';
import { say } from '../../src/text/index.ts';
import { entryOf, sourceNamed, webStage, type WebStage } from '../screens/open-web.ts';

const opened: WebStage[] = [];
afterEach(() => opened.splice(0).forEach((reader) => reader.close()));

function open(): WebStage {
  const reader = webStage();
  opened.push(reader);
  return reader;
}

describe('asking for news', () => {
  const round = { asked: 4, done: 4, added: 0, changed: 0, unchanged: 4, failed: 0 };

  test('R asks all that are not paused, r the source of what is open', () => {
    const reader = open().press('R');
    expect(reader.asked()).toEqual(['refresh Port Gazette, Northport Daily']);
    reader.press('enter', 'r');
    expect(reader.asked()).toEqual(['refresh Port Gazette, Northport Daily', 'refresh Port Gazette']);
  });

  test('shows how far it is, and Esc ends it', async () => {
    const reader = open().press('R');
    await reader.advances({ asked: 40, done: 12, added: 31 });
    expect(reader.drawing()).toMatch(/Refreshing 12 of 40 · 31 new/);
    expect(reader.press('esc').drawing()).toMatch(/Refreshing was ended at 12 of 40 · 31 new\. What came is kept\./);
    expect(reader.asked()).toEqual([]);
  });

  test('lets the list grow without moving what is selected', async () => {
    const reader = open().press('R');
    const before = reader.drawing().split('\n').slice(3, 12);
    const news = Array.from({ length: 5 }, (_, index) =>
      entryOf({ title: say`Fresh ${index}`, published: Date.UTC(2026, 10, 20, 11, 30 + index) }),
    );
    reader.library.file(sourceNamed(reader.library, 'Port Gazette').id, news, Date.UTC(2026, 10, 20, 12));
    await reader.advances({ asked: 2, done: 1, added: 5 });
    expect(reader.drawing().split('\n').slice(3, 12)).toEqual(before);
    expect(reader.drawing()).toMatch(/6\/36/);
    await reader.answers({ value: { ...round, added: 5 }, problems: [] });
    expect(reader.drawing()).toMatch(/5 new · gg goes to the newest/);
    expect(reader.press('g', 'g').drawing()).toMatch(/▌ ● Fresh 4/);
  });

  test.each<readonly [string, object, RegExp]>([
    ['nothing', {}, /Nothing new/],
    ['something', { added: 3, changed: 1 }, /3 new, 1 changed/],
    ['some failed', { failed: 2 }, /Nothing new · 2 of 4 sources failed: g S tells why/],
    ['all failed', { failed: 4 }, /None of 4 sources answered: g S tells why/],
  ])('tells in the end: %s', async (_, so, words) => {
    const reader = open().press('R');
    await reader.answers({ value: { ...round, ...so }, problems: [] });
    expect(reader.drawing()).toMatch(words);
  });

  test('tells once that this machine is offline', async () => {
    const reader = open().press('R');
    const detail = say`No source could be looked for: this machine seems to be offline.`;
    await reader.answers({
      value: { ...round, failed: 4 },
      problems: [{ kind: 'network', where: say`the network`, detail }],
    });
    expect(reader.drawing()).toMatch(/this machine seems to be offline/);
  });
});

describe('a round that began by itself', () => {
  const round = { asked: 3, done: 3, added: 0, changed: 0, unchanged: 3, failed: 0 };

  test('is told of in lists alone, so that Esc leaves an article', async () => {
    const reader = open().press('enter').asksDue();
    await reader.advances({ asked: 3, done: 1 });
    expect(reader.drawing()).not.toMatch(/Refreshing/);
    expect(reader.press('esc').drawing()).toMatch(/Refreshing 1 of 3/);
    expect(reader.press('esc').asked()).toEqual([]);
  });

  test.each<readonly [string, object, RegExp, boolean]>([
    ['nothing when nothing is new', {}, /Nothing new|new ·/, false],
    ['nothing of one that fails', { failed: 1 }, /failed/, false],
    ['what is new', { added: 2 }, /2 new/, true],
    ['that none answers', { failed: 3 }, /None of 3 sources answered/, true],
  ])('says %s', async (_, so, words, said) => {
    const reader = open().asksDue();
    await reader.answers({ value: { ...round, ...so }, problems: [] });
    expect(words.test(reader.drawing())).toBe(said);
  });
});

describe('sources', () => {
  const sources = (): WebStage => open().press('g', 'S', 'G');

  test.each<readonly [string, readonly string[], RegExp]>([
    ['enter opens the articles', ['enter'], /Port Gazette {2}1 Latest/],
    ['and q comes back to the same row', ['enter', 'q'], /▌ {3}Port Gazette/],
    ['P leaves it alone', ['P'], /Port Gazette {2}feed.* paused/],
    ['and resumes', ['P', 'P'], /Port Gazette {2}feed.* 2 h ago/],
    ['w fetches whole texts', ['w'], /whole texts are fetched/],
    ['D removes', ['D'], /Port Gazette is removed, its marks are kept · u brings it back/],
    ['y copies', ['y'], /Copied the address/],
    ['home goes to what fails', ['g', 'g'], /▌ ! Northport Daily/],
  ])('%s', (_, keys, sees) => {
    expect(
      sources()
        .press(...keys)
        .drawing(),
    ).toMatch(sees);
  });

  test('are renamed and tagged', () => {
    const reader = sources().press('e', 'ctrl+u').type('The Gazette').press('enter');
    expect(reader.drawing()).toMatch(/▌ {3}The Gazette/);
    reader.press('#', 'ctrl+u').type('ships, north').press('enter');
    expect(reader.drawing()).toMatch(/The Gazette {2}feed #ships #north/);
  });

  test('that were removed come back by u, on any screen, until something else is marked', () => {
    const reader = sources().press('D', 'q', 'u');
    expect(reader.asked()).toEqual(['refresh Port Gazette']);
    expect(reader.press('g', 'S').drawing()).toMatch(/Port Gazette/);
    reader.press('G', 'D', 'q', 'm', 'u', 'g', 'S');
    expect(reader.drawing()).not.toMatch(/Port Gazette {2}feed/);
  });

  test('of nobody say what to do', () => {
    const reader = open();
    for (const { id } of reader.library.sources()) reader.library.removeSource(id);
    expect(reader.press('g', 'S').drawing()).toMatch(/Nothing is kept yet/);
    expect(reader.drawing()).toMatch(/A adds a feed, a page, a folder of Markdown or a file/);
  });
});
