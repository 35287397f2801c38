import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import { openQueue, type Crowd, type Turn } from '../../src/web/queue.ts';
import { Trouble } from '../../src/web/trouble.ts';
import { serve, told, webOn } from './servers.ts';

const anyone = new AbortController().signal;

/** A queue, the names of those whose turn it is, and a way to end a turn. */
function line(crowd: Partial<Crowd> = {}) {
  const queue = openQueue({ atOnce: 3, perHost: 2, aside: 2, failing: 2, ...crowd });
  const turns = new Map<string, Turn>();
  const enter = async (name: string, { failing = false, signal = anyone } = {}): Promise<string> => {
    try {
      turns.set(name, await queue.enter(name.replace(/\d/, ''), failing, signal));
      return name;
    } catch (error) {
      return error instanceof Trouble ? error.why : 'gave up';
    }
  };
  const leave = async (name: string, answered = true): Promise<void> => {
    turns.get(name)?.leave(answered);
    turns.delete(name);
    await Promise.resolve();
    await Promise.resolve();
  };
  const come = async (names: string): Promise<void> => {
    for (const name of names.split(' ')) void enter(name);
    await leave('nobody');
  };
  return { queue, turns, enter, leave, come, talking: () => [...turns.keys()].join(' ') };
}

test('first come, first served, but two at most to a host', async () => {
  const { come, leave, talking } = line();
  await come('a1 a2 a3 b1 b2 c1');
  expect(talking()).toBe('a1 a2 b1');
  await leave('b1');
  expect(talking()).toBe('a1 a2 b2');
  await leave('a1');
  expect(talking()).toBe('a2 b2 a3');
  await leave('b2');
  expect(talking()).toBe('a2 a3 c1');
});

test('who waits for a silent server steps aside for the others, as long as there is room', async () => {
  const { turns, come, leave, talking } = line({ atOnce: 1 });
  await come('a1 b1 c1 d1');
  turns.get('a1')?.stepAside();
  turns.get('a1')?.stepAside();
  await leave('nobody');
  expect(talking()).toBe('a1 b1');
  turns.get('b1')?.stepAside();
  await leave('nobody');
  expect(talking()).toBe('a1 b1 c1');
  turns.get('c1')?.stepAside();
  await leave('nobody');
  expect(talking()).toBe('a1 b1 c1');
  await leave('a1');
  await leave('c1');
  expect(talking()).toBe('b1 d1');
});

test('those that were failing hold up nobody, and one at a time is asked of their host', async () => {
  const { enter, leave, come, talking } = line({ atOnce: 1 });
  for (const name of ['a1', 'a2', 'b1']) void enter(name, { failing: true });
  await come('c1 d1');
  expect(talking()).toBe('a1 b1 c1');
  await leave('a1');
  expect(talking()).toBe('b1 c1 a2');
  void enter('e1', { failing: true });
  await leave('nobody');
  expect(talking()).toBe('b1 c1 a2');
  await leave('b1');
  expect(talking()).toBe('c1 a2 e1');
});

test('a host that fails is asked one thing at a time, until it answers', async () => {
  const { leave, come, talking } = line();
  await come('a1 a2 a3 a4 a5');
  await leave('a1', false);
  await leave('a2', false);
  expect(talking()).toBe('a3');
  await leave('a3', true);
  expect(talking()).toBe('a4 a5');
});

test('who gives up leaves the line, before or after they enter it', async () => {
  const { enter, leave, come, talking } = line({ atOnce: 1 });
  const reader = new AbortController();
  await come('a1');
  const waiting = enter('b1', { signal: reader.signal });
  await come('c1');
  reader.abort();
  expect(await waiting).toBe('gave up');
  expect(await enter('d1', { signal: reader.signal })).toBe('gave up');
  await leave('a1');
  expect(talking()).toBe('c1');
});

test('who waits for a host out of reach is told so at once', async () => {
  const { queue, enter, leave, come, talking } = line();
  await come('a1 a2 b1');
  const waiting = enter('a3');
  queue.turnAway('a', new Trouble('name', cleanLine('No such host')));
  expect(await waiting).toBe('No such host');
  await come('b2');
  await leave('a1');
  expect(talking()).toBe('a2 b1 b2');
});

test('a host is asked two things at once, another one meanwhile, and one inside this network as many as come', async () => {
  const waiting: (() => void)[] = [];
  const { port, asked } = await serve((_request, response) => void waiting.push(() => response.end('found')));
  const { get } = webOn({ crowd: { atOnce: 8 } });
  const ask = (host: string) => Array.from({ length: 3 }, (_, n) => get(`http://${host}:${port}/${n}`));
  const all = [...ask('news.example'), ...ask('other.example'), ...ask('127.0.0.1')];
  await expect.poll(() => asked.length).toBe(7);
  expect(
    asked.map(({ headers }) => `${headers.host}`.replace(/:.*/, '')).toSorted((a, b) => a.localeCompare(b)),
  ).toEqual('127.0.0.1 127.0.0.1 127.0.0.1 news.example news.example other.example other.example'.split(' '));
  const answer = () => waiting.splice(0).forEach((end) => end());
  answer();
  await expect.poll(() => asked.length).toBe(9);
  answer();
  expect((await Promise.all(all)).map(told)).toEqual(Array(9).fill('found'));
});

test('silent servers do not hold up those that answer', async () => {
  const { port } = await serve(({ url }, response) => void (url === '/quick' && response.end('found')));
  const { get } = webOn({ crowd: { atOnce: 2 }, limits: { quiet: 10 } });
  const reader = new AbortController();
  const silent = [1, 2, 3, 4].map((n) => get(`http://silent${n}.example:${port}/`, {}, reader.signal));
  expect(told(await get(`http://news.example:${port}/quick`))).toBe('found');
  reader.abort();
  expect((await Promise.all(silent)).map(told)).toEqual(Array(4).fill('cancelled'));
});

test('those who wait for a host that cannot be reached are answered with the first', async () => {
  let looked = 0;
  const { get } = webOn({
    async resolve() {
      looked++;
      throw Object.assign(new Error('No such host'), { code: 'ENOTFOUND' });
    },
  });
  const all = await Promise.all(Array.from({ length: 9 }, (_, n) => get(`http://gone.example/${n}`)));
  expect(new Set(all.map(told))).toEqual(
    new Set(['name: There is no host named gone.example. Look whether the address is spelled right.']),
  );
  expect(looked).toBe(2);
  await get('http://gone.example/again');
  expect(looked).toBe(3);
});
