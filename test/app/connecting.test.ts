import { setImmediate as rest } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { say } from '../../src/text/index.ts';
import type { Story, StoryId } from '../../src/news/index.ts';
import type { Message } from '../../src/loop/index.ts';
import type { Library } from '../../src/library/index.ts';
import { Connector, followedNews } from '../../src/app/connector.ts';

const story = (id: number, fresh: number): Story => ({
  id: id as StoryId,
  name: say`The stranded ferry`,
  articles: 9,
  publishers: 3,
  unread: 9,
  fresh,
  latest: null,
  followed: true,
});

/** A library where so many articles wait, and a desk that connects them when it is let. */
function opened(stories: Story[]) {
  const sent: Message[] = [];
  const here = { waiting: 1, calls: 0, finish: (): void => {} };
  const connector = new Connector({
    library: {
      connections: { waiting: () => Array.from({ length: here.waiting }, (_, at) => at) },
      followedStories: () => [...stories],
    } as unknown as Library,
    desk: async () => ({
      connect: () => {
        here.calls++;
        here.waiting = 0;
        return new Promise((resolve) => (here.finish = () => resolve(1)));
      },
    }),
    send: (message) => sent.push(message),
  });
  return { connector, here, sent };
}

test('what was filed is connected once, and again when more was filed meanwhile', async () => {
  const { connector, here } = opened([]);
  connector.soon();
  connector.soon();
  await rest();
  expect(here.calls).toBe(1);
  here.waiting = 1;
  here.finish();
  await rest();
  expect(here.calls).toBe(2);
  here.finish();
  await rest();
  connector.soon();
  await rest();
  expect(here.calls).toBe(2);
});

test('what came in a story that is followed is told, and nothing else', async () => {
  const stories = [story(1, 0), story(2, 4)];
  const { connector, here, sent } = opened(stories);
  connector.soon();
  await rest();
  stories[0] = story(1, 2);
  here.finish();
  await rest();
  expect(sent).toEqual([{ type: 'connected', news: '2 new in a story you follow: The stranded ferry' }]);
});

test('nothing is sent once it is closed', async () => {
  const { connector, here, sent } = opened([]);
  connector.soon();
  await rest();
  connector.close();
  here.finish();
  await rest();
  expect(sent).toEqual([]);
});

test('at the start it is said which stories have news', () => {
  expect(followedNews([story(1, 0)])).toBe(null);
  expect(followedNews([story(1, 0), story(2, 1)])).toBe('A story you follow has news: The stranded ferry');
  expect(followedNews([story(1, 3), story(2, 1)])).toBe('2 stories you follow have news');
});
