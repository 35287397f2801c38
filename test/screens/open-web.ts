import { say, type Safe } from '../../src/text/index.ts';
import type { Entry, Health, Source, SourceId, Found, PageOutcome, Round } from '../../src/news/index.ts';
import type { Size } from '../../src/loop/index.ts';
import type { Library } from '../../src/library/index.ts';
import { bareEntry } from '../../src/pages/index.ts';
import type { Newsdesk } from '../../src/app/newsdesk.ts';
import { stage, type Stage } from './stage.ts';

/** Friday 20 November 2026, noon: the stage's own time. */
const now = Date.UTC(2026, 10, 20, 12);
const hour = 3_600_000;
const day = 24 * hour;

/** A stage on which feeds are kept, one of which fails, and the web answers when and what the test says. */
export interface WebStage extends Stage {
  /** What the web is asked for and has not answered yet, as `openPage https://…`. */
  asked(): readonly string[];
  /** Has the web answer what was asked first, and lets that pass. */
  answers(answer: unknown): Promise<this>;
  /** Tells of a round how far it is. */
  advances(round: Partial<Round>): Promise<this>;
  /** Files a page as the desk does, under the site that it is of. */
  files(entry: Partial<Entry>): PageOutcome;
}

/** Opens the stage in a window of its own size. */
export function webStage(size?: Size): WebStage {
  const waiting: { readonly what: string; readonly resolve: (answer: unknown) => void }[] = [];
  let progress: (round: Round) => void = () => {};
  const ask = <Answer>(what: string, signal: AbortSignal, cancelled: Answer): Promise<Answer> =>
    new Promise((resolve) => {
      waiting.push({ what, resolve: resolve as (answer: unknown) => void });
      signal.addEventListener('abort', () => {
        waiting.splice(0, waiting.length, ...waiting.filter((one) => one.resolve !== resolve));
        resolve(cancelled);
      });
    });
  const nobody: Round = { asked: 0, done: 0, added: 0, changed: 0, unchanged: 0, failed: 0 };
  const desk: Partial<Newsdesk> = {
    find: (address, signal) => ask<Found>(`find ${address}`, signal, { type: 'cancelled' }),
    keepFeed: ({ address }, signal) => ask(`keepFeed ${address}`, signal, { value: null, problems: [] }),
    openPage: (address, typed, signal) =>
      ask<PageOutcome>(`openPage ${address}${typed ? ' typed' : ''}`, signal, { type: 'cancelled' }),
    fetchWhole: (article, signal) => ask<PageOutcome>(`fetchWhole ${article}`, signal, { type: 'cancelled' }),
    refresh: (sources, wanted, told, signal) => {
      progress = told;
      const names = sources.map(({ name }) => name).join(', ');
      return ask(`refresh ${names}${wanted ? '' : ' if due'}`, signal, { value: nobody, problems: [] });
    },
  };
  const reader = stage(size, (library) => {
    fill(library);
    return desk;
  });
  const self: WebStage = Object.assign(reader, {
    asked: () => waiting.map(({ what }) => what),
    async answers(answer: unknown) {
      waiting.shift()?.resolve(answer);
      await reader.waits();
      return self;
    },
    async advances(round: Partial<Round>) {
      progress({ ...nobody, ...round });
      await reader.waits(1000);
      return self;
    },
    files: (entry: Partial<Entry>) => filePage(reader.library, entry),
  });
  return self;
}

/** Returns a source of the stage by its name. */
export function sourceNamed(library: Library, name: string): Source {
  const source = library.sources().find((one) => one.name === name);
  if (!source) throw new Error(`There is no source ${name}.`);
  return source;
}

/** Returns what a feed says of an article, with what the test does not say made up. */
export function entryOf(entry: Partial<Entry> & Pick<Entry, 'title'>): Entry {
  const body = entry.body ?? [paragraph(say`This is how it begins.`)];
  return bareEntry({
    published: now - day,
    words: 20,
    keys: [{ value: entry.address ?? entry.title, everywhere: true }],
    fingerprint: `${entry.title} ${JSON.stringify(body)}`,
    ...entry,
    body,
  });
}

/** Returns a paragraph, with a link over its last words if one is named. */
export function paragraph(text: Safe, linked?: Safe): Entry['body'][number] {
  return { type: 'paragraph', spans: linked ? [{ text: say`${text} ` }, { text: linked, link: 0 }] : [{ text }] };
}

/** The article of the feed that the tests open: an excerpt, with a link to a page that is not here. */
export const excerpt = entryOf({
  title: say`Council votes on the new ferry`,
  address: say`https://gazette.example/ferry`,
  published: now - hour,
  body: [
    paragraph(say`The council votes tonight on a second ferry. What it costs is told in`, say`the harbour report`),
    paragraph(say`The vote is expected after nine…`),
  ],
  links: [{ relation: 'inline', text: say`the harbour report`, address: say`https://harbour.example/report` }],
});

function fill(library: Library): void {
  const gazette = library.keepSource({
    kind: 'feed',
    name: say`Port Gazette`,
    location: 'https://gazette.example/feed.xml',
    kept: true,
    tags: [say`harbour`, say`north`],
  });
  library.file(gazette.id, [excerpt, ...weekly(say`gazette`, [3, 1, 4, 2, 0, 5, 2, 6])], now);
  const daily = library.keepSource({
    kind: 'feed',
    name: say`Northport Daily`,
    location: 'https://daily.example/rss',
    kept: true,
  });
  library.file(daily.id, weekly(say`daily`, [1, 1, 1, 0, 0, 0, 0, 0]), now);
  const post = library.keepSource({
    kind: 'feed',
    name: say`Harbour Post`,
    location: 'https://post.example/atom',
    kept: true,
    paused: true,
  });
  library.noteHealth(healthOf(gazette.id, { fetched: now - 2 * hour, site: say`https://gazette.example/` }));
  library.noteHealth(
    healthOf(daily.id, {
      fetched: now - 17 * day,
      failures: 12,
      failingSince: now - 17 * day,
      why: say`There is no host named daily.example. Look whether the address is spelled right.`,
    }),
  );
  library.noteHealth(healthOf(post.id, { fetched: now - 30 * day }));
}

/** Articles by the week, the oldest week first. */
function weekly(name: Safe, counts: readonly number[]): readonly Entry[] {
  return counts.flatMap((count, week) =>
    Array.from({ length: count }, (_, index) =>
      entryOf({
        title: say`${name} ${week + 1}.${index + 1}`,
        address: say`https://${name}.example/${week}/${index}`,
        published: now - (counts.length - week - 1) * 7 * day - (index + 2) * hour,
      }),
    ),
  );
}

function healthOf(source: SourceId, health: Partial<Health>): Health {
  return {
    source,
    tried: now - hour,
    fetched: null,
    notBefore: null,
    failures: 0,
    failingSince: null,
    why: null,
    gone: false,
    etag: null,
    lastModified: null,
    digest: null,
    movedTo: null,
    movedReads: 0,
    site: null,
    ...health,
  };
}

function filePage(library: Library, entry: Partial<Entry>): PageOutcome {
  const whole = entryOf({
    title: say`The harbour report`,
    address: say`https://harbour.example/report`,
    body: [paragraph(say`The harbour has two quays, and one of them is old.`)],
    ...entry,
  });
  const site = library.keepSource({
    kind: 'page',
    name: say`Harbour Office`,
    location: 'https://harbour.example/',
    kept: false,
  });
  const [article] = library.file(site.id, [whole], now).added;
  if (!article) throw new Error('The page was here already.');
  return { type: 'article', article, wall: null };
}
