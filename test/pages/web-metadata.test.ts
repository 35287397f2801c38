import { describe, expect, test } from 'vitest';
import { neutralPage, readPage } from '../../src/pages/index.ts';

const text =
  '<p>The ferry left at noon, as it does every day, with forty people on board, two dogs, and a piano that nobody had announced.</p>' +
  '<p>It came back in the evening without the piano, and nobody, neither the captain nor his people, would say a word about it.</p>';
const plain = `<h1>The piano on the ferry</h1>${text}`;
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

function read(html: string, address = 'https://tide.example/a/piano') {
  return neutralPage(readPage(html, { address }).value!);
}

describe('the title', () => {
  test.each([
    [
      'the heading, not the sections of the title',
      `<title>The piano on the ferry | Local | The Tide</title>${plain}`,
      'The piano on the ferry',
    ],
    [
      'og:title where there is no heading',
      `<meta property="og:title" content="A piano at sea">${text}`,
      'A piano at sea',
    ],
    [
      'JSON-LD where there is nothing else',
      `${ld({ '@type': 'NewsArticle', headline: 'A piano, by sea' })}${text}`,
      'A piano, by sea',
    ],
    [
      'the title without the name of the site',
      `<meta property="og:site_name" content="The Tide"><title>A piano at sea - The Tide</title>${text}`,
      'A piano at sea',
    ],
    ['without the name that the host has too', `<title>A piano at sea: Tide News</title>${text}`, 'A piano at sea'],
    ['references resolved', `<title>A piano &amp; the sea</title>${text}`, 'A piano & the sea'],
    [
      'not the words above it in the same heading',
      `<meta property="og:title" content="The piano on the ferry"><h1><span>Harbour</span> The piano on the ferry</h1>${text}`,
      'The piano on the ferry',
    ],
    [
      'not a heading that leads to the front page',
      `<title>A piano at sea</title><h1><a href="/">The Tide</a></h1>${text}`,
      'A piano at sea',
    ],
    [
      'the whole one when another is cut short',
      `<meta name="twitter:title" content="A piano that nobody had…"><meta property="og:title" content="A piano that nobody had announced">${text}`,
      'A piano that nobody had announced',
    ],
  ])('is %s', (_, html, title) => expect(read(html)).toMatchObject({ title }));
});

describe('the byline', () => {
  test.each([
    ['JSON-LD', `${ld({ '@type': 'Article', author: { name: 'Ada Obi' } })}${plain}`, 'Ada Obi'],
    [
      'JSON-LD in a graph',
      `${ld({
        '@graph': [
          { '@type': 'Person', name: 'X Y' },
          { '@type': 'BlogPosting', author: ['Ada Obi', 'Tom Reyes'] },
        ],
      })}${plain}`,
      'Ada Obi, Tom Reyes',
    ],
    [
      'JSON-LD, without the publisher',
      `${ld({ '@type': 'Article', author: [{ name: 'Ada Obi' }, { name: 'Tide' }], publisher: { name: 'Tide' } })}${plain}`,
      'Ada Obi',
    ],
    ['a meta name', `<meta name="author" content="By Ada Obi">${plain}`, 'Ada Obi'],
    [
      'the label of a card',
      `<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Obi">${plain}`,
      'Ada Obi',
    ],
    [
      'microdata',
      `<h1>The piano on the ferry</h1><span itemprop="author" itemscope><span itemprop="name">Ada Obi</span>, captain</span>${text}`,
      'Ada Obi',
    ],
    ['a link with rel', `<h1>The piano on the ferry</h1><a rel="author" href="/x">Ada Obi</a>${text}`, 'Ada Obi'],
    [
      'a class',
      `<h1>The piano on the ferry</h1><p class="article-byline"><span>By</span><span>Ada Obi</span> | 3 min read</p>${text}`,
      'Ada Obi',
    ],
    [
      'several with a word between',
      `<h1>The piano on the ferry</h1><p class="byline">By Ada Obi, Tom Reyes and Lu Han</p>${text}`,
      'Ada Obi, Tom Reyes and Lu Han',
    ],
    [
      'a date before it',
      `<h1>The piano on the ferry</h1><p class="author">Posted on May 2, 2024 by Ada Obi</p>${text}`,
      'Ada Obi',
    ],
    [
      'a line near the title',
      `<h1>The piano on the ferry</h1><p>03.02.2025 | 13:10 Uhr | Jule Ahrens</p>${text}`,
      'Jule Ahrens',
    ],
    ['the end of the text', `${plain}<p>Text: Jule Ahrens</p>`, 'Jule Ahrens'],
    [
      'not that of a comment',
      `${plain}<div class="comment"><span class="author">Bo Lin</span><p>Nice.</p></div>`,
      null,
    ],
    [
      'not the address of a profile',
      `<meta property="article:author" content="https://social.example/ada">${plain}`,
      null,
    ],
  ])('is read from %s', (_, html, byline) => expect(read(html)).toMatchObject({ byline }));
});

