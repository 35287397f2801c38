import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/pages/index.ts';
import { plainText } from '../../src/prose/index.ts';

const long = Array.from(
  { length: 20 },
  (_, day) =>
    `<p>On day ${day + 1} the ferry left at noon, with forty people on board, two dogs, and a piano that nobody had announced.</p>`,
).join('');
const details = (html: string) =>
  readPage(html, { address: 'https://tide.example/' }).problems.map(({ detail }) => detail);

describe('what keeps a text from its readers is named', () => {
  test.each([
    [
      'paywall',
      '<h1>The piano</h1><p>The ferry left at noon, with a piano on board, and then</p><div class="paywall"><p>Subscribe to continue reading.</p></div>',
    ],
    [
      'paywall',
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script><h1>The piano</h1><p>The ferry left at noon.</p>',
    ],
    [
      'paywall',
      '<html lang="de"><h1>Das Klavier</h1><p>Die Fähre legte mittags ab.</p><p>Jetzt weiterlesen mit einem Abo.</p>',
    ],
    [
      'cookie wall',
      '<h1>Before you continue</h1><p>We use cookies, and so do our partners.</p><button>Accept all</button>',
    ],
    [
      'script-only',
      '<title>The piano</title><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script>',
    ],
    ['script-only', '<title>The piano</title><div id="app"></div><script src="/app.js"></script>'],
    ['robot check', '<title>Just a moment...</title><p>Checking your browser before you can go on.</p>'],
    [
      null,
      `<h1>The piano</h1>${long}<p>Subscribe to continue reading our letters, and enable JavaScript for the map.</p>`,
    ],
  ])('%s', (wall, html) => expect(readPage(html).value?.wall).toBe(wall));

  test('and the reader is told what to do', () => {
    expect(details('<title>The piano</title><div id="app"></div><script src="/app.js"></script>')).toEqual([
      'The page has no text of its own: a program would have to run to show it. Open it in the browser.',
    ]);
  });
});

test('a page without a word is no page', () => {
  expect(readPage('<div></div>')).toEqual({
    value: null,
    problems: [{ kind: 'unreadable', where: 'the page', detail: 'There is no text on the page.' }],
  });
});

describe('pages that are too large', () => {
  test.each([
    ['many elements', '<div>'.repeat(60_000) + '<p>The end of it.</p>'],
    ['many megabytes', `<p>The end of it.</p>${'<!-- nothing -->'.repeat(400_000)}`],
    ['one comment without an end', `<p>The end of it.</p><!-- ${'nothing '.repeat(700_000)}`],
  ])('%s are shown plain, with a notice', (_, html) => {
    const { value, problems } = readPage(html);
    expect(value?.body[0]?.type).toBe('notice');
    expect(plainText(value!.body)).toContain('The end of it.');
    expect(problems.map(({ kind }) => kind)).toEqual(['too-large']);
  });

  test.each([
    ['deep', '<div class="date author related">'.repeat(20_000) + '<p>The end of it.</p>'],
    ['lists in lists', '<ul><li>'.repeat(10_000) + 'The end of it.'],
    ['tables in tables', '<table><tr><td>'.repeat(5000) + 'The end of it.'],
    ['figures in figures', '<figure><img src=x>'.repeat(5000) + '<p>The end of it.</p>'],
  ])('%s pages are read', (_, html) => {
    expect(() => readPage(html)).not.toThrow();
  });
});

describe('bytes', () => {
  const windows = Uint8Array.from(Buffer.from('<h1>Caf\xe9</h1><p>Caf\xe9</p>', 'latin1'));
  test.each([
    ['of the header’s encoding', windows, 'text/html; charset=windows-1252', 'Café'],
    ['of no named encoding', windows, 'text/html', 'Café'],
    [
      'that say one encoding and are UTF-8',
      new TextEncoder().encode('<meta charset="gb2312"><h1>灯台</h1><p>灯台</p>'),
      'text/html',
      '灯台',
    ],
  ])('%s', (_, bytes, contentType, title) => expect(readPage(bytes, { contentType }).value?.title).toBe(title));
});

test('nothing that could steer a terminal is left in anything that a page says', () => {
  const evil = '\u001b]52;c;aGk=\u0007\u009b31m\u202e';
  const html = `<html lang="en"><title>a${evil}</title><meta name="author" content="Ada ${evil}Obi"><meta property="og:site_name" content="s${evil}"><meta name="description" content="d${evil}"><h1>a${evil}</h1>
    <p>b${evil} <a href="/c${evil}">c${evil}</a></p><figure><img src="/p.jpg${evil}" alt="e${evil}"><figcaption>f${evil}</figcaption></figure><pre>g${evil}</pre>
    <table><tr><th>h${evil}</th><th>i</th></tr><tr><td>j</td><td>k${evil}</td></tr></table>`;
  const { value } = readPage(html, { address: 'https://tide.example/' });
  const { dated: _, ...said } = value!;
  expect(JSON.stringify(said).replaceAll('\\n', '')).not.toMatch(/\\u00[01189]|[\u0000-\u001f\u007f-\u009f\u202e]/);
});
