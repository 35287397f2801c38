import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { cleanLine, join, say } from '../text/index.ts';
import type { ArticleId } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { isTypedAddress } from './fetch.ts';
import type { Complaint } from './verb.ts';

/** An article that was meant, or why none or more than one was. */
export type Resolved =
  | { readonly id: ArticleId; readonly problem: null }
  | { readonly id: null; readonly problem: Complaint };

/** Candidates named when a reference means several articles. */
const candidates = 8;

/**
 * Returns the article that a reference names: its id, the beginning of exactly one id, its web address, or the path of its
 * file, absolute or from the folder, inside a source of the library.
 */
export function resolveReference(library: Library, reference: string, folder: string): Resolved {
  const found = byId(library, reference) ?? byAddress(library, reference) ?? byPath(library, reference, folder);
  if (found) return { id: found, problem: null };
  const starting = reference === '' ? [] : library.idsStarting(reference, candidates + 1);
  if (starting.length === 1) return { id: starting[0]!, problem: null };
  return { id: null, problem: starting.length > 1 ? ambiguous(reference, starting) : unknown(reference) };
}

function byId(library: Library, reference: string): ArticleId | null {
  return library.headlinesOf([reference as ArticleId])[0]?.id ?? null;
}

function byAddress(library: Library, reference: string): ArticleId | null {
  return isTypedAddress(reference) ? library.articleWithAddress(reference) : null;
}

function byPath(library: Library, reference: string, folder: string): ArticleId | null {
  const asked = resolve(folder, reference);
  if (!existsSync(asked)) return null;
  const paths = [asked, realpathSync(asked)];
  for (const source of library.sources()) {
    for (const path of paths) {
      const inside = relative(source.location, path);
      if (inside === '..' || inside.startsWith(`..${sep}`)) continue;
      const name = source.kind === 'folder' ? inside.replaceAll(sep, '/') : path.slice(path.lastIndexOf(sep) + 1);
      const article = inside === '' && source.kind === 'folder' ? null : library.articleAt(source.id, name);
      if (article) return article;
    }
  }
  return null;
}

function ambiguous(reference: string, ids: readonly ArticleId[]): Complaint {
  const more = ids.length > candidates ? say` and more` : say``;
  const named = join(ids.slice(0, candidates), say`, `);
  const detail = say`Several articles begin so: ${named}${more}. Write more of the id.`;
  return { kind: 'ambiguous', where: cleanLine(reference), detail };
}

function unknown(reference: string): Complaint {
  const detail = isTypedAddress(reference)
    ? say`No article here has this address. "alsosee ${cleanLine(reference)}" fetches it.`
    : say`No article here has this id, path or address. "alsosee search" finds articles by their words.`;
  return { kind: 'not-found', where: cleanLine(reference), detail };
}
