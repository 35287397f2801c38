import type { Safe } from '../text/index.ts';

/** A stretch of text in one style. `link` is the index of a link in the article's list of links. */
export interface Span {
  readonly text: Safe;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly struck?: true;
  readonly code?: true;
  readonly link?: number;
  /** The part of speech of highlighted code. */
  readonly token?: CodeToken;
  /** A line break asked for by the author after this span. */
  readonly breaks?: true;
}

export type CodeToken =
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'name'
  | 'type'
  | 'operator'
  | 'added'
  | 'removed';

export interface ListEntry {
  readonly blocks: readonly Block[];
  /** Set on the entries of a task list. */
  readonly done?: boolean;
}

/** One paragraph-like piece of a document. Headings carry the level 1 to 6. */
export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  | { readonly type: 'paragraph'; readonly spans: readonly Span[] }
  | {
      readonly type: 'list';
      readonly start: number | null;
      readonly loose: boolean;
      readonly entries: readonly ListEntry[];
    }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly language: Safe | null; readonly spans: readonly Span[] }
  | {
      readonly type: 'figure';
      readonly alt: Safe;
      readonly caption: readonly Span[];
      readonly credit: Safe | null;
      readonly address: Safe | null;
    }
  | {
      readonly type: 'table';
      readonly aligns: readonly Align[];
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** An "Also see" line: its wording ("Also see") and the linked title, as spans that carry the link. */
  | { readonly type: 'alsoSee'; readonly wording: Safe; readonly spans: readonly Span[] }
  | {
      readonly type: 'footnotes';
      readonly notes: readonly { readonly label: Safe; readonly blocks: readonly Block[] }[];
    }
  /** Words of the program about the document, such as "shown as plain text". */
  | { readonly type: 'notice'; readonly text: Safe }
  | { readonly type: 'rule' };

export type Align = 'left' | 'center' | 'right' | null;
export type Cell = readonly Span[];

/** The body of an article: one document model, whatever it was written in. */
export type Prose = readonly Block[];
