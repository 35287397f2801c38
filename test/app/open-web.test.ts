import { afterEach, describe, expect, test } from 'vitest';
import { say } from '../../src/text/index.ts';
import { entryOf, excerpt, paragraph, sourceNamed, webStage, type WebStage } from '../screens/open-web.ts';

const opened: WebStage[] = [];
afterEach(() => opened.splice(0).forEach((reader) => reader.close()));

function open(): WebStage {
  const reader = webStage();
  opened.push(reader);
  return reader;
}

/** What the screen says, whatever the line. */
const words = (reader: WebStage): string => reader.drawing().replace(/\s*\n\|\s*/g, ' ');

/** Opens the excerpt, and follows its link to a page that is not here. */
const follow = (): WebStage => open().press('enter', 'tab', 'enter');
const failed = { type: 'failed', why: say`Nothing answers at harbour.example.`, wall: false };

describe('a link to a page that is not here', () => {
  test('opens it in place once it has come, and the way back leads to the same line', async () => {
    const reader = follow();
    const left = reader.drawing().split('\n').slice(2, 9);
    expect(reader.asked()).toEqual(['openPage https://harbour.example/report']);
    await reader.answers(reader.files({}));
    expect(reader.drawing()).toMatch(/The harbour has two quays/);
    expect(reader.drawing()).toMatch(/Council votes on the ne… › The harbour report/);
    reader.press('backspace');
    expect(reader.drawing()).not.toMatch(/harbour report ↗/);
    expect(reader.drawing().split('\n').slice(2, 7)).toEqual(left.slice(0, 5));
    expect(reader.drawing()).toMatch(/Link 1 of 1/);
    expect(reader.press('L').drawing()).toMatch(/two quays/);
  });

  test('is told of only after 300 ms', async () => {
    const reader = follow();
    await reader.waits(299);
    expect(reader.drawing()).not.toMatch(/Fetching/);
    await reader.waits(1);
    expect(reader.drawing()).toMatch(/Fetching harbour\.example … +Esc cancels/);
  });

  test('is given up with Esc, and what comes late is not thrown at the reader', async () => {
    const reader = follow().press('esc');
    expect(reader.drawing()).toMatch(/was ended/);
    expect(reader.asked()).toEqual([]);
    await reader.waits(1000);
    expect(reader.drawing()).toMatch(/Council votes/);
    expect(reader.press('esc').drawing()).toMatch(/▌ ● Council|▌ ◐ Council|▌ {3}Council/);
  });

  test('does not hold up the keys, and gives way to another one', async () => {
    const reader = follow();
    await reader.waits(300);
    expect(reader.press('shift+tab', 'tab', 'j').drawing()).toMatch(/Fetching/);
    reader.press('enter');
    expect(reader.asked()).toEqual(['openPage https://harbour.example/report']);
  });

  test.each<readonly [string, readonly string[]]>([
    ['the list', ['q']],
    ['another article', ['J']],
    ['a search', ['\\']],
  ])('is only told of to who has gone to %s', async (_, keys) => {
    const reader = follow().press(...keys);
    const before = reader.drawing().split('\n').slice(2, 20);
    await reader.answers(reader.files({}));
    expect(reader.drawing()).toMatch(/“The harbour report” is in the library now/);
    expect(reader.drawing()).not.toMatch(/two quays/);
    if (keys[0] !== 'q') expect(reader.drawing().split('\n').slice(2, 20)).toEqual(before);
  });

  test('says in words why it cannot be, until a key, and o opens the browser', async () => {
    const reader = follow();
    await reader.answers(failed);
    expect(reader.drawing()).toMatch(/Nothing answers at harbour\.example\. o opens it in the browser\./);
    await reader.waits(60_000);
    expect(reader.drawing()).toMatch(/Nothing answers/);
    expect(reader.press('o').deeds).toEqual(['browse']);
    expect(reader.drawing()).not.toMatch(/Nothing answers/);
  });

  test('names a wall before its text, and offers the browser', async () => {
    const reader = follow();
    await reader.answers({ ...reader.files({}), wall: say`The page is behind a paywall. Open it in the browser.` });
    expect(reader.drawing()).toMatch(/behind a paywall\. Open it in the browser\. o opens it\./);
    expect(reader.drawing()).toMatch(/two quays/);
  });

  test.each([
    ['javascript:alert(1)', /Only addresses that begin with http: or https: are opened/],
    ['mailto:a@harbour.example', /Only addresses that begin with http: or https: are opened/],
    ['http://harbour.example:22/', /Port 22 belongs to another service/],
  ])('%s is refused, with the reason', (address, why) => {
    const reader = open();
    const gazette = sourceNamed(reader.library, 'Port Gazette');
    const bad = entryOf({
      title: say`A bad link`,
      published: Date.UTC(2026, 10, 20, 11, 59),
      body: [paragraph(say`Look`, say`here`)],
      links: [{ relation: 'inline', text: say`here`, address: say`${address as ReturnType<typeof say>}` }],
    });
    reader.library.file(gazette.id, [bad], Date.UTC(2026, 10, 20, 12));
    reader.store.send({ type: 'libraryChanged' });
    reader.press('g', 'g', 'enter', 'tab', 'enter');
    expect(words(reader)).toMatch(why);
    expect(reader.asked()).toEqual([]);
  });
});

