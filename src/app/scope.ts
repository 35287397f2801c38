import type { Source, SourceId } from '../news/index.ts';
import { isListed } from '../library/index.ts';
import { contentFolder } from './home.ts';

/**
 * The sources whose articles are listed: those that were named when the program was called, or else those of the library as
 * it is now, for it grows while it is read. While nothing is kept, they are the articles that come with the program.
 */
export class Scope {
  readonly #sources: () => readonly Source[];
  readonly #isLibrary: boolean;
  #named: readonly SourceId[];
  #ids: readonly SourceId[] | null = null;

  constructor(named: readonly SourceId[], sources: () => readonly Source[]) {
    this.#named = named;
    this.#sources = sources;
    const all = sources();
    const kept = all.filter((source) => source.kept);
    const others = all.filter((source) => named.includes(source.id) && !isListed(source));
    this.#isLibrary =
      kept.length > 0
        ? kept.every(({ id }) => named.includes(id)) && others.length === 0
        : others.some(({ location }) => location === contentFolder());
  }

  /** Under which the session is kept: a folder that was opened in passing does not disturb the library's. */
  get session(): string {
    if (!this.#isLibrary) return `on ${[...this.#named].sort().join(' ')}`;
    return this.#sources().some((source) => source.kept) ? 'library' : 'shipped';
  }

  get ids(): readonly SourceId[] {
    return (this.#ids ??= this.#isLibrary ? this.#ofLibrary() : this.#named);
  }

  /** Lists a source from now on. */
  add(source: SourceId): void {
    if (!this.#named.includes(source)) this.#named = [...this.#named, source];
    this.changed();
  }

  /** Sources have come or gone. */
  changed(): void {
    this.#ids = null;
  }

  #ofLibrary(): readonly SourceId[] {
    const all = this.#sources();
    const hasKept = all.some((source) => source.kept);
    return all
      .filter((source) => isListed(source) || (!hasKept && this.#named.includes(source.id)))
      .map(({ id }) => id);
  }
}
