import { join } from 'node:path';
import { say } from '../text/index.ts';
import type { Source } from '../news/index.ts';
import { contentFolder } from '../app/index.ts';
import type { Library } from '../library/index.ts';
import { locate, type Location } from './location.ts';
import { takeIn } from './takings.ts';
import type { Complaint, Context, Scope } from './verb.ts';

/**
 * Returns the sources of a call: those of the paths, or without any those that are kept, or where none is kept the articles
 * that the program ships with. Reads no folder; a file that is named is read.
 */
export async function scopeOf(paths: readonly string[], context: Context): Promise<Scope> {
  const library = await context.library();
  if (paths.length > 0) return scopeOfPaths(paths, context, library);
  const kept = library.sources().filter((source) => source.kept);
  return scopeOfSources(kept.length > 0 ? kept : [shippedArticles(library)]);
}

/**
 * Returns the sources of a verb that names no paths, with what they hold in the library. What is wrong in their files is kept
 * with the source, for the reader and for `check`; it is no matter of every list.
 */
export async function currentScope(context: Context): Promise<Scope> {
  const scope = await scopeOf([], context);
  return { ...(await filled(scope, context)), problems: scope.problems };
}

/** Reads the folders that the library does not keep up to date by itself, and returns the scope with what went wrong. */
export async function filled(scope: Scope, context: Context): Promise<Scope> {
  const problems: Complaint[] = [...scope.problems];
  for (const folder of scope.folders) {
    if (!folder.kept) problems.push(...(await takeIn(folder, context)).problems);
  }
  return { ...scope, problems };
}

/** Returns the source of the articles that the program ships with. */
function shippedArticles(library: Library): Source {
  return library.keepSource({ kind: 'folder', name: say`Also See`, location: contentFolder(), kept: false });
}

/** Returns the source of the guide, which is the reader's help. It is never in a scope. */
export function guide(library: Library): Source {
  return library.keepSource({ kind: 'folder', name: say`Guide`, location: guideFolder(), kept: false });
}

/** Returns the folder of the guide. It lies among the articles that the program ships with, but is none of them. */
export function guideFolder(): string {
  return join(contentFolder(), 'guide');
}

function scopeOfSources(sources: readonly Source[]): Scope {
  return {
    ids: sources.map(({ id }) => id),
    folders: sources.filter(({ kind }) => kind === 'folder'),
    article: null,
    problems: [],
  };
}

async function scopeOfPaths(paths: readonly string[], context: Context, library: Library): Promise<Scope> {
  const locations = paths.map((path) => locate(path, context.folder));
  const problems: Complaint[] = locations.filter((location) => 'detail' in location);
  const found = locations.flatMap((location) => ('detail' in location ? [] : location));
  const folders = found
    .filter((location) => location.kind === 'folder')
    .map((location) => folderSource(location, library));
  const ids = new Set(folders.map(({ id }) => id));
  let article: Scope['article'] = null;
  for (const page of found.filter((location) => location.kind === 'page')) {
    const read = await (await context.desk()).takeInFile(page.path, false);
    problems.push(...read.problems);
    const [headline] = read.value ? library.headlinesOf([read.value]) : [];
    if (!headline) continue;
    ids.add(headline.source);
    article ??= headline.id;
  }
  return { ids: [...ids], folders, article: found.length === 1 ? article : null, problems };
}

/** A folder that is kept already stays so: to open it by name does not change that. */
function folderSource({ path, name }: Location, library: Library): Source {
  const known = library.sources().find((source) => source.kind === 'folder' && source.location === path);
  return known ?? library.keepSource({ kind: 'folder', name, location: path, kept: false });
}
