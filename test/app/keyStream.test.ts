import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { KeyStream, type Reports } from '../../src/app/terminal/keyStream.ts';

/** Types the chunks, each on its own, and returns the keys and reports that come of them by the end of the stream. */
async function heard(...chunks: readonly string[]) {
  const input = new PassThrough();
  const reports: unknown[] = [];
  const note = (kind: string) => (what?: unknown) => void reports.push([kind, what]);
  const listener: Reports = {
    mouse: note('mouse'),
    pasted: note('pasted'),
    background: note('background'),
    gone: note('gone'),
  };
  const keys = new KeyStream(input as unknown as NodeJS.ReadStream, listener);
  for (const chunk of chunks) input.write(chunk);
  input.end();
  const got: string[] = [];
  keys.on('data', (key: string) => got.push(key));
  await once(keys, 'end');
  return { keys: got, reports: reports.filter((report) => (report as [string])[0] !== 'gone') };
}

test.each([
  ['keys that arrive together', ['jjj'], ['j', 'j', 'j']],
  ['a return in the middle', ['\r\t '], ['\r', '\t', ' ']],
  ['arrows among letters', ['j\x1b[Bk'], ['j', '\x1b[B', 'k']],
  ['a sequence in two parts', ['\x1b[', 'A'], ['\x1b[A']],
  ['the escape key alone', ['\x1b'], ['\x1b']],
  ['a function key', ['\x1bOP'], ['\x1bOP']],
  ['wide letters, each whole', ['語📰'], ['語', '📰']],
  ['an answer to a question that was not asked', ['\x1b[?62;c'], []],
])('%s', async (_, chunks, keys) => {
  expect((await heard(...chunks)).keys).toEqual(keys);
});

test('mouse reports are no keys', async () => {
  const { keys, reports } = await heard('\x1b[<64;10;5M\x1b[<0;3;2Mj');
  expect(keys).toEqual(['j']);
  expect(reports).toEqual([
    ['mouse', { button: 64, column: 9, row: 4, isDown: true }],
    ['mouse', { button: 0, column: 2, row: 1, isDown: true }],
  ]);
});

test('what is pasted is no command, and comes whole', async () => {
  const { keys, reports } = await heard('a\x1b[200~q', 'Q\r', 'z\x1b[201~b');
  expect(keys).toEqual(['a', 'b']);
  expect(reports).toEqual([['pasted', 'qQ\rz']]);
});

test('a background that turns light is heard of', async () => {
  expect((await heard('\x1b[?997;2n')).reports).toEqual([['background', false]]);
});
