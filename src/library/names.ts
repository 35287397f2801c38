import { addressKey, titleKey, type Entry, type Link } from '../news/index.ts';
import { declaredId } from './identity-words.ts';

// A name begins with its kind: `t:` a title or alias, `i:` an id, `a:` a web address, `f:` the path of a file in a source,
// `s:` the end of such a path. Names of paths hold the number of their source, so they never lead into another folder.

/** Names that one article bears at most, and that one link wants: a hostile file may have thousands of aliases. */
export const mostNames = 60;
/** Folders of a path by whose names a wikilink can call its file. */
const deepest = 6;

/** Returns every name by which links can call the article. */
export function namesOf(entry: Entry, id: string, source: number): readonly string[] {
  const names = [`t:${titleKey(entry.title)}`, `i:${id.toLowerCase()}`];
  const declared = declaredId(entry.declaredId);
  if (declared) names.push(`i:${declared.toLowerCase()}`);
  const address = entry.address && addressName(entry.address);
  if (address) names.push(address);
  if (entry.path !== null) names.push(...pathNames(entry.path, source));
  for (const alias of entry.aliases) names.push(...aliasNames(alias, source));
  return [...new Set(names)].filter((name) => !/^[a-z]:$/.test(name)).slice(0, mostNames);
}

/** Returns the name that a web address is, or null when it is none. */
export function addressName(address: string): string | null {
  const key = addressKey(address);
  return key === null ? null : `a:${key}`;
}

/** Returns the names that the link may mean, the surest first. Each is exact: none is a guess. */
export function wantsOf(link: Link, path: string | null, source: number): readonly string[] {
  const names = link.address === null ? titleNames(link.text) : addressNames(link, link.address, path, source);
  return [...new Set(names)].filter((name) => !/^[a-z]:$/.test(name));
}

function pathNames(path: string, source: number): readonly string[] {
  const whole = pathKey(path);
  const segments = whole.split('/');
  const ends = segments.slice(-deepest).map((_, index, last) => last.slice(index).join('/'));
  return [`f:${source}:${whole}`, ...ends.map((end) => `s:${source}:${end}`)];
}

function aliasNames(alias: string, source: number): readonly string[] {
  if (alias.startsWith('/')) return [`f:${source}:${pathKey(alias)}`];
  const address = addressKey(alias);
  return address ? [`a:${address}`] : [`t:${titleKey(alias)}`, `i:${declaredId(alias).toLowerCase()}`];
}

function titleNames(title: string): readonly string[] {
  return [`i:${title.trim().toLowerCase()}`, `t:${titleKey(title)}`];
}

function addressNames(link: Link, address: string, path: string | null, source: number): readonly string[] {
  const web = addressKey(address.startsWith('//') ? `https:${address}` : address);
  if (web) return link.relation === 'inline' ? [`a:${web}`] : [`a:${web}`, `t:${titleKey(link.text)}`];
  if (/^[a-z][a-z0-9+.-]*:\S/i.test(address) && URL.canParse(address)) return [];
  return localNames(decoded(address), path, source);
}

/** A path beside the file, a path from the top, or the target of a wikilink: a file's name, the end of its path, a title or id. */
function localNames(target: string, path: string | null, source: number): readonly string[] {
  if (!target) return [];
  const whole = pathKey(target);
  if (target.startsWith('/')) return [`f:${source}:${whole}`, `s:${source}:${whole}`];
  const folder = path?.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const beside = resolved(folder, target);
  const names = beside === null ? [] : [`f:${source}:${pathKey(beside)}`];
  if (/^\.\.?\//.test(target)) return names;
  return [...names, `f:${source}:${whole}`, `s:${source}:${whole}`, ...titleNames(target)];
}

/** Returns the path from the top of the source, or null when it leads out of the source. */
function resolved(folder: string, target: string): string | null {
  const segments = folder ? folder.split('/') : [];
  for (const segment of target.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return null;
    if (segment !== '..' && segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** Returns what two ways of writing one path share: no case, no ending, no `index` for the folder's own page. */
function pathKey(path: string): string {
  const plain = path
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '');
  const bare = plain.replace(/\.(md|markdown|mdx|txt|html?)$/, '');
  return bare.replace(/\/_?index$/, '');
}

/** Returns the address without fragment and query, `%20` and the like read. */
function decoded(address: string): string {
  const bare = address.trim().replace(/[#?].*$/s, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
