import type { Safe } from '../text/index.ts';
import type { Entry, Link } from '../news/index.ts';
import type { Feed, Offers, Outline } from '../feeds/index.ts';
import type { WebPage } from '../pages/index.ts';

/** What is known of a document that came without more than its bytes. */
export interface Provenance {
  /** The header `Content-Type`, with its charset. */
  readonly contentType?: string | null;
  /** Where it came from: what relative addresses in it are resolved against. */
  readonly address?: string | null;
}

/** A document to be looked at. */
export interface Paper extends Provenance {
  /** The name of its file, or null, as of what comes through a pipe. */
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** What it is to be read as: one format, the better of the two formats of plain text, or null to find out. */
  readonly asked: 'page-text' | 'text' | null;
}

/** What the reader makes of a document, and why. Each format tells its own. */
export type Inspection = TextInspection | FeedInspection | OutlineInspection | PageInspection;
export type Format = Inspection['format'];

/** Markdown, or the plain text of a page. */
export interface TextInspection {
  readonly format: 'markdown' | 'page-text';
  /** Null when it is a draft. */
  readonly article: Entry | null;
  readonly links: readonly Link[];
  /** The other articles that a page lists, with the summaries it gives. */
  readonly pieces: readonly Entry[];
  /** Who published the page, where it says so. */
  readonly site: Safe | null;
  /** How it was read, in sentences. */
  readonly why: readonly Safe[];
}

/** RSS, RDF, Atom or JSON Feed. */
export interface FeedInspection {
  readonly format: 'feed';
  /** Null when there is none in it after all. */
  readonly feed: Feed | null;
  readonly why: readonly Safe[];
}

/** A list of feeds, in OPML. */
export interface OutlineInspection {
  readonly format: 'outline';
  readonly outline: Outline | null;
  readonly why: readonly Safe[];
}

/** A page in HTML. */
export interface PageInspection {
  readonly format: 'web-page';
  /** Null when there is no text on it. */
  readonly page: WebPage | null;
  /** The feeds that it offers. */
  readonly offers: Offers;
  readonly why: readonly Safe[];
}
