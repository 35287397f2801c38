import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk, type Desk } from '../../src/desk/index.ts';
import type { Library } from '../../src/library/index.ts';
import { others, quake } from '../library/newsroom.ts';
import { day, feed, folder, keepFeed, link, now, open, type Fed } from '../library/shelf.ts';

const never = new AbortController().signal;

function deskOn(library: Library): Desk {
  const desk = openDesk(library, () => now);
  onTestFinished(() => desk.close());
  return desk;
}

/** So many articles that connecting them takes a while. */
const many: readonly Fed[] = Array.from({ length: 80 }, (_, number) => ({
  guid: `m${number}`,
  title: `Ward ${number} elects its council`,
  body: `Voters of ward ${number} elected ${number % 7} members. ${quake[number % 3]!.body as string}`,
  published: day(1 + (number % 11), 1 + (number % 27)),
}));

test('a worker connects what waits, and then nothing does', async () => {
  const library = open();
  const desk = deskOn(library);
  const [id] = feed(library, keepFeed(library), ...quake, ...others);
  expect(await desk.connect(never)).toBe(9);
  expect(desk.storyOf(id!)?.articles).toBe(3);
  expect(await desk.connect(never)).toBe(0);
  expect(await desk.connect(AbortSignal.abort())).toBe(0);
});

test('an article has its surroundings before it is connected, too', async () => {
  const library = open();
  const desk = deskOn(library);
  const source = keepFeed(library);
  feed(library, source, ...quake.slice(1), ...others);
  await desk.connect(never);
  const [id] = feed(library, source, quake[0]!);
  const { related, story } = desk.surroundings(id!);
  expect(story).toBe(null);
  expect(related.map(({ headline }) => headline.title)).toEqual([quake[1]!.title, quake[2]!.title]);
  expect(related[0]!.why).toEqual(['both name Pokhara, Lekhnath and Ramesh Gurung']);
});

test('surroundings tell the background, what is related and why, and the story', async () => {
  const library = open();
  const desk = deskOn(library);
  const source = keepFeed(library);
  const background: Fed = {
    guid: 'b',
    title: 'What is the Himalayan fault?',
    kind: 'backgrounder',
    body: 'Under Nepal and Pokhara lies the fault where earthquakes begin, says the seismologist Ramesh Gurung.',
    published: null,
  };
  const own: Fed = { guid: 'h', title: 'How houses are built', kind: 'backgrounder', address: 'https://one.example/h' };
  const [first, second] = feed(
    library,
    source,
    { ...quake[0]!, links: [link('https://one.example/h', 'houses', 'background')] },
    ...quake.slice(1),
    background,
    own,
    ...others,
  );
  await desk.connect(never);
  const around = desk.surroundings(first!);
  expect(around.background.map(({ headline, why }) => [headline.title, why[0]])).toEqual([
    ['How houses are built', 'named in the text'],
    ['What is the Himalayan fault?', expect.stringMatching(/^both name /)],
  ]);
  expect(around.related.map(({ headline, why }) => [headline.title, why[0]])).toEqual([
    [quake[1]!.title, 'same event, four hours later'],
    [quake[2]!.title, 'same event, nine hours later'],
  ]);
  expect(around.story).toMatchObject({ articles: 3, publishers: 2 });
  const timeline = desk.timeline(around.story!.id)!;
  expect(timeline.moments.map(({ headline, because }) => [headline.title, because])).toEqual(
    quake.map(({ title }) => [title, 'member']),
  );
  expect(timeline.background.map(({ headline }) => headline.title)).toContain('What is the Himalayan fault?');
  library.pin(second!, around.story!.id, 'out of');
  expect(desk.timeline(around.story!.id)!.moments.map(({ headline }) => headline.id)).not.toContain(second);
});

test('the neighbourhood goes two steps out and names nothing twice', async () => {
  const library = open();
  const desk = deskOn(library);
  const at = (name: string) => ({
    guid: name,
    title: `On ${name}`,
    address: `https://one.example/${name}`,
    body: `About ${name}.`,
  });
  const [a] = feed(
    library,
    keepFeed(library),
    { ...at('ants'), links: [link('https://one.example/bees')] },
    { ...at('bees'), links: [link('https://one.example/crows'), link('https://one.example/ants')] },
    { ...at('crows'), links: [link('https://one.example/ants'), link('https://one.example/doves')] },
    at('doves'),
  );
  await desk.connect(never);
  const { neighbours } = desk.neighbourhood(a!);
  const outline = neighbours.map(({ headline, via, beyond }) => [
    headline.title,
    via,
    beyond.map((one) => one.headline.title),
  ]);
  expect(outline).toEqual([
    ['On bees', 'links to', []],
    ['On crows', 'linked from', ['On doves']],
  ]);
});

test('an older library is connected from what lies in it', async () => {
  const at = folder();
  const library = open(at);
  const [id] = feed(library, keepFeed(library), ...quake, ...others);
  const db = new DatabaseSync(join(at, 'library.db'));
  db.exec('DELETE FROM waiting; DELETE FROM cards; INSERT INTO waiting SELECT key FROM articles');
  db.close();
  const desk = deskOn(library);
  expect(await desk.connect(never)).toBe(9);
  expect(desk.storyOf(id!)?.articles).toBe(3);
});

test.each([1, 10, 40])('killed after %i articles, connecting goes on where it was', async (after) => {
  const at = folder();
  const library = open(at);
  feed(library, keepFeed(library), ...many);
  const child = spawn(process.execPath, [new URL('./connector.ts', import.meta.url).pathname, at], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    if (library.index.articles() < after) return;
    clearInterval(timer);
    child.kill('SIGKILL');
    resolve();
  }, 5);
  await promise;
  await once(child, 'exit');
  const done = library.index.articles();
  expect(done + library.connections.waiting(1000).length).toBe(many.length);
  const desk = deskOn(library);
  expect(await desk.connect(never)).toBe(many.length - done);
  expect(library.index.articles()).toBe(many.length);
});

test('two programs at once connect each article once', async () => {
  const at = folder();
  const [library, other] = [open(at), open(at)];
  feed(library, keepFeed(library), ...many);
  const counts = await Promise.all([deskOn(library).connect(never), deskOn(other).connect(never)]);
  expect(Math.max(...counts)).toBeGreaterThan(0);
  expect(library.index.articles()).toBe(many.length);
  expect(library.connections.waiting(10)).toEqual([]);
});