describe('a whole article', () => {
  const page = entryOf({
    title: excerpt.title,
    address: excerpt.address,
    body: [
      ...excerpt.body,
      ...Array.from({ length: 40 }, (_, index) => paragraph(say`Paragraph ${index} of the page.`)),
    ],
    words: 400,
  });
  const arrive = async (reader: WebStage) => {
    const article = reader.library.articleWithAddress(excerpt.address ?? '');
    if (!article) throw new Error('The excerpt is not here.');
    reader.library.fileWhole(article, page, Date.UTC(2026, 10, 20, 12));
    await reader.answers({ type: 'article', article, wall: null });
  };

  test('is offered at the foot of an excerpt, and fetched by w', async () => {
    const reader = open().press('enter');
    expect(reader.drawing()).toMatch(/This is what the feed gave · w fetches the whole article/);
    reader.press('w');
    expect(reader.asked()[0]).toMatch(/^fetchWhole /);
    await arrive(reader);
    expect(reader.drawing()).toMatch(/Paragraph 3 of the page/);
  });

  test('and what the feed gave change places by w, which stays where it was read', async () => {
    const reader = open().press('enter', 'w');
    await arrive(reader);
    expect(reader.press('w').drawing()).toMatch(/This is what the feed gave · w shows the whole article/);
    expect(reader.press('w').drawing()).toMatch(/Paragraph 3 of the page/);
    reader.press('G');
    expect(reader.drawing()).toMatch(/The whole article, from its page · w shows what the feed gave/);
  });

  test('that comes while the middle is read moves nothing, and w shows it', async () => {
    const reader = webStage({ columns: 50, rows: 10 });
    opened.push(reader);
    reader.press('enter', 'w', 'j', 'j', 'j');
    const before = reader.drawing().split('\n').slice(2, 8);
    await arrive(reader);
    expect(reader.drawing().split('\n').slice(2, 8)).toEqual(before);
    expect(reader.drawing()).toMatch(/The whole article is here · w shows it/);
    reader.press('w');
    expect(reader.drawing().split('\n').slice(2, 4)).toEqual(before.slice(0, 2));
    expect(reader.press('ctrl+d', 'ctrl+d').drawing()).toMatch(/Paragraph \d of the page/);
  });

  test('of which only the headline was kept is fetched when it is opened', async () => {
    const reader = open();
    reader.library.letGo(Date.UTC(2026, 10, 21), 1000);
    reader.press('enter');
    expect(reader.drawing()).toMatch(/Only the headline is kept here · w fetches the article/);
    expect(reader.asked()[0]).toMatch(/^fetchWhole /);
    await arrive(reader);
    expect(reader.drawing()).toMatch(/Paragraph 3 of the page/);
    expect(reader.drawing()).not.toMatch(/Only the headline/);
  });

  test('that cannot be had says why', async () => {
    const reader = open().press('enter', 'w');
    await reader.answers({
      type: 'failed',
      why: say`Its page has less text. Open it in the browser to see why.`,
      wall: false,
    });
    expect(reader.drawing()).toMatch(/less text.* o opens it\./);
    expect(reader.press('o').deeds).toEqual(['browse']);
  });
});

describe('adding', () => {
  const add = (words: string): WebStage => open().press('A').type(words).press('enter');

  test('a site by its home page keeps its feed and opens its list', async () => {
    const reader = add('other.example');
    expect(reader.asked()).toEqual(['find other.example']);
    const feed = { address: say`https://other.example/feed`, name: say`Other Paper` };
    await reader.answers({ type: 'offers', name: say`Other Paper`, feeds: [feed] });
    expect(reader.asked()).toEqual(['keepFeed https://other.example/feed']);
    const source = reader.library.keepSource({ kind: 'feed', name: feed.name, location: feed.address, kept: true });
    reader.library.file(source.id, [entryOf({ title: say`First of the other` })], Date.UTC(2026, 10, 20, 12));
    await reader.answers({ value: source, problems: [] });
    expect(reader.drawing()).toMatch(/Other Paper {2}1 Latest/);
    expect(reader.drawing()).toMatch(/▌ ● First of the other/);
    expect(reader.drawing()).toMatch(/Other Paper is kept/);
    expect(reader.press('q').drawing()).toMatch(/1 Latest.*32/);
  });

  test('one of several feeds, or the page alone', async () => {
    const reader = add('https://other.example/a/page');
    const feeds = [{ address: say`https://other.example/feed`, name: say`News` }];
    await reader.answers({ type: 'offers', name: say`Other Paper`, feeds });
    expect(reader.drawing()).toMatch(/Other Paper offers a feed/);
    reader.press('j', 'enter');
    expect(reader.asked()).toEqual(['openPage https://other.example/a/page typed']);
    await reader.answers(reader.files({}));
    expect(reader.drawing()).toMatch(/two quays/);
  });

  test('what is no feed and no page says so', async () => {
    const reader = add('other.example');
    await reader.answers({ type: 'failed', why: say`There is no host named other.example.` });
    expect(reader.drawing()).toMatch(/There is no host named other\.example\./);
  });

  test('is not thrown at who has gone elsewhere', async () => {
    const reader = add('other.example').press('enter');
    const source = sourceNamed(reader.library, 'Harbour Post');
    await reader.answers({ type: 'feed', address: say`https://post.example/atom`, name: source.name });
    await reader.answers({ value: source, problems: [] });
    expect(reader.drawing()).toMatch(/Harbour Post is kept/);
    expect(reader.drawing()).toMatch(/Council votes on the new ferry +end/);
  });
});
