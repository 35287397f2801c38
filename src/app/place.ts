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
  const address = /^feed:/i.test(typed)
    ? typed.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:')
    : typed;
  if (/^https?:/i.test(address)) return { type: 'address', address };
  const path = resolve(typed.replace(/^~(?=\/|$)/, home));
  const found = statSync(path, { throwIfNoEntry: false });
  if (found) return { type: found.isDirectory() ? 'folder' : 'file', path };
  const host = /^([^/?#@\s:]+)(:\d+)?(?:[/?#]|$)/.exec(typed);
  if (host?.[1] === 'localhost' || (host && /^[\d.]+$|^\[/.test(host[1]!)))
    return { type: 'address', address: `http://${typed}` };
  if (host && /^[^.~][^.]*(\.[^.]+)+$/.test(host[1]!)) return { type: 'address', address: `https://${typed}` };
  return {
    type: 'nothing',
    why: say`There is no folder and no file “${cleanLine(typed)}”, and it is no web address: those look like example.org.`,
  };
}
