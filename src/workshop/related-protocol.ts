import type { Instant, Kind } from '../news/index.ts';
import {
  backgroundOf,
  neighboursOf,
  originalOf,
  profileOf,
  regroup,
  relatedTo,
  resolveTitle,
  storyFor,
  type Card,
  type Ref,
} from '../related/index.ts';
import { MemoryIndex } from './memory-index.ts';

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

/** Returns what answers requests over a library that is empty at first. `memory` tells the bytes the process takes. */
export function answering(memory: () => number): (request: Request) => object {
  const desk = new Desk();
  return (request) => {
    switch (request.op) {
      case 'add':
        for (const doc of request.docs ?? []) desk.add(doc);
        return { ok: true };
      case 'related':
        return { ids: desk.related(request.id ?? '', request.limit ?? 10, request.before ?? false) };
      case 'background':
        return { ids: desk.background(request.id ?? '', request.limit ?? 10) };
      case 'stories':
        return { stories: desk.stories() };
      case 'duplicates':
        return { duplicates: desk.duplicates() };
      case 'resolve':
        return desk.resolve(request.text ?? '', request.date ?? null);
      case 'stats':
        return { rssMB: Math.round(memory() / 1e6) };
      default:
        return { error: `${request.op} is not known` };
    }
  };
}

class Desk {
  readonly #index = new MemoryIndex();
  readonly #refs = new Map<string, Ref>();
  /** By reference. */
  readonly #ids: string[] = [];
  readonly #copies = new Map<Ref, Ref>();

  add(doc: Doc): void {
    const known = this.#refs.get(doc.id);
    if (known === undefined) this.#file(doc);
    const article = this.#refs.get(doc.id)!;
    if (doc.links)
      this.#index.link(
        article,
        doc.links.flatMap(({ to }) => this.#refs.get(to) ?? []),
      );
  }

  related(id: string, limit: number, past: boolean): readonly string[] {
    return relatedTo(this.#card(id), this.#index, { limit, past }).map(({ card }) => this.#ids[card.article]!);
  }

  background(id: string, limit: number): readonly string[] {
    const found = backgroundOf(this.#card(id), this.#index, { limit: Infinity });
    // The protocol knows as backgrounders only what is filed as one, and not the news that explains.
    const backgrounders = found.filter(({ card }) => card.kind === 'backgrounder').slice(0, limit);
    return backgrounders.map(({ card }) => this.#ids[card.article]!);
  }

  /** The stories of all articles, grouped anew. */
  stories(): Record<string, string> {
    const stories = regroup(this.#index.all(), this.#index, new Set());
    return Object.fromEntries(
      stories.flatMap(({ members }, story) => members.map((article) => [this.#ids[article]!, `s${story}`])),
    );
  }

  duplicates(): Record<string, string> {
    return Object.fromEntries(
      Array.from(this.#copies, ([article, original]) => [this.#ids[article]!, this.#ids[original]!]),
    );
  }

  resolve(text: string, date: string | null): { readonly id: string | null; readonly sure: boolean } {
    const meant = resolveTitle({ text, published: instantOf(date), from: null }, this.#index);
    return { id: meant && this.#ids[meant.article]!, sure: meant?.sure ?? false };
  }

  /** Files an article as the reader's desk does: its profile, its neighbours, whether it is a copy, and its story. */
  #file(doc: Doc): void {
    const published = instantOf(doc.date);
    const profile = profileOf(doc, this.#index);
    const subject = { ...profile, article: null, published, story: null };
    const neighbours = neighboursOf(subject, this.#index);
    const original = originalOf(subject, neighbours);
    const story = storyFor(subject, neighbours, this.#index);
    const article = this.#index.file({ kind: doc.kind, published, profile });
    this.#index.join(article, story ?? article);
    if (original) this.#copies.set(article, original.article);
    this.#refs.set(doc.id, article);
    this.#ids.push(doc.id);
  }

  #card(id: string): Card {
    return this.#index.cards([this.#refs.get(id) ?? -1])[0]!;
  }
}

const instantOf = (date: string | null): Instant | null => (date === null ? null : Date.parse(date));
