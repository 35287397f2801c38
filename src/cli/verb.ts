import type { Safe } from '../text/index.ts';
import type { ArticleId, Instant, Problem, Reading, Source, SourceId } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import type { Desk } from '../desk/index.ts';
import type { Web } from '../web/index.ts';
import type { Environment, Home, Settings } from '../app/index.ts';

/** An option of a verb, as `parseArgs` takes it, with the words of its help. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help, such as `N`. */
  readonly value?: string;
  /** The values that are allowed, if they can be listed. */
  readonly words?: readonly string[];
  readonly help: string;
  /** Left out of help and completion. */
  readonly hidden?: true;
}

export type Options = Readonly<Record<string, Option>>;

/** The options as they were given. */
export type Values<Given extends Options> = {
  readonly [Name in keyof Given]?: Given[Name]['type'] extends 'boolean'
    ? boolean
    : Given[Name] extends { multiple: true }
      ? readonly string[]
      : string;
};

/** Something that went wrong, as the envelope tells it. Beside the product's problems there are those of the command line. */
export interface Complaint {
  readonly kind: Problem['kind'] | 'network' | 'wrong-use' | 'not-found' | 'ambiguous';
  readonly where: Safe;
  readonly detail: Safe;
}

export type Style = 'strong' | 'emphasis' | 'quiet' | 'under' | 'struck' | 'warn';
/** Puts text in a style; where there is none, returns the text as it is. */
export type Paint = (style: Style, text: string) => string;

/** Lines, all at once, or one after another as they come about. */
export type Lines = readonly string[] | AsyncIterable<string>;

/** What a verb did. */
export interface Outcome {
  /** The envelope's `data`. */
  readonly data: unknown;
  readonly problems: readonly Complaint[];
  /** Lines for a person. `width` is null when nothing limits a line: the output is no terminal. */
  readonly text: (width: number | null, paint: Paint) => Lines | Promise<Lines>;
  /** Words about the outcome that are no part of it, for stderr. */
  readonly remarks?: readonly Safe[];
  /** True when the verb was understood but not done: the exit code is 1. */
  readonly failed?: boolean;
}

/** Sources that a call is about. */
export interface Scope {
  /** The sources whose articles are listed. */
  readonly ids: readonly SourceId[];
  /** Those of them that are folders, to be read anew. */
  readonly folders: readonly Source[];
  /** The one article that was asked for, if it was one. */
  readonly article: ArticleId | null;
  readonly problems: readonly Complaint[];
}

/** What the terminal can do, asked once. */
export interface Terminal {
  /** Columns of standard output, or null when it is no terminal. */
  readonly columns: number | null;
  readonly rows: number | null;
  /** Whether standard input is a terminal too. */
  readonly keyboard: boolean;
  readonly colours: 'none' | '16' | '256' | 'true';
  readonly unicode: boolean;
}

/** What a verb works with. Everything that costs time is opened when it is first asked for. */
export interface Context {
  readonly home: Home;
  readonly env: Environment;
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly terminal: Terminal;
  readonly now: () => Instant;
  /** Returns the day in the reader's time zone: `short` as 2025-04-21, `long` in words of the reader's language. */
  readonly day: (instant: Instant, form: 'short' | 'long') => Safe;
  /** Reads all of standard input, up to a size. */
  readonly input: () => Promise<Uint8Array>;
  /** Reads standard input line by line, for as long as it goes on. */
  readonly lines: () => AsyncIterable<string>;
  readonly settings: Reading<Settings>;
  /** What opening the library found wrong with it, once it was opened. */
  readonly found: readonly Problem[];
  /** `closely` has every page of it looked at when it is opened, which is once. */
  library(looks?: 'closely'): Promise<Library>;
  desk(): Promise<Desk>;
  /** The way to the web, for an address that was typed; what is kept is asked for by the desk. */
  web(): Promise<Web>;
  /** Aborted when the reader presses Ctrl-C, from the first time it is asked for; before that, Ctrl-C ends the program. */
  interrupt(): AbortSignal;
  /** Says on the terminal how far a long deed is, once it has taken a while; null takes the words away again. */
  progress(words: Safe | null): void;
  /** A library that is forgotten at the end, for looking at a folder without keeping it. */
  scratch(): Promise<{ readonly library: Library; readonly desk: Desk }>;
  /** Every command of the reader with its keys. */
  commands(): Promise<readonly CommandRow[]>;
}

/** A command of the reader as `alsosee keys` tells it. */
export interface CommandRow {
  readonly screen: Safe;
  readonly id: string;
  readonly keys: readonly string[];
  readonly title: Safe;
  readonly hint: Safe;
  readonly group: string;
}

/** What a verb's own file holds. */
export interface Deed {
  readonly options: Options;
  /** More about the verb, below its usage. Paragraphs. */
  readonly more?: readonly string[];
  /** What a shell completes after the verb: some words, and articles, sources or paths. */
  readonly completes?: { readonly words?: readonly string[]; readonly kind?: 'article' | 'source' | 'path' };
  readonly run: (context: Context, values: Values<Options>, positionals: readonly string[]) => Promise<Outcome>;
}

/** Returns the deed with its options' values typed by the options. */
export function deed<const Given extends Options>(made: {
  readonly options: Given;
  readonly more?: readonly string[];
  readonly completes?: Deed['completes'];
  readonly run: (context: Context, values: Values<Given>, positionals: readonly string[]) => Promise<Outcome>;
}): Deed {
  return made as unknown as Deed;
}

/** Thrown by a verb, and caught in one place, when it was called in a way that makes no sense: exit code 2. */
export class WrongUse extends Error {}

/** A verb in the table: what help and completion need without loading it. */
export interface Verb {
  readonly name: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<Deed>;
}
