import { cleanLine, say } from '../../src/text/index.ts';
import type { Prose, Relation } from '../../src/news/index.ts';
import { fakeLibrary, type Written } from './fake.ts';

const link = (relation: Relation, text: string, to?: string, address?: string) => ({
  relation,
  text: cleanLine(text),
  address: address === undefined ? null : cleanLine(address),
  ...(to ? { to } : {}),
});

const bridgeBody: Prose = [
  {
    type: 'paragraph',
    spans: [
      { text: say`The bridge over the Ouse opened on ` },
      { text: say`Monday`, strong: true },
      { text: say`, four years late. The ` },
      { text: say`council’s account`, link: 2 },
      { text: say` names the floods.` },
    ],
  },
  { type: 'alsoSee', wording: say`Also see`, spans: [{ text: say`Why the ferry stopped`, link: 0 }] },
];

/** Four articles of one village: read, half read, bookmarked and untouched; linked as articles are. */
const articles: readonly Written[] = [
  {
    id: 'bridge-opens',
    title: 'Bridge opens four years late',
    summary: 'The village is one again.',
    byline: 'Ada Marsh',
    publisher: 'The Ouse Post',
    published: '2025-04-21T09:30:00Z',
    words: 690,
    tags: ['bridge', 'Ouse'],
    address: 'https://ouse.example/bridge?a=1',
    path: 'articles/bridge.md',
    body: bridgeBody,
    links: [
      link('also-see', 'Why the ferry stopped', 'ferry-stopped'),
      link('background', 'A history of crossings', 'crossings'),
      link('inline', 'council’s account', undefined, 'https://council.example/floods'),
      link('also-see', 'What the mill said', undefined),
    ],
  },
  {
    id: 'ferry-stopped',
    title: 'Why the ferry stopped',
    publisher: 'The Ouse Post',
    published: '2025-03-02T00:00:00Z',
    words: 300,
    status: { read: 'reading', progress: 0.42, readAt: 1_745_000_000_000 },
    links: [link('background', 'A history of crossings', 'crossings')],
  },
  {
    id: 'bridge-costs',
    title: 'What the bridge costs',
    published: '2025-02-01T00:00:00Z',
    status: { read: 'read', readAt: 1_744_000_000_000 },
  },
  { id: 'crossings', title: 'A history of crossings', kind: 'backgrounder', words: 2300, status: { bookmarked: true } },
];

/** Returns a fresh library of the village. */
export function village() {
  return fakeLibrary(articles);
}
