import { expect, test } from 'vitest';
import { atOnce } from '../../src/desk/at-once.ts';

const never = new AbortController().signal;
const patient = { most: 2, patience: 60_000 };

test('no more are under way together than there is room for', async () => {
  let busy = 0;
  let most = 0;
  await atOnce(
    [1, 2, 3, 4, 5],
    patient,
    async () => {
      most = Math.max(most, ++busy);
      await Promise.resolve();
      busy--;
    },
    never,
  );
  expect(most).toBe(2);
});

test('one that waits for long lends its place', async () => {
  const { promise: answer, resolve } = Promise.withResolvers<void>();
  const begun: number[] = [];
  await atOnce(
    [1, 2, 3],
    { most: 1, patience: 1 },
    async (one, wait) => {
      begun.push(one);
      if (one === 3) resolve();
      await wait(answer);
    },
    never,
  );
  expect(begun).toEqual([1, 2, 3]);
});

test('one that waits apart lends its place at once', async () => {
  const { promise: answer, resolve } = Promise.withResolvers<void>();
  const begun: number[] = [];
  await atOnce(
    [1, 2, 3],
    { most: 1, patience: 60_000 },
    async (one, wait) => {
      begun.push(one);
      if (one === 3) resolve();
      await wait(answer, true);
    },
    never,
  );
  expect(begun).toEqual([1, 2, 3]);
});

test('once the signal ended it, no more begin', async () => {
  const ending = new AbortController();
  const begun: number[] = [];
  await atOnce(
    [1, 2, 3, 4],
    patient,
    async (one) => {
      begun.push(one);
      ending.abort();
    },
    ending.signal,
  );
  expect(begun).toEqual([1]);
});

test('the first error ends it', async () => {
  const begun: number[] = [];
  const work = async (one: number) => {
    begun.push(one);
    throw new Error(`no ${one}`);
  };
  await expect(atOnce([1, 2, 3], { ...patient, most: 1 }, work, never)).rejects.toThrow('no 1');
  expect(begun).toEqual([1]);
});

test('nothing to do is done at once', async () => {
  await expect(atOnce([], patient, async () => undefined, never)).resolves.toBeUndefined();
});
