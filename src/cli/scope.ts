import { join } from 'node:path';
import { say } from '../text/index.ts';
import type { Source, SourceId } from '../news/index.ts';
import { contentFolder } from '../app/index.ts';
import { isListed, type Library } from '../library/index.ts';
import { isTypedAddress } from './fetch.ts';
import { locate, type Location } from './location.ts';
import { visit, type Visited } from './visit.ts';
import { takeIn } from './takings.ts';
import type { Complaint, Context, Scope } from './verb.ts';

/**
 * Returns the sources of a call: those of the paths and addresses, or without any those that are kept, or where none is kept the
 * articles that the program ships with; and with either the pages to which links were followed. Reads no folder; a file that is
 * named is read, and an address that is named is asked for.
 */
export async function scopeOf(paths: readonly string[], context: Context): Promise<Scope> {
  const library = await context.library();
  if (paths.length > 0) return scopeOfPaths(paths, context, library);
  const listed = library.sources().filter(isListed);
  return scopeOfSources(listed.some(({ kept }) => kept) ? listed : [shippedArticles(library), ...listed]);
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
  const ids = new Set<SourceId>();
  const folders: Source[] = [];
  const problems: Complaint[] = [];
  let article: Scope['article'] = null;
  for (const path of paths) {
    const found = isTypedAddress(path) ? await visit(path, context) : await placeOf(path, context, library);
    for (const source of found.sources) ids.add(source.id);
    folders.push(...found.sources.filter(({ kind }) => kind === 'folder' && !found.article));
    problems.push(...found.problems);
    article ??= found.article;
  }
  return { ids: [...ids], folders, article: paths.length === 1 ? article : null, problems };
}

/** Returns the source of a folder, or of a file and its article. */
async function placeOf(path: string, context: Context, library: Library): Promise<Visited> {
  const location = locate(path, context.folder);
  if ('detail' in location) return { sources: [], article: null, problems: [location] };
  if (location.kind === 'folder') return { sources: [folderSource(location, library)], article: null, problems: [] };
  const { value, problems } = await (await context.desk()).takeInFile(location.path, false);
  const [headline] = value ? library.headlinesOf([value]) : [];
  const sources = library.sources().filter(({ id }) => id === headline?.source);
  return { sources, article: headline?.id ?? null, problems };
}

/** A folder that is kept already stays so: to open it by name does not change that. */
function folderSource({ path, name }: Location, library: Library): Source {
  const known = library.sources().find((source) => source.kind === 'folder' && source.location === path);
  return known ?? library.keepSource({ kind: 'folder', name, location: path, kept: false });
}
