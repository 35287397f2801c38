import { cleanLine, say, type Safe } from '../text/index.ts';
import type { ArticleId, Problem, Reading, Source, Round } from '../news/index.ts';
import type { Ending, Errand, Message } from '../loop/index.ts';
import { LibraryProblem } from '../library/index.ts';
import { hostOf } from '../screens/index.ts';
import type { Newsdesk } from './newsdesk.ts';

/** What a folder brought when it was read anew. */
export interface FolderNews {
  readonly added: number;
  readonly changed: number;
  readonly problems: readonly Problem[];
}

/** What the errands are done with. */
export interface Tools {
  readonly desk: Newsdesk;
  readonly takeFolder: (folder: Source) => Promise<FolderNews>;
  readonly titleOf: (article: ArticleId) => Safe | null;
  readonly send: (message: Message) => void;
  /** Calls back after so many milliseconds, and returns how to give that up. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

/** Milliseconds after which the reader is told that something takes time. */
const patience = 300;
/** Milliseconds between two reports of a round: the screen is drawn for them, and keys come first. */
const every = 250;

/**
 * What takes time. Each errand begins at once and returns the message that says so; how it goes on and ends is sent. A new
 * one takes the place of the one in its line, which is then given up.
 */
export class Errands {
  readonly #tools: Tools;
  readonly #lines = new Map<Errand['line'], { readonly number: number; readonly giveUp: AbortController }>();
  #last = 0;
  #isClosed = false;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Finds out what lies at an address that the reader typed. */
  find(address: string): readonly Message[] {
    const asked = cleanLine(address);
    return this.#fetch(say`Looking at ${hostOf(asked)}`, async (signal) => ({
      type: 'found',
      asked,
      found: await this.#tools.desk.find(address, signal),
    }));
  }

  /** Keeps a feed and takes its articles in. */
  keepFeed(address: Safe, name: Safe): readonly Message[] {
    return this.#fetch(say`Fetching ${name}`, async (signal) => {
      const { value, problems } = await this.#tools.desk.keepFeed({ address, name }, signal);
      return { type: 'kept', source: value, problems };
    });
  }

  /** Takes the articles of a folder in that was just kept. */
  keepFolder(folder: Source): readonly Message[] {
    return this.#fetch(say`Reading ${folder.name}`, async () => {
      await this.#tools.takeFolder(folder);
      return { type: 'kept', source: folder, problems: [] };
    });
  }

  /** Takes a file in. */
  keepFile(path: string): readonly Message[] {
    return this.#fetch(say`Reading ${cleanLine(path)}`, async () => {
      const { value, problems } = await this.#tools.desk.takeInFile(path, true);
      if (!value) return { type: 'failed', why: problems[0]?.detail ?? say`That file holds no article.` };
      const outcome = { type: 'article', article: value, wall: null } as const;
      return { type: 'page', address: cleanLine(path), title: this.#tools.titleOf(value), outcome };
    });
  }

  /** Fetches a page: one that the link of an article led to, or that the reader named. */
  openPage(address: Safe, from: ArticleId | null): readonly Message[] {
    return this.#fetch(say`Fetching ${hostOf(address)}`, async (signal) => {
      const outcome = await this.#tools.desk.openPage(address, from === null, signal, from);
      const title = outcome.type === 'article' ? this.#tools.titleOf(outcome.article) : null;
      return { type: 'page', address, title, outcome };
    });
  }

  /** Fetches the page of an article that is here. */
  fetchWhole(article: ArticleId, address: Safe | null): readonly Message[] {
    const from = address ? say` from ${hostOf(address)}` : say``;
    return this.#fetch(say`Fetching the whole article${from}`, async (signal) => {
      const outcome = await this.#tools.desk.fetchWhole(article, signal);
      return { type: 'whole', article, address, title: this.#tools.titleOf(article), outcome };
    });
  }

  /** Asks one source for news, because the reader waits for it. Other rounds go on meanwhile. */
  refreshOne(source: Source): readonly Message[] {
    return this.#fetch(say`Refreshing ${source.name}`, (signal) => this.#round([source], true, () => {}, signal));
  }

  /** Asks sources for news: those that are due, or because it is `wanted` all of them. */
  refreshAll(sources: readonly Source[], wanted: boolean): readonly Message[] {
    return this.#begin('round', say`Refreshing`, wanted, async (signal, errand) => {
      const meter = this.#meter(errand);
      try {
        return await this.#round(sources, wanted, meter.advance, signal);
      } finally {
        meter.stop();
      }
    });
  }

  /** Gives an errand up. What it has filed stays. */
  cancel(errand: number): void {
    for (const { number, giveUp } of this.#lines.values()) if (number === errand) giveUp.abort();
  }

  /** Gives everything up, and sends nothing more. */
  close(): void {
    this.#isClosed = true;
    for (const { giveUp } of this.#lines.values()) giveUp.abort();
  }

  #fetch(about: Safe, work: (signal: AbortSignal) => Promise<Ending>): readonly Message[] {
    return this.#begin('fetch', about, true, work);
  }

  #begin(
    line: Errand['line'],
    about: Safe,
    wanted: boolean,
    work: (signal: AbortSignal, errand: number) => Promise<Ending>,
  ): readonly Message[] {
    this.#lines.get(line)?.giveUp.abort();
    const giveUp = new AbortController();
    const number = ++this.#last;
    this.#lines.set(line, { number, giveUp });
    void this.#run(number, () => work(giveUp.signal, number));
    return [{ type: 'errandBegan', errand: { number, line, about, wanted } }];
  }

  async #run(errand: number, work: () => Promise<Ending>): Promise<void> {
    const { after, send } = this.#tools;
    const forget = after(patience, () => send({ type: 'errandSlow', errand }));
    try {
      const ending = await endingOf(work);
      if (!this.#isClosed) send({ type: 'errandEnded', errand, ending });
    } finally {
      forget();
    }
  }

  async #round(
    sources: readonly Source[],
    wanted: boolean,
    progress: (round: Round) => void,
    signal: AbortSignal,
  ): Promise<Ending> {
    const feeds = sources.filter(({ kind }) => kind === 'feed');
    const folders = sources.filter(({ kind }) => kind === 'folder');
    const [fetched, ...read] = await Promise.all([
      feeds.length > 0 ? this.#tools.desk.refresh(feeds, wanted, progress, signal) : nothing,
      ...folders.map((folder) => this.#tools.takeFolder(folder)),
    ]);
    const round = read.reduce(
      (sum, { added, changed }) => ({ ...sum, added: sum.added + added, changed: sum.changed + changed }),
      fetched.value,
    );
    return { type: 'round', round, problems: [...fetched.problems, ...read.flatMap(({ problems }) => problems)] };
  }

  /** Reports of a round, a few a second however quickly it goes. */
  #meter(errand: number) {
    const { after, send } = this.#tools;
    let latest: Round | null = null;
    let shown = 0;
    let forget: (() => void) | null = null;
    const report = (): void => {
      forget = null;
      if (!latest) return;
      const news = latest.added + latest.changed;
      send({ type: 'roundAdvanced', errand, round: latest, grown: news > shown });
      shown = news;
    };
    return {
      advance: (round: Round): void => {
        latest = round;
        forget ??= after(every, report);
      },
      stop: (): void => forget?.(),
    };
  }
}

const nothing: Reading<Round> = {
  value: { asked: 0, done: 0, added: 0, changed: 0, unchanged: 0, failed: 0 },
  problems: [],
};

/** A library that cannot be written is told of; what is in it can be read on. */
async function endingOf(work: () => Promise<Ending>): Promise<Ending> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LibraryProblem) return { type: 'failed', why: error.problem.detail };
    throw error;
  }
}
