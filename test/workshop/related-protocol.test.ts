import { expect, onTestFinished, test } from 'vitest';
import { answering, type Request } from '../../src/workshop/related-protocol.ts';

const doc = (id: string, title: string, body: string, more: object = {}) => ({
  id,
  title,
  body,
  date: '2025-04-21',
  kind: 'news' as const,
  ...more,
});
const frost =
  'Growers lost the blossom of their orchards in one night of frost and will have no apples, pears or cherries to sell.';

test('answers every request over what was added', () => {
  const newsroom = answering(() => 50_000_000);
  onTestFinished(() => newsroom.close());
  const answer = (request: Request): object => newsroom.answer(request);
  const docs = [
    doc('a', 'Frost kills blossom', frost),
    doc('b', 'Frost kills blossom in orchards', frost, { date: '2025-04-22' }),
    doc('c', 'Apples will be dear', 'After the frost orchards have few apples.'),
    doc('d', 'What frost does', 'Frost and blossom in orchards.', { kind: 'backgrounder', date: null }),
  ];
  expect(answer({ op: 'add', docs })).toEqual({ ok: true });
  expect(answer({ op: 'add', docs: [{ ...docs[0]!, links: [{ to: 'c' }] }] })).toEqual({ ok: true });
  expect(answer({ op: 'related', id: 'a', limit: 10 })).toEqual({ ids: ['c'] });
  expect(answer({ op: 'background', id: 'a', limit: 10 })).toEqual({ ids: ['d'] });
  expect(answer({ op: 'duplicates' })).toEqual({ duplicates: { b: 'a' } });
  expect(answer({ op: 'stories' })).toMatchObject({ stories: { a: expect.any(String) } });
  expect(answer({ op: 'resolve', text: 'Also see: What frost does', date: null })).toEqual({ id: 'd', sure: true });
  expect(answer({ op: 'stats' })).toEqual({ rssMB: 50 });
  expect(answer({ op: 'sing' })).toEqual({ error: 'sing is not known' });
});
