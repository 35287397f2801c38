import { expect, test } from 'vitest';
import { cleanLine, say } from '../../src/text/index.ts';
import type { Health, Source, SourceId } from '../../src/news/index.ts';
import { call, callJson, screen } from './call.ts';
import { fakeLibrary, shipped } from './fake.ts';

const source = (id: string, more: Partial<Source>): Source => ({
  ...shipped,
  id: id as SourceId,
  kind: 'feed',
  location: `https://${id}.example/feed`,
  ...more,
});

const well: Health = {
  source: '' as SourceId,
  tried: Date.parse('2025-05-01T09:00:00Z'),
  fetched: Date.parse('2025-05-01T09:00:00Z'),
  notBefore: null,
  failures: 0,
  failingSince: null,
  why: null,
  gone: false,
  etag: null,
  lastModified: null,
  digest: null,
  movedTo: null,
  movedReads: 0,
  site: null,
};
const health: readonly Health[] = [
  { ...well, source: 'tides-1' as SourceId },
  { ...well, source: 'winds-2' as SourceId, fetched: null, failures: 3, why: say`The server answers 500.` },
];

/** Two feeds, one of them failing, a folder, and pages of two sites. */
function shore() {
  const library = fakeLibrary(
    [{ id: 'ebb', title: 'Ebb' }],
    [
      source('tides-1', { name: say`Tides`, tags: [say`sea`], whole: true }),
      source('winds-2', { name: say`Winds`, location: 'https://ada:secret@winds.example/feed', paused: true }),
      { ...shipped, name: say`Notes` },
      source('moon-3', { kind: 'page', name: say`moon.example`, location: 'https://moon.example/', kept: false }),
      source('sand-4', { kind: 'page', name: say`sand.example`, location: 'https://sand.example/', kept: true }),
      source('gone-5', { kind: 'page', name: say`Removed`, location: 'removed:', kept: false }),
      source('seen-6', { name: say`Only opened`, kept: false }),
    ],
  );
  library.health = () => health;
  return { library };
}

test('sources tells of each: its weeks, its articles, when it was fetched, and its trouble', async () => {
  expect((await call(['sources'], shore())).out)
    .toBe(`tides-1   ·▁▂·▄█▃▅  1  1 unread  3 h ago   Tides · sea · whole articles
winds-2   ·▁▂·▄█▃▅  1  1 unread  not yet   Winds · paused
    The server answers 500. (3 times in a row)
also-see  ·▁▂·▄█▃▅  1  1 unread  a folder  Notes
Pages of 2 sites: 1 article. --pages lists them.
`);
});

test('on a narrow terminal the names are cut, and without Unicode the bars are digits', async () => {
  const { out } = await call(['sources', 'tides'], {
    ...shore(),
    terminal: { ...screen, columns: 60, colours: 'none', unicode: false },
  });
  expect(out).toBe('tides-1  .12.4835  1  1 unread  3 h ago  Tides · sea · whole…\n');
});

test('as JSON they are whole, without the passwords of addresses', async () => {
  const { envelope } = await callJson(['sources'], shore());
  const all = envelope.data as { id: string; location: string }[];
  expect(all.map(({ id }) => id)).toEqual(['tides-1', 'winds-2', 'also-see']);
  const pages = (await callJson(['sources', '--pages'], shore())).envelope.data as { id: string }[];
  expect(pages.map(({ id }) => id).slice(3)).toEqual(['moon-3', 'sand-4']);
  expect(all[1]).toMatchObject({
    location: 'https://winds.example/feed',
    kept: true,
    paused: true,
    articles: 1,
    unread: 1,
    weeks: [0, 1, 2, 0, 4, 8, 3, 5],
    health: { fetched: null, failures: 3, why: 'The server answers 500.' },
  });
});

test.each([
  [['--rename', 'Ebb and flood'], { name: 'Ebb and flood' }],
  [['--tag', 'moon', '--tag', 'sea'], { tags: ['sea', 'moon'] }],
  [['--no-tag', 'SEA'], { tags: [] }],
  [['--pause'], { paused: true }],
  [['--resume', '--no-whole'], { paused: false, whole: false }],
])('sources tides %j', async (change, after) => {
  const given = shore();
  const { code, envelope } = await callJson(['sources', 'tides', ...change], given);
  expect({ code, data: envelope.data }).toMatchObject({ code: 0, data: [{ id: 'tides-1', ...after }] });
  expect(given.library.sources()[0]).toMatchObject(after);
});

test('several are changed at once; the others stay as they are', async () => {
  const given = shore();
  await call(['sources', 'tides', 'https://www.winds.example/feed/', '--pause', '--tag', 'x'], given);
  expect(
    given.library
      .sources()
      .map(({ paused }) => paused)
      .slice(0, 3),
  ).toEqual([true, true, false]);
});

test('a source is removed, and what was marked is told to be kept', async () => {
  const given = shore();
  expect((await call(['sources', 'Winds', '--remove'], given)).out).toBe(
    'Removed Winds and its 1 article. What you marked of them is kept.\n',
  );
  expect(given.library.sources().map(({ name }) => name)).not.toContain('Winds');
});

test.each([
  [['nothing'], 'There is no source "nothing". There are "Tides", "Winds", "Notes", "sand.example".'],
  [['--pause'], 'Which sources? Name them.'],
  [['tides', '--pause', '--resume'], '--pause or --resume, not both.'],
  [['tides', '--remove', '--pause'], '--remove alone: what is removed needs no other change.'],
  [['tides', 'winds', '--rename', 'x'], 'One name is for one source.'],
  [['tides', '--rename', ' '], 'A name has at least one letter.'],
])('sources %j makes no sense: exit 2', async (words, says) => {
  expect(await call(['sources', ...words], shore())).toEqual({ code: 2, out: '', err: `${says}\n` });
});

test('a shell completes ids', async () => {
  expect((await call(['sources', '--complete', 't'], shore())).out).toBe('tides-1\tTides\n');
});

test('a name of a source cannot steer the terminal', async () => {
  const library = fakeLibrary([], [source('bad-1', { name: cleanLine('\u001b[31mRed') })]);
  expect((await call(['sources'], { library, terminal: screen })).out).toContain('[31mRed');
});

test('a program is told the whole of a long address', async () => {
  const location = `https://long.example/${'x'.repeat(400)}`;
  const library = fakeLibrary([{ id: 'ebb', title: 'Ebb' }], [source('long-1', { name: say`Long`, location })]);
  const { envelope } = await callJson(['sources'], { library });
  expect(envelope.data).toMatchObject([{ location }]);
});
