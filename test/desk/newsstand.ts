import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { openDesk, type DeskOptions } from '../../src/desk/index.ts';
import { openLibrary, type Library } from '../../src/library/index.ts';
import type { Article, ArticleId, Health, Source, Round } from '../../src/news/index.ts';
import { cleanLine } from '../../src/text/index.ts';
import { openWeb } from '../../src/web/index.ts';
import { serve } from '../web/servers.ts';

/** What a path of the server answers. */
export type Answers = Record<string, string | Uint8Array | RequestListener>;

/** Sunday, 1 March 2026, noon UTC. */
export const noon = Date.UTC(2026, 2, 1, 12);
export const minute = 60_000;

/** A server on this machine, a library on this disk and a desk between them, until the test is over. */
export async function openNewsstand(answers: Answers = {}, options: DeskOptions = {}) {
  const { port, asked } = await serve((request, response) => answerFrom(answers, request, response));
  const home = mkdtempSync(join(tmpdir(), 'newsstand-'));
  const { library } = openLibrary(home, noon);
  const clock = { now: noon };
  const web = openWeb({ userAgent: 'Reader/1', now: () => clock.now, environment: {} });
  const desk = openDesk(library, () => clock.now, { web: async () => web, ...options });
  onTestFinished(async () => {
    await desk.close();
    library.close();
    rmSync(home, { recursive: true, force: true });
  });
  const root = `http://127.0.0.1:${port}`;
  const keep = (path: string, more: Partial<Source> = {}): Source =>
    library.keepSource({ kind: 'feed', name: cleanLine(path.slice(1)), location: root + path, kept: true, ...more });
  const refresh = async (wanted = true, sources = library.sources(), signal = new AbortController().signal) => {
    const rounds: Round[] = [];
    const { value, problems } = await desk.refresh(sources, wanted, (round) => rounds.push(round), signal);
    return { ...value, rounds, says: problems.map(({ where, detail }) => `${where}: ${detail}`) };
  };
  return { answers, asked, home, library, clock, desk, root, keep, refresh, ...looking(library, asked) };
}

/** Ways to look at what came of it. */
function looking(library: Library, asked: readonly IncomingMessage[]) {
  const scope = () => library.sources().map(({ id }) => id);
  const rows = () =>
    library.headlines({ conditions: [], sort: 'newest' }, scope(), { from: 'start', limit: 5000 }).rows;
  return {
    titles: () =>
      rows()
        .map(({ title }): string => title)
        .toSorted((a, b) => a.localeCompare(b)),
    article: (title: string): Article => library.article(rows().find((row) => row.title === title)!.id)!,
    articleOf: (id: ArticleId): Article => library.article(id)!,
    paths: () => asked.map(({ url }) => url),
    healthOf: (source: Source): Health => library.health().find((one) => one.source === source.id)!,
    toldOf: (source: Source) =>
      library.problems([source.id]).map(({ kind, where, detail }) => `${kind} ${where}: ${detail}`),
  };
}

function answerFrom(answers: Answers, request: IncomingMessage, response: ServerResponse): void {
  const answer = answers[request.url ?? ''];
  if (answer === undefined) response.writeHead(404).end('nothing');
  else if (typeof answer === 'function') answer(request, response);
  else response.end(answer);
}

/** Returns a feed of RSS with entries of these titles. */
export function feed(titles: readonly string[], about = ''): string {
  const entries = titles.map(
    (title) =>
      `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><description>About ${title}.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>The Harbour</title>${about}${entries.join('')}</channel></rss>`;
}

/** Returns a page with an article of so many sentences. */
export function page(title: string, sentences = 60, head = '', after = ''): string {
  const text = Array.from(
    { length: sentences },
    (_, n) => `<p>Sentence ${n} tells in plain words what happened at the harbour, and why it did.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${text.join('')}</article>${after}</body></html>`;
}

/** Answers with a status and headers. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}, body = ''): RequestListener {
  return (_, response) => response.writeHead(code, headers).end(body);
}
