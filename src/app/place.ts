import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';

/** What the reader typed to be kept: a folder or file of this machine, an address, or nothing that there is. */
export type TypedPlace =
  | { readonly type: 'folder' | 'file'; readonly path: string }
  | { readonly type: 'address'; readonly address: string }
  | { readonly type: 'nothing'; readonly why: Safe };

/**
 * Returns what was typed. What lies on the disk comes before what looks like an address, which may be written as in a
 * browser: without its scheme. `home` stands for `~`.
 */
export function placeTyped(text: string, home: string): TypedPlace {
  const typed = text.trim();
  if (typed === '') return { type: 'nothing', why: say`Nothing was typed.` };
  if (/^(?:https?|feed):/i.test(typed)) return { type: 'address', address: typed };
  const path = resolve(typed.replace(/^~(?=\/|$)/, home));
  const found = statSync(path, { throwIfNoEntry: false });
  if (found) return { type: found.isDirectory() ? 'folder' : 'file', path };
  if (looksLikeHost.test(typed)) return { type: 'address', address: typed };
  return {
    type: 'nothing',
    why: say`There is no folder and no file “${cleanLine(typed)}”. A web address looks like example.org.`,
  };
}

/** A name with a dot in it, a number of the network, or this machine; then a port, a path, or nothing more. */
const looksLikeHost =
  /^(?:localhost|\[[\da-f:.]+\]|[^\s./~:?#@][^\s/~:?#@]*\.[^\s/~:?#@]*[^\s./~:?#@])(?::\d+)?(?:[/?#]|$)/i;
