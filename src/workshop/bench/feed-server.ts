import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { fork } from 'node:child_process';

/** Feeds that are served, and articles in each. */
const feeds = { count: 500, entries: 20 };
/** Milliseconds that each answer takes at least. */
const latency = 50;

/** A server of feeds, in a process of its own so that it takes nothing of what is measured. */
export async function serveFeeds() {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: [] });
  const [port] = (await once(child, 'message')) as [number];
  const addresses = (folder: string) =>
    Array.from({ length: feeds.count }, (_, number) => `http://127.0.0.1:${port}/${folder}/${number}`);
  return { sound: addresses('sound'), faulty: addresses('faulty'), close: () => void child.kill() };
}

/** Returns a feed as most are: the newest first. */
function feed(number: number): string {
  const items = Array.from({ length: feeds.entries }, (_, entry) => item(number, entry));
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${number}</title><link>https://f${number}.example/</link>${items.join('')}</channel></rss>`;
}

function item(number: number, entry: number): string {
  const address = `https://f${number}.example/${entry}`;
  const date = new Date(Date.UTC(2026, 1, 1) - (number * feeds.entries + entry) * 60_000).toUTCString();
  const paragraph = `<p>What the <b>harbour</b> of feed ${number} has <a href="https://x.example/${number}/${entry}">to tell</a> of its ferries goes on for a while, as such things do, and says little that is new to anyone who lives there.</p>`;
  return `<item><title>Report ${entry} of feed ${number} on the harbour</title><link>${address}</link><guid>${address}</guid><pubDate>${date}</pubDate><description><![CDATA[${paragraph.repeat(4)}]]></description></item>`;
}

/** What a tenth of the faulty feeds do, in turn. */
const faults: readonly ((response: ServerResponse, body: string) => void)[] = [
  (response) => response.writeHead(500).end('out of order'),
  (response) => response.writeHead(404).end('nothing here'),
  (response) => response.destroy(),
  (response, body) => response.writeHead(200, { 'content-length': body.length * 2 }).end(body),
  // Never answers.
  () => undefined,
];

function answers(): RequestListener {
  const bodies = Array.from({ length: feeds.count }, (_, number) => feed(number));
  return (request, response) => {
    const [, folder, name] = (request.url ?? '').split('/');
    const number = Number(name);
    const body = bodies[number] ?? '';
    setTimeout(() => {
      const etag = `"${number}"`;
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
