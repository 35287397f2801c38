import { say, type Safe } from '../text/index.ts';
import type { Condition, Query, Source, SourceId } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { counted } from './counted.ts';
import type { Complaint, Context } from './verb.ts';

/** What reading a source anew brought. */
export interface Taking {
  readonly source: {
    readonly id: string;
    readonly kind: Source['kind'];
    readonly name: Safe;
    readonly location: string;
  };
  /** Files that were read; of a feed there are none. */
  readonly files: number;
  readonly added: number;
  readonly changed: number;
}

/** A taking, and what was wrong on the way. */
export interface Taken {
  readonly taking: Taking;
  readonly problems: readonly Complaint[];
}

/** Reads a folder's source anew. Files that have not changed are not read again. */
export async function takeIn(source: Source, context: Context): Promise<Taken> {
  const desk = await context.desk();
  let files = 0;
  let added = 0;
  let changed = 0;
  const { problems } = await desk.takeInFolder(source, (progress) => {
    files = progress.files;
    added += progress.filed.added.length;
    changed += progress.filed.changed.length;
    context.progress(say`${source.name}: ${counted(files, say`file`)} …`);
  });
  return { taking: { source: named(source), files, added, changed }, problems };
}

/** Returns what JSON says of the source of a taking. */
export function named({ id, kind, name, location }: Source): Taking['source'] {
  return { id, kind, name, location };
}

/** Returns the line that tells of a taking. */
export function takingLine({ source, added, changed }: Taking): Safe {
  const news = added + changed === 0 ? say`nothing new` : say`${added} new, ${changed} changed`;
  return say`${source.name}: ${news}`;
}

/** Returns how many articles the sources have together. */
export function articlesOf(sources: readonly SourceId[], library: Library): number {
  return library.counts([{ conditions: [], sort: 'newest' }], sources)[0] ?? 0;
}

/** Returns how many articles each of the sources has that meet the conditions, in their order. */
export function articlesOfEach(
  sources: readonly SourceId[],
  conditions: readonly Condition[],
  library: Library,
): readonly number[] {
  const queries = sources.map((source): Query => ({
    conditions: [...conditions, { type: 'source', source }],
    sort: 'newest',
  }));
  return library.counts(queries, sources);
}
