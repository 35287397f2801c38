import type { Safe } from '../text/index.ts';
import type { Instant } from '../news/index.ts';

/** An address to be asked for, and what is known of it. */
export interface WebRequest {
  readonly address: string;
  /**
   * Whether the host may lie inside this machine's own network: only where the reader typed the address and agreed to that.
   * It holds for that host and port alone, wherever the address leads. Never true of an address that a page told of.
   */
  readonly mayBePrivate: boolean;
  /** Whether it failed when it was last asked for. Such ones wait in a line of their own, so that they hold up nobody. */
  readonly failing?: boolean;
  /** What the last answer carried: asked again with these, a server may answer that nothing has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Media types in the order they are wanted, as in the header `Accept`. */
  readonly accept?: string;
}

/** What an answer says of how long it holds, and of where the document lives now. */
export interface Freshness {
  /** For the next request. Only what may be sent back as it is; not for the screen. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Until when the server asks not to be asked again, at most a day ahead; null when it does not say. */
  readonly freshUntil: Instant | null;
  /**
   * Where permanent redirects alone have led, or null. A captive portal sends these too: adopt one only after the
   * document there has proved to be what was wanted.
   */
  readonly movedTo: Safe | null;
}

/** What went wrong, by what can be done about it. `offline` says nothing of the host, `private` can be agreed to. */
export type Failure =
  | 'address'
  | 'private'
  | 'offline'
  | 'proxy'
  | 'name'
  | 'connection'
  | 'certificate'
  | 'time'
  | 'size'
  | 'cut'
  | 'answer'
  | 'redirects'
  | 'missing'
  | 'refused'
  | 'server';

/** What became of a request. */
export type Fetched =
  | ({
      readonly type: 'document';
      /** Where it was found in the end. */
      readonly address: Safe;
      /** The whole document, unpacked, never empty. */
      readonly bytes: Uint8Array;
      /** The header `Content-Type`, with its charset; a claim, not a fact. */
      readonly contentType: Safe | null;
    } & Freshness)
  | ({ readonly type: 'unchanged' } & Freshness)
  /** The server says that it has left for good: status 410. */
  | { readonly type: 'gone' }
  /** The server asks for a pause. Nothing more is asked of it before that. */
  | { readonly type: 'later'; readonly until: Instant; readonly why: Safe }
  | { readonly type: 'failed'; readonly kind: Failure; readonly why: Safe }
  /** The reader ended it. */
  | { readonly type: 'cancelled' };