describe('when it was published', () => {
  test.each([
    [
      'JSON-LD',
      `${ld({ '@type': 'Article', datePublished: '2025-04-21T10:00:00+02:00' })}${plain}`,
      '2025-04-21T10:00:00+02:00',
    ],
    [
      'JSON-LD with a comma too many',
      `<script type="application/ld+json">{"@type":"Article","datePublished":"2025-04-21",}</script>${plain}`,
      '2025-04-21T00:00:00Z',
    ],
    [
      'a property',
      `<meta property="article:published_time" content="2025-04-21T23:30:00-05:00">${plain}`,
      '2025-04-21T23:30:00-05:00',
    ],
    ['a meta name', `<meta name="date" content="Mon, 21 Apr 2025 10:00:00 GMT">${plain}`, '2025-04-21T10:00:00Z'],
    ['seconds since 1970', `<meta name="pubdate" content="1745229600">${plain}`, '2025-04-21T10:00:00Z'],
    [
      'microdata',
      `<h1>The piano on the ferry</h1><span itemprop="datePublished" content="2025-04-21">yesterday</span>${text}`,
      '2025-04-21T00:00:00Z',
    ],
    [
      'a time element',
      `<h1>The piano on the ferry</h1><time datetime="2025-04-21T10:00Z">Monday</time>${text}`,
      '2025-04-21T10:00:00Z',
    ],
    [
      'words near the title',
      `<h1>The piano on the ferry</h1><p>Published: April 21, 2025</p>${text}`,
      '2025-04-21T00:00:00Z',
    ],
    [
      'digits, day first',
      `<html lang="en-GB"><body><h1>The piano on the ferry</h1><p class="date">03/04/2025</p>${text}`,
      '2025-04-03T00:00:00Z',
    ],
    [
      'digits, month first',
      `<html lang="en-US"><body><h1>The piano on the ferry</h1><p class="date">03/04/2025</p>${text}`,
      '2025-03-04T00:00:00Z',
    ],
    [
      'digits that can be but one',
      `<html lang="en-US"><body><h1>The piano on the ferry</h1><p class="date">23/04/2025</p>${text}`,
      '2025-04-23T00:00:00Z',
    ],
    [
      'German',
      `<html lang="de"><body><h1>The piano on the ferry</h1><p class="datum">21. April 2025, 14:10 Uhr</p>${text}`,
      '2025-04-21T14:10:00Z',
    ],
    [
      'Japanese',
      `<html lang="ja"><body><h1>The piano on the ferry</h1><p class="date">2025年4月21日</p>${text}`,
      '2025-04-21T00:00:00Z',
    ],
    [
      'what is not an update',
      `<h1>The piano on the ferry</h1><p class="meta">Updated: May 2, 2025</p><p class="meta">April 21, 2025</p>${text}`,
      '2025-04-21T00:00:00Z',
    ],
    ['not a related piece', `${plain}<div class="related"><time datetime="2025-01-01">1 Jan</time></div>`, null],
  ])('is read from %s', (_, html, publishedTime) => expect(read(html)).toMatchObject({ publishedTime }));

  test('is read from the address when the page does not say', () => {
    expect(read(plain, 'https://tide.example/2025/04/21/piano')).toMatchObject({
      publishedTime: '2025-04-21T00:00:00Z',
    });
  });
});

describe('other facts', () => {
  test.each([
    ['the site', `<meta property="og:site_name" content="The Tide">${plain}`, { siteName: 'The Tide' }],
    [
      'the site of JSON-LD',
      `${ld({ '@type': 'Article', publisher: { name: 'The Tide' } })}${plain}`,
      { siteName: 'The Tide' },
    ],
    ['the site behind the title', `<title>The piano on the ferry — The Tide</title>${plain}`, { siteName: 'The Tide' }],
    ['the language', `<html lang="pt_BR"><body>${plain}`, { language: 'pt-BR' }],
    ['the language of a property', `<meta property="og:locale" content="fr_CH">${plain}`, { language: 'fr-CH' }],
    [
      'the description',
      `<meta name="description" content="A piano goes by sea.">${plain}`,
      { excerpt: 'A piano goes by sea.' },
    ],
    [
      'the picture, made absolute',
      `<meta property="og:image" content="/p/piano.jpg">${plain}`,
      { leadImage: 'https://tide.example/p/piano.jpg' },
    ],
    [
      'the picture of JSON-LD',
      `${ld({ '@type': 'Article', image: [{ url: 'https://p.example/1.jpg' }] })}${plain}`,
      { leadImage: 'https://p.example/1.jpg' },
    ],
    [
      'no picture that is no web address',
      `<meta property="og:image" content="data:image/png;base64,AAAA">${plain}`,
      { leadImage: null },
    ],
  ])('%s', (_, html, facts) => expect(read(html)).toMatchObject(facts));

  test('the first paragraph tells what a page is about that does not say', () => {
    expect(read(plain)).toMatchObject({ excerpt: expect.stringMatching(/^The ferry left at noon/) });
  });

  test('the address that the page gives as its own', () => {
    const { value } = readPage(`<link rel="canonical" href="/piano">${plain}`, {
      address: 'https://tide.example/a/piano?from=mail',
    });
    expect(value?.address).toBe('https://tide.example/piano');
  });
});
