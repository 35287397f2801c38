import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small news site on this machine, until it goes offline. */
export interface QuayNews {
  /** Where it is, as a person types it. */
  readonly home: string;
  /** Publishes another story. */
  publish(): void;
  goOffline(): void;
}

/** Opens a site with a home page that names its feed, a feed of excerpts, their pages, and a page that one of them links to. */
export async function openQuayNews(): Promise<QuayNews> {
  let stories = 3;
  const server = createServer((request, response) => {
    const base = `http://localhost:${portOf(server)}`;
    const page = pageAt(request.url ?? '/', base, stories);
    response.writeHead(page ? 200 : 404, { 'Content-Type': page?.type ?? 'text/plain' }).end(page?.text ?? 'Not here.');
  });
  server.unref().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    home: `localhost:${portOf(server)}`,
    publish: () => (stories += 1),
    goOffline: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function pageAt(path: string, base: string, stories: number): { readonly type: string; readonly text: string } | null {
  const story = /^\/story\/(\d+)$/.exec(path)?.[1];
  if (path === '/') return html('Quay News', '<p>All that happens on the quay.</p>');
  if (path === '/feed') return { type: 'application/rss+xml', text: feed(base, stories) };
  if (path === '/report') return html('The harbour report', `${report}${paragraphs('of the annex')}`);
  if (!story) return null;
  const link = `<p>What it costs is told in <a href="/report">the harbour report</a>.</p>`;
  return html(`Story ${story} of the quay`, `${paragraphs('of the whole story', 4)}${link}${paragraphs('after that')}`);
}

/** What the linked page says. */
const report = `
  <p>The ferries carried 41,200 people in the third quarter, a fifth more than a year before. The harbour office counts
  everybody who steps on board, and it counted on ninety of ninety-two days.</p>
  <h2>Where the time goes</h2>
  <p>A crossing takes eleven minutes. Loading takes nine, and has hardly changed since the second ramp was built: it is the
  queue on the quay, not the water, that makes people late.</p>
  <ul><li>On weekdays half of all passengers come between seven and nine.</li>
  <li>On Sundays the boats are never more than half full.</li></ul>
  <h2>What it costs</h2>
  <p>The council pays 2.40 for each crossing. A third boat would cost as much in a year as the bridge does in a month.</p>`;

function html(title: string, body: string) {
  const head = `<title>${title}</title><meta property="og:site_name" content="Quay News">
    <link rel="alternate" type="application/rss+xml" title="Quay News" href="/feed">`;
  return {
    type: 'text/html; charset=utf-8',
    text: `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`,
  };
}

function paragraphs(what: string, count = 12): string {
  const text =
    'It tells of the ferries that cross the harbour twice an hour, and of those who wait for them in the rain.';
  return Array.from({ length: count }, (_, index) => `<p>Paragraph ${index + 1} ${what}. ${text}</p>`).join('');
}

function feed(base: string, stories: number): string {
  const entries = Array.from({ length: stories }, (_, index) => entry(base, index + 1)).reverse();
  return `<rss version="2.0"><channel><title>Quay News</title><link>${base}/</link>${entries.join('')}</channel></rss>`;
}

function entry(base: string, story: number): string {
  const published = new Date(Date.UTC(2026, 0, story)).toUTCString();
  return `<item><title>Story ${story} of the quay</title><link>${base}/story/${story}</link>
    <pubDate>${published}</pubDate><description>Paragraph 1 of the whole story, and so on…</description></item>`;
}
