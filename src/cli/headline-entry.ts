import type { Safe } from '../text/index.ts';
import type { Entry, EntryKey, Instant } from '../news/index.ts';
import { bareEntry } from '../pages/index.ts';

/** What is known of an article besides its text. */
interface Known {
  readonly title: Safe;
  readonly address: Safe | null;
  readonly byline?: Safe | null;
  readonly published?: Instant | null;
  /** What it is known by. Without any, the library knows it by its address. */
  readonly keys?: readonly EntryKey[];
}

/** Returns an entry that is a headline alone: its text comes when it is opened, or with its feed. */
export function headlineEntry({ title, address, byline = null, published = null, keys = [] }: Known): Entry {
  return bareEntry({ title, address, byline, published, keys, fingerprint: `headline ${title}` });
}
