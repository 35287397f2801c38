import { titleKey } from '../../src/news/index.ts';
import {
  lengthOf,
  type Card,
  type Holder,
  type Index,
  type Profile,
  type Ref,
  type StoryRef,
} from '../../src/related/index.ts';

/** What is filed with a profile. */
export type Filed = Pick<Card, 'kind' | 'published'> & { readonly profile: Profile };

/** Vectors are weighed anew when the library has grown by so much since. */
const growth = 1.3;

/** An index that keeps everything in memory, for tests. */
export class MemoryIndex implements Index {
  readonly #cards: Card[] = [];
  readonly #counts = new Map<number, number>();
  readonly #lists = new Map<number, Holder[]>();
  readonly #out = new Map<Ref, readonly Ref[]>();
  readonly #into = new Map<Ref, Set<Ref>>();
  readonly #stories = new Map<StoryRef, Ref[]>();
  readonly #titles = new Map<string, Ref[]>();
  #sorted: readonly string[] | null = null;
  #weighedAt = 0;

  /** Files an article under the next reference, and returns that. */
  file({ kind, published, profile }: Filed): Ref {
    const article = this.#cards.length;
    const { title, explains, words, vector, length, sketch } = profile;
    this.#cards.push({ article, title, kind, explains, published, words, vector, length, sketch, story: null });
    for (const key of profile.counted) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    for (const { key, strength } of profile.posted)
      this.#lists.set(key, [{ article, strength }, ...(this.#lists.get(key) ?? [])]);
    const key = titleKey(title);
    this.#titles.set(key, [...(this.#titles.get(key) ?? []), article]);
    this.#sorted = null;
    if (this.#cards.length > this.#weighedAt * growth + 20) this.weighAnew();
    return article;
  }

  /** Gives every card the length that its vector has in the library of now. */
  weighAnew(): void {
    for (const [article, card] of this.#cards.entries())
      this.#cards[article] = { ...card, length: lengthOf(card.vector, this) };
    this.#weighedAt = this.#cards.length;
  }

  /** Replaces the links of an article. */
  link(article: Ref, targets: readonly Ref[]): void {
    for (const target of this.#out.get(article) ?? []) this.#into.get(target)?.delete(article);
    const out = [...new Set(targets)].filter((target) => target !== article);
    this.#out.set(article, out);
    for (const target of out) this.#into.set(target, (this.#into.get(target) ?? new Set()).add(article));
  }

  /** Puts an article into a story. */
  join(article: Ref, story: StoryRef): void {
    const card = this.#cards[article]!;
    const before = card.story === null ? [] : (this.#stories.get(card.story) ?? []);
    if (card.story !== null)
      this.#stories.set(
        card.story,
        before.filter((member) => member !== article),
      );
    this.#cards[article] = { ...card, story };
    this.#stories.set(story, [...(this.#stories.get(story) ?? []), article]);
  }

  articles(): number {
    return this.#cards.length;
  }

  frequencies(keys: readonly number[]): readonly number[] {
    return keys.map((key) => this.#counts.get(key) ?? 0);
  }

  holders(key: number, limit: number): readonly Holder[] {
    return (this.#lists.get(key) ?? []).slice(0, limit);
  }

  cards(articles: readonly Ref[]): readonly Card[] {
    return articles.map((article) => this.#cards[article]).filter((card) => card !== undefined);
  }

  linksFrom(article: Ref): readonly Ref[] {
    return this.#out.get(article) ?? [];
  }

  linksTo(article: Ref): readonly Ref[] {
    return [...(this.#into.get(article) ?? [])];
  }

  members(story: StoryRef): readonly Ref[] {
    return this.#stories.get(story) ?? [];
  }

  /** The cards of all articles. */
  all(): readonly Card[] {
    return this.#cards;
  }

  titled(key: string): readonly Ref[] {
    return this.#titles.get(key) ?? [];
  }

  titledFrom(beginning: string, limit: number): readonly Ref[] {
    this.#sorted ??= [...this.#titles.keys()].sort();
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < beginning) low = middle + 1;
      else high = middle;
    }
    const found: Ref[] = [];
    for (const key of this.#sorted.slice(low, low + limit))
      if (key.startsWith(beginning)) found.push(...this.titled(key));
    return found.slice(0, limit);
  }
}
