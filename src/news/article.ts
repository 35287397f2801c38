import type { Safe } from '../text/index.ts';
import type { Prose } from './prose.ts';
import type { Status } from './status.ts';

/** Names an article for good: readable, unique in the library, kept when the file moves or is imported again. */
export type ArticleId = Safe & { readonly article: true };
export type SourceId = string & { readonly source: true };

/** Milliseconds since 1970 UTC. */
export type Instant = number;

/** Who publishes, and how we get it. */
export interface Source {
  readonly id: SourceId;
  readonly kind: 'folder' | 'page' | 'feed';
  readonly name: Safe;
  /** The absolute path of the folder or file; the address of the feed; of pages from the web, that of their site. */
  readonly location: string;
  /** Whether the reader keeps it in the library, or only opened it once by naming it. */
  readonly kept: boolean;
  /** Words that the reader files the source under. */
  readonly tags: readonly Safe[];
  /** Whether it is left alone when the others are asked for news. */
  readonly paused: boolean;
  /** Whether the page of each of its articles is fetched as well, since the feed tells only how they begin. */
  readonly whole: boolean;
}

export type Relation = 'also-see' | 'background' | 'inline';

/** From an article to another text. Kept unresolved until its target arrives. */
export interface Link {
  readonly relation: Relation;
  /** The words that are linked: for an "Also see" line the title that it names. */
  readonly text: Safe;
  /** The address as the author wrote it (web address, path, wikilink target), or null when there is only a title. */
  readonly address: Safe | null;
}

/** A link with the article it leads to, if that is here. */
export interface ResolvedLink extends Link {
  readonly target: Headline | null;
  /** Where it leads nowhere: an article whose title is like what the link says, and which it may mean. */
  readonly guess: Headline | null;
}

export interface Picture {
  /** Where it can be got, or null when only its description came over. */
  readonly address: Safe | null;
  readonly alt: Safe;
  readonly caption: Safe | null;
  readonly credit: Safe | null;
}

export type Kind = 'news' | 'backgrounder';

/** Of an article from a feed, the text that the feed gave, or the one on its page. What has no feed is only ever `filed`. */
export type Version = 'filed' | 'page';

/** A key by which an article is known again though its feed changed its address, its title or its order. */
export interface EntryKey {
  readonly value: string;
  /** Whether it means the same in every source: an address does, the number of an entry does not. */
  readonly everywhere: boolean;
}

/** An article without its body: a list cannot ask for a body that it has not got. */
export interface Headline {
  readonly id: ArticleId;
  readonly kind: Kind;
  readonly title: Safe;
  readonly summary: Safe | null;
  readonly byline: Safe | null;
  /** The publisher that the article credits, else the name of its source. */
  readonly publisher: Safe;
  readonly source: SourceId;
  readonly published: Instant | null;
  readonly words: number;
  readonly tags: readonly Safe[];
  readonly status: Status;
  readonly alsoSee: number;
  readonly background: number;
  readonly linkedFrom: number;
  /** Whether its source changed it after the reader had opened it, and the reader has not opened it since. */
  readonly corrected: boolean;
}

export interface Article extends Headline {
  readonly body: Prose;
  readonly links: readonly ResolvedLink[];
  /** Articles here that link to this one, newest first. */
  readonly linkedFromArticles: readonly Headline[];
  readonly picture: Picture | null;
  readonly place: Safe | null;
  readonly address: Safe | null;
  readonly authorNote: Safe | null;
  readonly language: Safe | null;
  readonly updated: Instant | null;
  /** The file it was read from, if any. */
  readonly path: string | null;
  /** Which text this is: the one that was filed, or the whole text from the article's page. */
  readonly version: Version;
  /** The versions that are kept. None when the text was let go for its age: only the headline is left. */
  readonly versions: readonly Version[];
  readonly problems: readonly { readonly detail: Safe }[];
}

/** What a file or page said, before we keep it. Made by the rooms that parse, taken in by the desk, filed by the library. */
export interface Entry {
  readonly declaredId: string | null;
  readonly aliases: readonly Safe[];
  readonly kind: Kind;
  readonly title: Safe;
  readonly summary: Safe | null;
  readonly byline: Safe | null;
  readonly publisher: Safe | null;
  readonly published: Instant | null;
  readonly updated: Instant | null;
  readonly place: Safe | null;
  readonly address: Safe | null;
  readonly language: Safe | null;
  readonly tags: readonly Safe[];
  readonly picture: Picture | null;
  readonly authorNote: Safe | null;
  readonly links: readonly Link[];
  readonly body: Prose;
  readonly words: number;
  /** Its path inside the source, with `/` between folders; null for a page and for an entry of a feed. */
  readonly path: string | null;
  /** What it is known by where it has no file, the surest first. Of a file, and of a page's text, there are none. */
  readonly keys?: readonly EntryKey[];
  /** Changes when and only when what the file says changes. */
  readonly fingerprint: string;
  readonly problems: readonly { readonly detail: Safe }[];
}
