import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aground, elsewhere, followUps, type Piece } from './aground.ts';

const names = ['Northport Gazette', 'Harbour Post', 'Radio Coast'] as const;

/** Three papers of one coast on this machine, each with a feed of whole articles. */
export interface ThreePapers {
  /** The addresses of the feeds. */
  readonly feeds: readonly string[];
  /** Two of the papers go on with the story of the ferry. */
  publishMore(): void;
  /** The first paper changes what it wrote. */
  correct(): void;
  /** The paper publishes an article that others named before. */
  publishNamed(): void;
}

/** Opens the papers. On the ferry that ran aground they have nine articles between them, and others on other things. */
export async function openThreePapers(): Promise<ThreePapers> {
  let pieces: readonly Piece[] = [...aground, ...elsewhere];
  const server = createServer((request, response) => {
    const paper = names.findIndex((_, index) => request.url === `/${index}`);
    const isHere = paper !== -1;
    const body = isHere ? feed(paper, pieces) : 'Not here.';
    response.writeHead(isHere ? 200 : 404, { 'Content-Type': isHere ? 'application/rss+xml' : 'text/plain' }).end(body);
  });
  server.unref().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    feeds: names.map((_, index) => `http://localhost:${portOf(server)}/${index}`),
    publishMore: () => (pieces = [...pieces, ...followUps]),
    correct: () => (pieces = pieces.map(corrected)),
    publishNamed: () => (pieces = [...pieces, named]),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** The number of passengers was wrong. */
function corrected(piece: Piece): Piece {
  return { ...piece, text: piece.text.replace('with 212 people on board', 'with 221 people on board') };
}

const named: Piece = {
  paper: 0,
  day: 14,
  title: 'A short history of the Northport bar',
  text: `The bar before Northport is a bank of gravel that the river and the tide have built between them. Pilots of the last
    century sounded it every week. Since 1931 a channel is dredged through it, four metres deep at low water, and every spring
    the dredger takes away what the winter has brought.`,
};

function feed(paper: number, pieces: readonly Piece[]): string {
  const entries = pieces.filter((piece) => piece.paper === paper).map(entry);
  return `<rss version="2.0"><channel><title>${names[paper]}</title><link>https://paper${paper}.example/</link>${entries.join('')}</channel></rss>`;
}

function entry({ paper, day, title, text }: Piece): string {
  const slug = title.toLowerCase().replace(/[^a-z]+/g, '-');
  const paragraphs = text.split('\n\n').map((words) => `&lt;p&gt;${words.replace(/\s+/g, ' ').trim()}&lt;/p&gt;`);
  return `<item><title>${title}</title><link>https://paper${paper}.example/${slug}</link>
    <pubDate>${new Date(Date.UTC(2026, 9, day, 6 + paper)).toUTCString()}</pubDate>
    <description>${paragraphs.join('')}</description></item>`;
}
