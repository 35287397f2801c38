import { expect, test } from 'vitest';
import { readExchange } from '../../src/exchange/index.ts';
import { held, read } from './carry.ts';

test.each([
  ['a text', 'The bridge opened on Monday.\nhttps://ouse.example/bridge tells more.\n'],
  ['Markdown that begins with a link', '[The bridge](https://ouse.example/) opened.'],
  ['JSON of nobody', '{"format":"alsosee-state","articles":[]}'],
  ['JSON that is none', '[{"url": "https://a.example/"'],
  ['a JSON feed', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://a.example/"}]}'],
  ['a table without addresses', 'name,value\na,b\n'],
  ['a web page', '<!doctype html><title>Pockets</title><a href="https://a.example/">A</a>'],
  ['a feed', '<rss><channel><title>T</title></channel></rss>'],
  ['nothing', ''],
])('%s is no list of another program', (_, text) => {
  expect(read(text)).toEqual({ value: null, problems: [] });
});

test('OPML is a list of feeds, its folders are tags', () => {
  const text = `<?xml version="1.0"?><!-- mine --><opml version="2.0"><head/><body>
<outline text="News"><outline text="Local"><outline type="rss" text="A" xmlUrl="https://a.example/feed" category="/news,/Sea"/></outline></outline>
<outline type="rss" text="B" xmlUrl="file:///etc/passwd"/></body></opml>`;
  expect(held(text)).toEqual({
    format: 'a list of feeds (OPML)',
    feeds: [{ address: 'https://a.example/feed', name: 'A', tags: ['News', 'Local', 'Sea'] }],
    lists: [],
    pages: [],
  });
  expect(read(text).problems).toMatchObject([{ kind: 'address', where: 'B' }]);
});

test('the name of a file says nothing of what it is', () => {
  expect(read('https://a.example/feed\n', 'pocket.csv').value?.format).toBe('newsboat’s list of feeds');
  expect(read('url,title\nhttps://a.example/,A\n', 'urls').value?.format).toBe('a table of pages (CSV)');
});

test('letters of other encodings are read', () => {
  const bytes = Buffer.from('\ufeffurl,title\nhttps://a.example/,Été\n', 'utf16le');
  expect(readExchange(null, bytes).value?.pages).toMatchObject([{ title: 'Été' }]);
});

test('a file that is too large is refused', () => {
  const { value, problems } = readExchange('big', new Uint8Array(100_000_001));
  expect({ value, problems }).toMatchObject({ value: null, problems: [{ kind: 'too-large', where: 'big' }] });
});
