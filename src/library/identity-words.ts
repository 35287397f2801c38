/** Returns the words of a text as they may stand in an id: letters and digits, joined by hyphens, at most 60 characters. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let id = '';
  for (const word of words) {
    if (id.length + word.length >= 60) break;
    id += id ? `-${word}` : word;
  }
  return id || cutTo(words[0] ?? '', 30);
}

/** Returns an id that a file declares, in characters that can be typed in a shell and drawn on a line; empty if none is left. */
export function declaredId(declared: string | null): string {
  const kept = (declared ?? '')
    .normalize('NFC')
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
  return cutTo(kept.replace(/^[-.]+|-+$/g, ''), 100);
}

/** Never splits a surrogate pair. */
function cutTo(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/**
 * Returns seven letters and digits that stand for the text: FNV-1a over UTF-16 units, twice with different starts. It only
 * has to keep two files of one name apart, and what it gives is checked for being free.
 */
export function hashOf(text: string): string {
  const high = fnv(text, 0x811c9dc5);
  const low = fnv(text, 0x5bd1e995);
  return (high * 0x200000 + (low >>> 11)).toString(36).padStart(7, '0').slice(-7);
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
