import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId } from '../news/index.ts';
import type { Ref } from '../related/index.ts';
import type { CardIndex } from './card-index.ts';
import type { Connected, Connections } from './connections.ts';
import { headlinesByKey } from './headlines-by-key.ts';
import { group, keepCard, pass, pinned, ungrouped } from './keeping-cards.ts';
import { merge } from './merging.ts';
import { readable, waiting } from './reading.ts';
import { one } from './statements.ts';
import { freshIn, gather, pinsOf } from './stories.ts';
import { hoping, keepMeant, openTitles } from './title-links.ts';
import { weighAnew } from './weighing.ts';

/** How a piece of work on the library is made one that speaks plainly of trouble. */
type Plainly = <Given extends readonly unknown[], Result>(
  work: (db: DatabaseSync, ...given: Given) => Result,
) => (...given: Given) => Result;

/** Returns what whoever connects articles works with. */
export function connectionsOf(index: CardIndex, plainly: Plainly): Connections {
  return {
    still: (work) => index.still(work),
    refOf: plainly(refOf),
    headlines: plainly(headlinesByKey),
    waiting: plainly(waiting),
    read: plainly(readable),
    keep: plainly((db, connected: Connected) => keepCard(db, index, connected)),
    pass: plainly(pass),
    openTitles: plainly(openTitles),
    hoping: plainly(hoping),
    keepMeant: plainly(keepMeant),
    tend: plainly((db, pace: 'busy' | 'idle') => tend(db, index, pace)),
    ungrouped: plainly(ungrouped),
    pinned: plainly(pinned),
    pinsOf: plainly(pinsOf),
    freshIn: plainly(freshIn),
    gather: plainly(gather),
    group: plainly((db, stories: Parameters<Connections['group']>[0]) => group(db, index, stories)),
  };
}

function refOf(db: DatabaseSync, article: ArticleId): Ref | null {
  const key = one(db, 'SELECT key FROM articles WHERE id = ?', article)?.['key'];
  return key === undefined ? null : Number(key);
}

function tend(db: DatabaseSync, index: CardIndex, pace: 'busy' | 'idle'): boolean {
  const isMerging = merge(db, index, pace);
  return weighAnew(db, index) || isMerging;
}
