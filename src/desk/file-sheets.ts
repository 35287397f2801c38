import type { ArticleId, Entry, Health, Instant, Problem, Source, SourceId } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import type { Freshness } from '../web/index.ts';
import type { Copy, FeedCopy, OtherCopy, PageCopy, Sheet } from './copy.ts';
import { note } from './noting.ts';
import type { Part, take } from './take.ts';
import { readingProblems } from './told.ts';

/** A sheet that came from a feed, and what is to be noted of the feed once it is filed. */
export interface Delivery {
  readonly source: Source;
  readonly sheet: Sheet;
  readonly before: Health | null;
  readonly fresh: Freshness;
  /** Of the sheet's bytes: by it the same ones are known again. */
  readonly digest: string;
}

/** What came of a delivery: of a feed, what is in the library now. Of anything else nothing is filed. */
export type Receipt = FiledFeed | PageCopy | OtherCopy;

export interface FiledFeed {
  readonly format: 'feed';
  readonly added: readonly ArticleId[];
  readonly changed: number;
  /** With the feed, and with what was filed. */
  readonly problems: readonly Problem[];
}

/** With what deliveries are filed. */
export interface Desktop {
  readonly library: Library;
  readonly clock: () => Instant;
  readonly take: (...given: Parameters<typeof take>) => ReturnType<typeof take> | Promise<ReturnType<typeof take>>;
  /** Is told which delivery is read from now on, by its place among all, and that none is. */
  readonly begin: (place: number) => void;
  readonly rest: () => void;
}

/** Entries that are filed together, and the words in them: each change costs a little, whatever is in it. */
const handful = { entries: 160, words: 60_000 };
/** How long entries may be filed in one change, in milliseconds: meanwhile other programs wait. One that waits here ends it sooner. */
const longest = 25;

/** Reads deliveries and files them, a few in one change of the library, with what is noted of their feeds. Yields receipts once they are on disk. */
export async function* fileSheets(deliveries: readonly Delivery[], desktop: Desktop): AsyncGenerator<readonly Filed[]> {
  const heap = new Heap(desktop);
  for (const [place, delivery] of deliveries.entries()) {
    desktop.begin(place);
    const parts = await desktop.take(delivery.sheet, { wanted: 'feed', at: desktop.clock() });
    for (;;) {
      const { done, value } = await parts.next();
      heap.lay(place, delivery, done ? value : { format: 'part', ...value });
      if (heap.isFull) {
        yield* heap.file();
        desktop.begin(place);
      }
      if (done) break;
    }
  }
  yield* heap.file();
}

/** What came of the delivery at a place among all. */
export interface Filed {
  readonly place: number;
  readonly receipt: Receipt;
}

/** Files a part of a delivery. Returns what came of the delivery, once it is the last part. */
type Work = () => Filed | null;

type Laid = Copy | ({ readonly format: 'part' } & Part);

/** What was read and is not filed yet, and what filing each delivery has done so far. */
class Heap {
  readonly #desktop: Desktop;
  #works: Work[] = [];
  #entries = 0;
  #words = 0;
  readonly #done = new Map<number, FiledFeed>();

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
  }

  get isFull(): boolean {
    return this.#entries >= handful.entries || this.#words >= handful.words;
  }

  lay(place: number, delivery: Delivery, laid: Laid): void {
    if (laid.format === 'part' || laid.format === 'feed') {
      for (const { words } of laid.entries) this.#words += words;
      this.#entries += laid.entries.length;
    }
    this.#works.push(() => this.#fileOne(place, delivery, laid));
  }

  /** Files all that was laid here, as one change, or as several where others wait to make theirs. */
  *file(): Generator<readonly Filed[]> {
    const works = this.#works;
    this.#works = [];
    this.#entries = 0;
    this.#words = 0;
    if (works.length > 0) this.#desktop.rest();
    while (works.length > 0) yield this.#desktop.library.together(() => this.#someOf(works));
  }

  #someOf(works: Work[]): readonly Filed[] {
    const { library } = this.#desktop;
    const filed: Filed[] = [];
    const end = performance.now() + longest;
    do {
      const done = works.shift()!();
      if (done !== null) filed.push(done);
    } while (works.length > 0 && !library.isWanted() && performance.now() < end);
    return filed;
  }

  #fileOne(place: number, delivery: Delivery, laid: Laid) {
    if (laid.format !== 'part' && laid.format !== 'feed') return { place, receipt: laid };
    this.#fileEntries(place, delivery.source.id, laid.entries);
    return laid.format === 'feed' ? { place, receipt: this.#receipt(place, delivery, laid) } : null;
  }

  #fileEntries(place: number, source: SourceId, entries: readonly Entry[]): void {
    const { library, clock } = this.#desktop;
    const { added, changed, problems } = this.#done.get(place) ?? nothing;
    const filed = library.file(source, entries, clock());
    this.#done.set(place, {
      format: 'feed',
      added: [...added, ...filed.added],
      changed: changed + filed.changed.length,
      problems: [...problems, ...filed.problems],
    });
  }

  #receipt(place: number, { source, before, fresh, digest }: Delivery, { about, torn, problems }: FeedCopy): FiledFeed {
    const filed = this.#done.get(place) ?? nothing;
    const answer = { type: 'read', fresh, about, digest, torn } as const;
    const reading = readingProblems(source, problems);
    const told = note(this.#desktop, { source, before, answer, reading });
    return { ...filed, problems: [...told, ...filed.problems] };
  }
}

const nothing: FiledFeed = { format: 'feed', added: [], changed: 0, problems: [] };
