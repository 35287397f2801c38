import type { Home } from '../rig/home.ts';
import type { Trial } from './trial.ts';

/** A source as the command line tells it. */
export interface Source {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly location: string;
  readonly tags: readonly string[];
  readonly articles: number;
  readonly health: {
    readonly tried: string | null;
    readonly fetched: string | null;
    readonly notBefore: string | null;
    readonly failures: number;
    readonly why: string | null;
    readonly gone: boolean;
  } | null;
}

/** A headline as the command line tells it. */
export interface Headline {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly source: string;
}

/** Returns what a verb answers as data, or null when it is no answer. */
export function answerIn(trial: Trial, stdout: string): Answer | null {
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    trial.must(false, `no JSON: ${stdout.slice(0, 200)}`);
    return null;
  }
}

/** The envelope of a verb. Its data are what the verb is known to tell. */
interface Answer {
  readonly data: unknown;
  readonly problems: readonly Complaint[];
}

export interface Complaint {
  readonly where: string;
  readonly detail: string;
}

/** What is in a library. */
export interface Shelf {
  readonly sources: readonly Source[];
  readonly headlines: readonly Headline[];
}

export async function shelfOf(trial: Trial, home: Home = trial.home): Promise<Shelf> {
  const sources = answerIn(trial, (await trial.runs(['sources', '--json'], [], home)).stdout);
  return { sources: (sources?.data ?? []) as readonly Source[], headlines: await headlinesOf(trial, home) };
}

export async function headlinesOf(trial: Trial, home: Home = trial.home): Promise<readonly Headline[]> {
  const { stdout } = await trial.runs(['list', '--json', '--limit', '2000'], [], home);
  return (answerIn(trial, stdout)?.data ?? []) as readonly Headline[];
}

/** Holds that all that was there is there, and as it was. */
export function mustStay(trial: Trial, before: Shelf, after: Shelf): void {
  const words = ({ title, summary, source }: Headline): string => [title, summary, source].join('\n');
  const now = new Map(after.headlines.map((headline) => [headline.id, words(headline)]));
  const lost = before.headlines.filter((headline) => now.get(headline.id) !== words(headline));
  trial.must(lost.length === 0, `lost or changed: ${lost.map(({ title }) => title).join(', ')}`);
  const sources = new Set(after.sources.map(({ id, location }) => `${id} ${location}`));
  const gone = before.sources.filter(({ id, location }) => !sources.has(`${id} ${location}`));
  trial.must(gone.length === 0, `sources lost or changed: ${gone.map(({ name }) => name).join(', ')}`);
}

/** Returns a feed with some articles, and a list of feeds. */
export function quietFeed(name: string, articles: readonly string[]): string {
  const items = articles.map(
    (title, index) =>
      `<item><title>${title} of ${name}</title><guid isPermaLink="false">${name} ${index}</guid><pubDate>${new Date(Date.UTC(2024, 0, index + 1)).toUTCString()}</pubDate><description>It stood there before.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${name}</title><link>http://127.0.0.1/</link>${items.join('')}</channel></rss>`;
}

export function outline(feeds: readonly { readonly name: string; readonly address: string }[]): string {
  const rows = feeds.map(({ name, address }) => `<outline type="rss" text="${name}" xmlUrl="${address}"/>`);
  return `<opml version="2.0"><body>${rows.join('')}</body></opml>`;
}
