import type { Entry, Instant, Problem, SourceId } from '../news/index.ts';
import type { Filing } from '../catalog/index.ts';
import type { Stretch } from './connect.ts';
import type { KnownFile, SharedTurns, Trouble } from '../library/index.ts';
import type { Copy, FeedAbout, Look, Sheet } from './copy.ts';
import type { Delivery, Filed } from './file-sheets.ts';
import type { Inspection, Paper } from './paper.ts';

/** What the desk asks of its worker: one thing at a time. */
export type Order =
  | {
      readonly type: 'scan';
      readonly root: string;
      readonly known: readonly KnownFile[];
      /** Paths to be read as plain text, and paths to be left out. */
      readonly plain: readonly string[];
      readonly skip: readonly string[];
      /** Folders that belong to another source. */
      readonly without: readonly string[];
      /** The only paths to be read, or null for all. */
      readonly only: readonly string[] | null;
      /** Folders below the root that are gone into. */
      readonly depth: number | null;
    }
  | {
      readonly type: 'inspect';
      readonly paper: Paper;
      /** Whether it broke the worker before, and is not to be parsed. */
      readonly plain: boolean;
    }
  | { readonly type: 'take'; readonly sheet: Sheet; readonly look: Look }
  /** To connect some of the articles of the library in the folder that wait for it, in turns with who has it open already. */
  | {
      readonly type: 'connect';
      readonly folder: string;
      readonly turns: SharedTurns;
      /** Sources of which articles are connected with none. */
      readonly apart: readonly SourceId[];
      readonly at: Instant;
    }
  /** To be filed in the library in the folder, in turns with who has it open already. */
  | {
      readonly type: 'file';
      readonly folder: string;
      readonly turns: SharedTurns;
      readonly deliveries: readonly Delivery[];
      readonly at: Instant;
    };

/** What the desk tells its worker while it works: the last batch is filed, send the next. */
export interface Onward {
  readonly type: 'onward';
}

/**
 * What the worker reports. After `entries`, `gone` and `part` it goes on reading, but sends no more before it is told to. Which
 * delivery it files, or which article it connects, it tells by what it shares with the desk.
 */
export type Report =
  | { readonly type: 'begun'; readonly path: string }
  | { readonly type: 'resting' }
  | { readonly type: 'entries'; readonly entries: readonly Filing[]; readonly problems: readonly Problem[] }
  | { readonly type: 'gone'; readonly paths: readonly string[] }
  | { readonly type: 'done'; readonly files: number; readonly problems: readonly Problem[] }
  | { readonly type: 'inspected'; readonly inspection: Inspection; readonly problems: readonly Problem[] }
  /** Entries of a feed that has more. */
  | { readonly type: 'part'; readonly about: FeedAbout; readonly entries: readonly Entry[] }
  | { readonly type: 'taken'; readonly copy: Copy }
  /** What is in the library now of some deliveries. */
  | { readonly type: 'received'; readonly receipts: readonly Filed[] }
  | { readonly type: 'refused'; readonly trouble: Trouble; readonly file: string }
  | { readonly type: 'allReceived' }
  | ({ readonly type: 'connected' } & Stretch);

/** Tells whether the worker waits to be told to go on. */
export function isAwaited({ type }: Report): boolean {
  return type === 'entries' || type === 'gone' || type === 'part';
}

/** Reports that end an order. */
export type Ending = Extract<Report, { type: 'done' | 'inspected' | 'taken' | 'allReceived' | 'connected' }>;

export function isEnding(report: Report): report is Ending {
  return endings.has(report.type);
}

const endings: ReadonlySet<Report['type']> = new Set([
  'done',
  'inspected',
  'taken',
  'allReceived',
  'connected',
] satisfies Ending['type'][]);
