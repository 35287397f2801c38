import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { fork } from 'node:child_process';

/** Feeds that are served, and articles in each: those that grow have few at first. */
const feeds = { count: 500, entries: 20, few: 2 };
/** Milliseconds that each answer takes at least. */
const latency = 50;

/** A server of feeds, in a process of its own so that it takes nothing of what is measured. */
export async function serveFeeds() {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: [] });
  const [port] = (await once(child, 'message')) as [number];
  const addresses = (folder: string) =>
    Array.from({ length: feeds.count }, (_, number) => `http://127.0.0.1:${port}/${folder}/${number}`);
  return {
    sound: addresses('sound'),
    faulty: addresses('faulty'),
    growing: addresses('growing'),
    /** Fills up the feeds that grow. */
    grow: () => void child.send('grow'),
    close: () => void child.kill(),
  };
}

/** Returns a feed as most are: the newest first. */
function feed(number: number, entries: number): string {
  const items = Array.from({ length: entries }, (_, entry) => item(number, entries - 1 - entry));
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${number}</title><link>https://f${number}.example/</link>${items.join('')}</channel></rss>`;
}

function item(number: number, entry: number): string {
  const address = `https://f${number}.example/${entry}`;
  const date = new Date(Date.UTC(2026, 1, 1) + (entry * feeds.count + number) * 60_000).toUTCString();
  const words = wordsOf(number * feeds.entries + entry);
  const paragraph = (): string =>
    `<p>${some(words, 8)} <b>${some(words, 1)}</b> ${some(words, 6)} <a href="https://x.example/${number}/${entry}">${some(words, 2)}</a> ${some(words, 20)}.</p>`;
  return `<item><title>Report ${entry} of feed ${number}: ${some(words, 5)}</title><link>${address}</link><guid>${address}</guid><pubDate>${date}</pubDate><description><![CDATA[${paragraph()}${paragraph()}${paragraph()}${paragraph()}]]></description></item>`;
}

const syllables = 'ka lo mi re tan ves dor il shu pen gra to ne bri'.split(' ');

/** Gives words without an end, the same for the same article. Articles that were all alike would be one story, as no day's news is. */
function* wordsOf(article: number): Generator<string, never> {
  let state = article * 2654435761 + 12345;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    // Some words are in most texts, most are in few.
    const word = Math.floor(2744 * (state / 2147483648) ** 2);
    yield [word % 14, Math.floor(word / 14) % 14, Math.floor(word / 196)].map((part) => syllables[part]).join('');
  }
}

function some(words: Iterator<string, never>, count: number): string {
  return Array.from({ length: count }, () => words.next().value).join(' ');
}

/** What a tenth of the faulty feeds do, in turn: what goes wrong with real ones. */
const faults: readonly ((response: ServerResponse, body: string) => void)[] = [
  (response) => response.writeHead(500).end('out of order'),
  (response) => response.writeHead(503, { 'retry-after': '120' }).end('later'),
  (response) => response.writeHead(404).end('nothing here'),
  (response) => response.writeHead(410).end('gone'),
  (response) => response.writeHead(429, { 'retry-after': '120' }).end('too much'),
  // Never answers.
  () => undefined,
  drip,
  (response, body) =>
    response.writeHead(200, { 'content-length': body.length * 2 }).end(body, () => response.destroy()),
  (response) => response.destroy(),
  (response, body) => response.writeHead(200).end(`${body.slice(0, body.length / 3)}&bad; <unclosed`),
];

/** Gives a few bytes at a time: less than anybody would wait for. */
function drip(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-length': body.length });
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.slice(sent, (sent += 16)));
    if (sent >= body.length) response.end();
  }, 100);
  response.once('close', () => clearInterval(timer));
}

function answers(): RequestListener {
  const all = Array.from({ length: feeds.count }, (_, number) => feed(number, feeds.entries));
  const few = Array.from({ length: feeds.count }, (_, number) => feed(number, feeds.few));
  let hasGrown = false;
  process.on('message', () => (hasGrown = true));
  return (request, response) => {
    const [, folder, name] = (request.url ?? '').split('/');
    const number = Number(name);
    const isFew = folder === 'growing' && !hasGrown;
    const body = (isFew ? few : all)[number] ?? '';
    setTimeout(() => {
      const etag = `"${number} ${isFew ? 'few' : 'all'}"`;
      if (folder === 'faulty' && number % 10 === 0) faults[(number / 10) % faults.length]!(response, body);
      else if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
    }, latency);
  };
}

if (import.meta.main) {
  const server = createServer(answers()).listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' ? address?.port : null);
  });
}
