import type { Safe } from '../text/index.ts';
import type { Query, SmartList } from '../news/index.ts';
import { muting, type When } from '../query/index.ts';
import type { Shelf } from '../loop/index.ts';
import { allLists, muteRules, withQuery } from './own-lists.ts';
import type { Settings } from './settings.ts';

type Kept = Pick<Settings, Shelf>;

/** The reader's lists and rules while the program runs: days and ages in them count from now. */
export class OwnQueries {
  #kept: Kept;
  readonly #when: () => When;
  readonly #save: (shelf: Shelf, value: Kept[Shelf]) => void;

  constructor(kept: Kept, when: () => When, save: (shelf: Shelf, value: Kept[Shelf]) => void) {
    this.#kept = kept;
    this.#when = when;
    this.#save = save;
  }

  lists(): readonly SmartList[] {
    return allLists(this.#kept, this.#when());
  }

  rules(): readonly SmartList[] {
    return muteRules(this.#kept, this.#when());
  }

  /** Returns the query without what the rules hide, unless it asks for that itself. */
  shown(query: Query): Query {
    return muting(
      query,
      this.rules().map((rule) => rule.query),
    );
  }

  /** Keeps a query under a name, or takes the name away. */
  keep(shelf: Shelf, name: Safe, query: Query | null, was?: Safe): void {
    const value = withQuery(this.#kept[shelf], name, query, was);
    this.#kept = { ...this.#kept, [shelf]: value };
    this.#save(shelf, value);
  }
}
