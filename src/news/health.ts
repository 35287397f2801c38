import type { Safe } from '../text/index.ts';
import type { Instant, SourceId } from './article.ts';

/** How it has gone with asking a source for news, and what is sent along the next time. */
export interface Health {
  readonly source: SourceId;
  /** When it was last asked, and when it last answered as it should. */
  readonly tried: Instant | null;
  readonly fetched: Instant | null;
  /** Not to be asked again before this, unless the reader wants it. */
  readonly notBefore: Instant | null;
  /** Times in a row that it failed, since when, and why in words. */
  readonly failures: number;
  readonly failingSince: Instant | null;
  readonly why: Safe | null;
  /** Whether its server said that it has left for good. */
  readonly gone: boolean;
  /** What the last answer carried. Sent back as they are, never shown. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** A hash of the last document: the same bytes need not be read again. */
  readonly digest: string | null;
  /** Where permanent redirects led, and how many times in a row a feed was read there. */
  readonly movedTo: Safe | null;
  readonly movedReads: number;
  /** The web site that it belongs to. */
  readonly site: Safe | null;
}
