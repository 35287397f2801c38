import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/news/index.ts';
import { say } from '../../src/text/index.ts';
import { call, callJson, screen } from './call.ts';
import { village } from './village.ts';

test('on a terminal the article is drawn, with where it leads at its foot', async () => {
  const { code, out } = await call(['show', 'bridge-opens'], {
    library: village(),
    terminal: { ...screen, columns: 60 },
  });
  expect(code).toBe(0);
  expect(out.replace(/\u001b\[\d+m/g, '')).toBe(`Bridge opens four years late

By Ada Marsh · The Ouse Post · Mon, 21 April 2025 · 3 min

bridge · Ouse

The bridge over the Ouse opened on Monday, four years late.
The council’s account (https://council.example/floods) names
the floods.

Also see: Why the ferry stopped

Also see

• Why the ferry stopped  ferry-stopped
• What the mill said (not here yet)

Background

• A history of crossings  crossings

────────────────────────────────────────────────────────────

https://ouse.example/bridge?a=1
`);
});

test('the JSON of an article has its text, its links with what they lead to, and what links to it', async () => {
  const { envelope } = await callJson(['show', 'crossings'], { library: village() });
  expect(envelope.data).toMatchObject({
    id: 'crossings',
    linkedFrom: 2,
    linkedFromArticles: [{ id: 'bridge-opens' }, { id: 'ferry-stopped' }],
  });
  const other = await callJson(['show', 'bridge-opens'], { library: village() });
  expect(other.envelope.data).toMatchObject({
    path: 'articles/bridge.md',
    address: 'https://ouse.example/bridge?a=1',
    links: [
      {
        relation: 'also-see',
        text: 'Why the ferry stopped',
        address: null,
        target: { id: 'ferry-stopped', status: { progress: 0.42 } },
      },
      { relation: 'background', target: { id: 'crossings' } },
      { relation: 'inline', address: 'https://council.example/floods', target: null },
      { relation: 'also-see', text: 'What the mill said', target: null },
    ],
  });
  expect((other.envelope.data as { markdown: string }).markdown).toContain('opened on **Monday**, four');
});

test.each([
  { reference: 'bridge-opens', id: 'bridge-opens' },
  { reference: 'fer', id: 'ferry-stopped' },
  { reference: 'https://ouse.example/bridge?a=1', id: 'bridge-opens' },
])('$reference means $id', async ({ reference, id }) => {
  const { envelope } = await callJson(['show', reference], { library: village() });
  expect(envelope.data).toMatchObject({ id });
});

test.each([
  { reference: 'bridge', kind: 'ambiguous' },
  { reference: 'zebra', kind: 'not-found' },
  { reference: '', kind: 'not-found' },
  { reference: 'https://nowhere.example/', kind: 'not-found' },
])('"$reference" is $kind: exit 1', async ({ reference, kind }) => {
  const { code, envelope } = await callJson(['show', reference], { library: village() });
  expect(code).toBe(1);
  expect(envelope).toMatchObject({ ok: false, data: null, problems: [{ kind, where: reference }] });
});

test('links are grouped by what they are', async () => {
  const library = village();
  const related = library.headlinesOf(['ferry-stopped' as ArticleId]).map((headline) => ({
    headline,
    why: [say`both name Ouse`, say`both speak of ferries`],
  }));
  const desk = { surroundings: () => ({ background: [], related, story: null }) };
  const { out } = await call(['links', 'bridge-opens'], { library, desk });
  expect(out).toBe(`Also see
ferry-stopped  2025-03-02  ◐  Why the ferry stopped · The Ouse Post · 1 min
What the mill said (not here yet)

Background
crossings              ●★ A history of crossings · Also See · 10 min

In the text
council’s account (https://council.example/floods)

Related
ferry-stopped  2025-03-02  ◐  Why the ferry stopped · The Ouse Post · 1 min
  both name Ouse
`);
  const { envelope } = await callJson(['links', 'crossings'], { library, desk });
  expect(envelope.data).toMatchObject({
    alsoSee: [],
    background: [],
    inline: [],
    linkedFrom: [{ id: 'bridge-opens' }, { id: 'ferry-stopped' }],
    found: { background: [], related: [{ id: 'ferry-stopped', why: ['both name Ouse', 'both speak of ferries'] }] },
  });
});

test('search gives snippets, the found words marked in JSON', async () => {
  const { out } = await call(['search', 'bridge'], { library: village() });
  expect(out.split('\n')[1]).toBe('    … about bridge');
  const { envelope } = await callJson(['search', 'ferry'], { library: village() });
  expect(envelope.data).toMatchObject([
    { id: 'ferry-stopped', snippet: [{ hit: false }, { text: 'ferry', hit: true }] },
  ]);
  expect(await call(['search', 'zebra'], { library: village() })).toEqual({
    code: 0,
    out: '',
    err: 'Nothing found.\n',
  });
});
