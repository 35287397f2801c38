import { expect, test } from 'vitest';
import { say } from '../../src/text/index.ts';
import type { ArticleId } from '../../src/news/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { call, callJson } from './call.ts';
import { village } from './village.ts';

const feeds = [
  { address: say`https://sea.example/tides.xml?a=1&b=2`, name: say`All tides` },
  { address: say`https://sea.example/winds.xml`, name: say`Winds` },
];

/** A desk that finds a page with two feeds at every address, and keeps every feed. */
function offering() {
  const library = village();
  const desk: Partial<Desk> = {
    find: async () => ({ type: 'offers', name: say`The sea`, feeds }),
    openPage: async () => ({ type: 'article', article: 'bridge-opens' as ArticleId, wall: null }),
    keepFeed: async ({ address }) => ({
      value: library.keepSource({
        kind: 'feed',
        name: say`${feeds.find((feed) => feed.address === address)!.name}`,
        location: address,
        kept: true,
      }),
      problems: [],
    }),
  };
  return { library, desk };
}

test('of several feeds none is kept before one was chosen: exit 1, with the commands', async () => {
  expect(await call(['add', 'https://sea.example/'], offering())).toEqual({
    code: 1,
    err: '',
    out: `The sea offers 2 feeds. To keep one:
  All tides  alsosee add 'https://sea.example/tides.xml?a=1&b=2'
  Winds      alsosee add https://sea.example/winds.xml
To keep all of them: alsosee add https://sea.example/ --all
To keep the page itself: alsosee add https://sea.example/ --page
`,
  });
  const { envelope } = await callJson(['add', 'https://sea.example/'], offering());
  expect(envelope).toMatchObject({
    ok: false,
    data: { sources: [], offers: [{ page: 'https://sea.example/', feeds }] },
  });
});

test.each([
  [['--all'], 0, 'All tides: 4 new, 0 changed\nWinds: 4 new, 0 changed\n', ''],
  [['--pick', '2'], 0, 'Winds: 4 new, 0 changed\n', ''],
  [['--pick', '3'], 1, '', 'https://sea.example/: There are 2 feeds to pick from, and no 3.\n'],
  [['--page'], 0, 'bridge-opens  Bridge opens four years late\n', ''],
  [['--all', '--page'], 2, '', 'Of the feeds of a page --all, --pick or --page, not two of them.\n'],
  [['--pick', '0'], 2, '', '"--pick" is a whole number from 1 to 1000; "0" is not.\n'],
])('of several feeds %j', async (options, code, out, err) => {
  expect(await call(['add', 'https://sea.example/', ...options], offering())).toEqual({ code, out, err });
});
