import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressKey, type ArticleId, type Entry, type Instant, type Kind, type Source } from '../news/index.ts';
import { cleanLine } from '../text/index.ts';
import { connectSome, connectWaiting, groupAnew } from '../desk/connect.ts';
import { openLibrary, type Library } from '../library/index.ts';
import { bareEntry } from '../pages/bare-entry.ts';
import {
  backgroundOf,
  neighboursOf,
  originalOf,
  relatedTo,
  resolveTitle,
  type Card,
  type Ref,
} from '../related/index.ts';

interface Doc {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly date: string | null;
  readonly kind: Kind;
  readonly links?: readonly { readonly to: string }[];
}

/** A request of the protocol; which of the rest is there depends on `op`. */
export interface Request {
  readonly op: string;
  readonly docs?: readonly Doc[];
  readonly id?: string;
  readonly limit?: number;
  readonly before?: boolean;
  readonly text?: string;
  readonly date?: string | null;
}

/** What answers requests over a library of its own, which is gone when it is closed. */
export interface Answering {
  answer(request: Request): object;
  close(): void;
}

/** Opens a library that is empty at first. `memory` tells the bytes the process takes. */
export function answering(memory: () => number): Answering {
  const folder = mkdtempSync(join(tmpdir(), 'alsosee-related-'));
  const { library } = openLibrary(folder, 0);
  const newsroom = new Newsroom(library);
  return {
    answer: (request) =>
      request.op === 'add' || request.op === 'stories' || request.op === 'stats'
        ? answerTo(newsroom, request, memory)
        : library.connections.still(() => answerTo(newsroom, request, memory)),
    close() {
      library.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function answerTo(newsroom: Newsroom, request: Request, memory: () => number): object {
  switch (request.op) {
    case 'add':
      newsroom.add(request.docs ?? []);
      return { ok: true };
    case 'related':
      return { ids: newsroom.related(request.id ?? '', request.limit ?? 10, request.before ?? false) };
    case 'background':
      return { ids: newsroom.background(request.id ?? '', request.limit ?? 10) };
    case 'stories':
      return { stories: newsroom.stories() };
    case 'duplicates':
      return { duplicates: newsroom.duplicates() };
    case 'resolve':
      return newsroom.resolve(request.text ?? '', request.date ?? null);
    case 'stats':
      newsroom.rest();
      return { rssMB: Math.round(memory() / 1e6) };
    default:
      return { error: `${request.op} is not known` };
  }
}

/** Articles that are grouped at once for a score: all of most sets. */
const grouped = 5000;
/** Articles filed in one change. */
const handful = 40;

/** Files articles and connects them as the reader's desk does, and answers by the same index. */
class Newsroom {
  readonly #library: Library;
  readonly #source: Source;
  readonly #refs = new Map<string, Ref>();
  readonly #ids = new Map<Ref, string>();

  constructor(library: Library) {
    this.#library = library;
    this.#source = library.keepSource({ kind: 'feed', name: cleanLine('Set'), location: addressOf(''), kept: true });
  }

  add(docs: readonly Doc[]): void {
    for (let start = 0; start < docs.length; start += handful) {
      const some = docs.slice(start, start + handful);
      const known = some.filter(({ id }) => !this.#refs.has(id));
      const { added } = this.#library.file(this.#source.id, some.map(entryOf), 0);
      for (const [place, article] of added.entries()) this.#note(known[place]!.id, article);
    }
    while (connectWaiting(this.#library, { begin: () => undefined, isApart: () => false }, Infinity) > 0);
  }

  /** Does what the desk does when no article waits. */
  rest(): void {
    while (connectSome(this.#library, { begin: () => undefined, rest: () => undefined, isApart: () => false }).more);
  }

  related(id: string, limit: number, past: boolean): readonly string[] {
    return this.#told(relatedTo(this.#card(id), this.#library.index, { limit, past }).map(({ card }) => card.article));
  }

  background(id: string, limit: number): readonly string[] {
    const found = backgroundOf(this.#card(id), this.#library.index, { limit: Infinity });
    // The protocol knows as backgrounders only what is filed as one, and not the news that explains.
    const backgrounders = found.filter(({ card }) => card.kind === 'backgrounder').slice(0, limit);
    return this.#told(backgrounders.map(({ card }) => card.article));
  }

  /** The stories of all articles, grouped anew. */
  stories(): Record<string, string> {
    groupAnew(this.#library, { most: grouped, enough: 0 });
    return Object.fromEntries(Array.from(this.#refs.keys(), (id) => [id, `s${this.#card(id).story}`]));
  }

  duplicates(): Record<string, string> {
    const { index } = this.#library;
    const pairs = Array.from(this.#refs.keys(), (id) => {
      const card = this.#card(id);
      return [id, originalOf(card, neighboursOf(card, index))] as const;
    });
    return Object.fromEntries(
      pairs.flatMap(([id, original]) => (original ? [[id, this.#ids.get(original.article)!]] : [])),
    );
  }

  resolve(text: string, date: string | null): { readonly id: string | null; readonly sure: boolean } {
    const meant = resolveTitle({ text, published: instantOf(date), from: null }, this.#library.index);
    return { id: meant && this.#ids.get(meant.article)!, sure: meant?.sure ?? false };
  }

  #note(id: string, article: ArticleId): void {
    const ref = this.#library.connections.refOf(article)!;
    this.#refs.set(id, ref);
    this.#ids.set(ref, id);
  }

  #card(id: string): Card {
    return this.#library.index.cards([this.#refs.get(id) ?? -1])[0]!;
  }

  #told(articles: readonly Ref[]): readonly string[] {
    return articles.map((article) => this.#ids.get(article)!);
  }
}

const addressOf = (id: string): string => `https://set.example/${encodeURIComponent(id)}`;

function entryOf(doc: Doc): Entry {
  const address = addressOf(doc.id);
  const lines = doc.body.split('\n').filter((line) => line.trim() !== '');
  return bareEntry({
    kind: doc.kind,
    title: cleanLine(doc.title),
    published: instantOf(doc.date),
    address: cleanLine(address),
    links: (doc.links ?? []).map(({ to }) => ({
      relation: 'inline',
      text: cleanLine('here'),
      address: cleanLine(addressOf(to)),
    })),
    body: lines.map((line) => ({ type: 'paragraph', spans: [{ text: cleanLine(line) }] })),
    words: doc.body.split(/\s+/).length,
    keys: [{ value: `at ${addressKey(address)}`, everywhere: true }],
    fingerprint: JSON.stringify(doc),
  });
}

const instantOf = (date: string | null): Instant | null => (date === null ? null : Date.parse(date));
