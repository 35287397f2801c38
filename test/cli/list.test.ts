import { expect, test } from 'vitest';
import { call, callJson, screen } from './call.ts';
import { fakeLibrary } from './fake.ts';
import { village } from './village.ts';

test('a list in a pipe: id, day, state and title, whole', async () => {
  const { code, out, err } = await call(['list'], { library: village() });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(`bridge-opens   2025-04-21  ●  Bridge opens four years late · The Ouse Post · 3 min
ferry-stopped  2025-03-02  ◐  Why the ferry stopped · The Ouse Post · 1 min
bridge-costs   2025-02-01     What the bridge costs · Also See · 2 min
crossings                  ●★ A history of crossings · Also See · 10 min
`);
});

test('without Unicode the signs are ASCII', async () => {
  const { out } = await call(['list', '-n', '2'], {
    library: village(),
    terminal: { ...screen, columns: null, unicode: false },
  });
  expect(out.split('\n').map((line) => line.slice(27, 29))).toEqual(['* ', '~ ', '']);
});

test.each([
  { words: ['list', 'unread'], ids: ['bridge-opens', 'ferry-stopped', 'crossings'] },
  { words: ['list', 'bookmarks'], ids: ['crossings'] },
  { words: ['list', 'continue'], ids: ['ferry-stopped'] },
  { words: ['list', 'history'], ids: ['ferry-stopped', 'bridge-costs'] },
  { words: ['list', 'backgrounders'], ids: ['crossings'] },
  { words: ['list', 'bridge'], ids: ['bridge-opens', 'bridge-costs'] },
  { words: ['list', 'unread', 'bridge'], ids: ['bridge-opens'] },
  { words: ['list', '--kind', 'news', '--limit', '2'], ids: ['bridge-opens', 'ferry-stopped'] },
  { words: ['list', '--tag', 'Ouse'], ids: ['bridge-opens'] },
  { words: ['list', '--source', 'also see', '--limit', '1'], ids: ['bridge-opens'] },
  { words: ['list', '--limit', '0'], ids: [] },
])('$words', async ({ words, ids }) => {
  const { code, envelope } = await callJson(words, { library: village() });
  expect(code).toBe(0);
  expect((envelope.data as { id: string }[]).map(({ id }) => id)).toEqual(ids);
});

test('a headline in JSON has all its fields, and nothing else', async () => {
  const { envelope } = await callJson(['list', '--limit', '1'], { library: village() });
  expect(envelope).toEqual({
    ok: true,
    problems: [],
    data: [
      {
        id: 'bridge-opens',
        kind: 'news',
        title: 'Bridge opens four years late',
        summary: 'The village is one again.',
        byline: 'Ada Marsh',
        publisher: 'The Ouse Post',
        source: 'also-see',
        published: '2025-04-21T09:30:00.000Z',
        words: 690,
        minutes: 3,
        tags: ['bridge', 'Ouse'],
        status: { read: 'unread', bookmarked: false, progress: 0, tags: [] },
        alsoSee: 2,
        background: 1,
        linkedFrom: 0,
      },
    ],
  });
});

test('a long list comes whole, window by window', async () => {
  const many = fakeLibrary(Array.from({ length: 1203 }, (_, index) => ({ id: `a-${index}`, title: `Title ${index}` })));
  const { out } = await call(['list'], { library: many });
  expect(out.trimEnd().split('\n')).toHaveLength(1203);
});

test('an empty list says so beside the output, not in it', async () => {
  expect(await call(['list', 'zebra'], { library: village() })).toEqual({ code: 0, out: '', err: 'No articles.\n' });
});

test('on a terminal no row is wider than it, and unread titles are bold', async () => {
  const { out } = await call(['list'], { library: village(), terminal: { ...screen, columns: 50 } });
  const rows = out.trimEnd().split('\n');
  expect(rows[0]).toContain('\u001b[1m');
  for (const row of rows) expect(row.replace(/\u001b\[\d+m/g, '').length).toBeLessThanOrEqual(50);
});

test('for a shell: ids that begin so, with their titles', async () => {
  const { out } = await call(['list', '--complete', '--', 'bri'], { library: village() });
  expect(out).toBe('bridge-opens\tBridge opens four years late\nbridge-costs\tWhat the bridge costs\n');
});
