import { describe, expect, test } from 'vitest';
import { writeBookmarksCsv, writeBookmarksHtml } from '../../src/exchange/index.ts';
import { held, pageLines, read } from './carry.ts';

describe('Pocket', () => {
  test('its table: tags between bars, an address where it knew no title', () => {
    const text = `title,url,time_added,tags,status
"Tides, and how they turn",https://sea.example/tides,1600322788,sea|moon,unread
https://sea.example/x,https://sea.example/x,1600172739,,archive
`;
    expect(held(text).format).toBe('a Pocket export (CSV)');
    expect(pageLines(text)).toEqual([
      '-b 2020-09-17 https://sea.example/tides Tides, and how they turn [sea|moon]',
      'r- 2020-09-15 https://sea.example/x sea.example/x []',
    ]);
  });

  test('its list in HTML', () => {
    const text = `<!DOCTYPE html><html><!--So long--><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://sea.example/a?b=1&amp;c=2" time_added="1601900000" tags="sea,salt">Salt &amp; sea</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://sea.example/b" time_added="1601900100" tags="">Ebb</a></li></ul></body></html>`;
    expect(pageLines(text)).toEqual([
      '-b 2020-10-05 https://sea.example/a?b=1&c=2 Salt & sea [sea|salt]',
      'r- 2020-10-05 https://sea.example/b Ebb []',
    ]);
  });
});

test('Instapaper: its folders are states, others are tags, and its tags are JSON', () => {
  const text = `URL,Title,Selection,Folder,Timestamp,Tags
https://sea.example/a,A,,Unread,1700000000,"[]"
https://sea.example/b,B,"some ""words""",Archive,1700000001,"[""tides"",""the moon""]"
https://sea.example/c,C,,Starred,1700000002,
https://sea.example/d,D,,Long reads,0,
`;
  expect(held(text).format).toBe('an Instapaper export (CSV)');
  expect(pageLines(text)).toEqual([
    '-b 2023-11-14 https://sea.example/a A []',
    'r- 2023-11-14 https://sea.example/b B [tides|the moon]',
    '-b 2023-11-14 https://sea.example/c C []',
    '-b no date https://sea.example/d D [Long reads]',
  ]);
});

test.each([
  [
    'an Omnivore export',
    [
      {
        slug: 'a',
        url: 'https://a.example/',
        title: 'A',
        state: 'Active',
        readingProgress: 12,
        labels: ['sea'],
        savedAt: '2024-10-30T12:39:28.023Z',
      },
      {
        slug: 'b',
        url: 'https://b.example/',
        title: 'B',
        state: 'Archived',
        readingProgress: 0,
        labels: [],
        savedAt: '',
      },
      {
        slug: 'c',
        url: 'https://c.example/',
        title: 'C',
        state: 'Active',
        readingProgress: 100,
        labels: [],
        savedAt: null,
      },
    ],
    [
      '-b 2024-10-30 https://a.example/ A [sea]',
      'r- no date https://b.example/ B []',
      'rb no date https://c.example/ C []',
    ],
  ],
  [
    'a Wallabag export',
    [
      {
        url: 'https://a.example/',
        title: 'A',
        is_archived: 1,
        is_starred: 1,
        tags: ['sea'],
        created_at: '2016-09-08T12:00:00+0200',
      },
      { url: 'https://b.example/', title: null, is_archived: false, is_starred: false, tags: [{ label: 'salt' }] },
    ],
    ['rb 2016-09-08 https://a.example/ A [sea]', '-b no date https://b.example/ b.example/ [salt]'],
  ],
  [
    'an export of the first Wallabag',
    [{ url: 'https://a.example/', title: 'A', is_read: '1', is_fav: '0', tags: 'sea,salt' }],
    ['r- no date https://a.example/ A [sea|salt]'],
  ],
  [
    'a Pinboard export',
    [{ href: 'https://a.example/', description: 'A', time: '2016-10-31T15:57:56Z', toread: 'no', tags: 'sea salt' }],
    ['rb 2016-10-31 https://a.example/ A [sea|salt]'],
  ],
  [
    'a Feedbin export',
    [
      {
        id: 1,
        title: 'A',
        author: 'Ada',
        content: '<p>a</p>',
        url: 'https://a.example/',
        published: '2020-01-01',
        created_at: '2020-01-02',
      },
    ],
    ['-b 2020-01-02 https://a.example/ A []'],
  ],
  [
    'articles of a feed reader',
    {
      title: 'Starred',
      items: [
        {
          title: 'A',
          canonical: [{ href: 'https://a.example/' }],
          alternate: [{ href: 'https://x.example/' }],
          published: 1700000000,
          categories: ['user/-/state/com.google/starred', 'user/7/label/Sea side'],
        },
        {
          title: 'B',
          alternate: [{ href: 'https://b.example/' }],
          published: 1700000000,
          categories: ['user/-/state/com.google/read'],
        },
      ],
    },
    ['-b 2023-11-14 https://a.example/ A [Sea side]', 'r- 2023-11-14 https://b.example/ B []'],
  ],
])('%s', (format, value, lines) => {
  const text = JSON.stringify(value);
  expect(held(text).format).toBe(format);
  expect(pageLines(text)).toEqual(lines);
});

