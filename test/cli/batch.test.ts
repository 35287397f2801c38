import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerBatch } from '../../src/cli/batch.ts';

const file = (name: string) => join(import.meta.dirname, '../fixtures/feeds', name);

test('each line is answered by its id, and what cannot be read does not end the rest', async () => {
  const answers: { id: string; result?: { ok: boolean; feed: { title: string } }; error?: string }[] = [];
  const jobs = [
    JSON.stringify({ id: 'a', file: file('weekly.rss'), kind: 'feed' }),
    '',
    JSON.stringify({ id: 'b', file: file('nowhere.rss'), kind: 'feed' }),
    JSON.stringify({ id: 'c', file: file('weekly.rss'), kind: 'tune' }),
    'not JSON',
    JSON.stringify({
      id: 'd',
      file: file('notes.atom'),
      kind: 'feed',
      url: 'https://x.example/',
      contentType: 'text/xml',
    }),
  ];
  for await (const line of answerBatch(linesOf(jobs))) answers.push(JSON.parse(line) as (typeof answers)[number]);
  expect(answers.map(({ id, result, error }) => [id, result?.feed.title ?? error])).toEqual([
    ['a', 'The Harbour & Hill Weekly'],
    ['b', expect.stringContaining('ENOENT')],
    ['c', 'There is no kind "tune".'],
    [null, expect.stringContaining('JSON')],
    ['d', 'Notizen & Funde'],
  ]);
});

async function* linesOf(lines: readonly string[]) {
  yield* lines;
}