describe('bookmarks of a browser', () => {
  const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks Menu</H1>
<DL><p>
  <DT><A HREF="https://a.example/" ADD_DATE="1700000000" TAGS="salt,sea">A</A>
  <DD>What it says of A.
  <DT><H3 ADD_DATE="1">News</H3>
  <DL><p>
    <DT><A HREF="https://b.example/" ADD_DATE="1700000000000000">B</A>
    <DT><H3>Local</H3>
    <DL><p><DT><A HREF="https://c.example/">C</A></DL><p>
    <DT><A HREF="https://d.example/" TOREAD="0">D</A>
  </DL><p>
  <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
  <DL><p>
    <DT><A HREF="place:type=6&sort=14">Recent tags</A>
    <DT><A FEEDURL="https://e.example/feed" HREF="https://e.example/">E</A>
    <DT><A HREF="javascript:alert(1)">Do</A>
  </DL><p>
</DL><p>`;

  test('have the folders they lie in as tags', () => {
    expect(pageLines(text)).toEqual([
      '-b 2023-11-14 https://a.example/ A [salt|sea]',
      '-b 2023-11-14 https://b.example/ B [News]',
      '-b no date https://c.example/ C [News|Local]',
      'rb no date https://d.example/ D [News]',
      '-b no date https://e.example/ E []',
    ]);
  });

  test('may have a feed among them', () => {
    expect(held(text).feeds).toEqual([{ address: 'https://e.example/feed', name: 'E', tags: [] }]);
  });

  test('that lead nowhere on the web are counted in one sentence', () => {
    expect(read(text).problems).toEqual([
      {
        kind: 'address',
        where: 'the file',
        detail: '2 left out, as their addresses are none of the web: such as “place:type=6&sort=14”',
      },
    ]);
  });

  test('are found even in ten thousand folders, each in the other', () => {
    const deep = `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><DT><H3>f</H3>'.repeat(10_000)}<DL><DT><A HREF="https://a.example/">A</A>`;
    expect(pageLines(deep)).toEqual(['-b no date https://a.example/ a.example/ [f]']);
  });
});

test('a page that is named twice is one, with the marks of both', () => {
  const text = 'url,title,tags,status\nhttps://a.example,A,sea,archive\nhttps://a.example/,Again,"Sea,salt",unread\n';
  expect(pageLines(text)).toEqual(['rb no date https://a.example/ A [sea|salt]']);
});

test('a table with semicolons and other names is read too', () => {
  const text = '\ufeffName;Link;Labels\nA;https://a.example/;sea,salt\nB;;\n';
  expect(pageLines(text)).toEqual(['-b no date https://a.example/ A [sea|salt]']);
  expect(read(text).problems).toMatchObject([
    { detail: '1 left out, as their addresses are none of the web: there is none' },
  ]);
});

test('escape sequences in titles and tags are gone', () => {
  const text = JSON.stringify([
    { url: 'https://a.example/\u001b]52;c;x\u0007', title: '\u001b[2JA\u202eB', is_archived: 0, tags: ['s\u001bea'] },
  ]);
  expect(pageLines(text)).toEqual(['-b no date https://a.example/%1B]52;c;x [2JAB [sea]']);
});

describe('what is written is read as it was', () => {
  const { pages } = held(
    'title,url,time_added,tags,status,bookmarked\n"Tides, <and> ""more""",https://a.example/?a=1&b=2,1700000000,sea|salt,archive,true\n=1+1,https://b.example/,,,unread,true\n',
  );

  test('as a table', () => expect(held(writeBookmarksCsv(pages)).pages).toEqual(pages));

  test('as bookmarks of a browser', () => expect(held(writeBookmarksHtml('Mine', pages)).pages).toEqual(pages));

  test('a title that a spreadsheet would compute is text in the table', () => {
    expect(writeBookmarksCsv(pages)).toContain("\r\n'=1+1,https://b.example/,");
  });
});
