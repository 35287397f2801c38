/** A document in two: what stands between the fences of its first lines, and the rest. */
export interface Fenced {
  /** The word after the opening fence, or what the fence itself means: `yaml`, `toml`, or anything an author wrote. */
  readonly language: string;
  readonly matter: string;
  readonly body: string;
}

/** Returns front matter and body, or null when no fence opens on the first line and closes on a later one. */
export function splitFence(text: string): Fenced | null {
  const opening = /^(---|\+\+\+)[ \t]*([\w+-]*)[ \t]*(?:\r\n?|\n)/.exec(text);
  const fence = opening?.[1];
  if (!opening || !fence) return null;
  const closing = fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/gm : /^\+\+\+[ \t]*$/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text);
  if (!end) return null;
  return {
    language: opening[2]?.toLowerCase() || (fence === '---' ? 'yaml' : 'toml'),
    matter: text.slice(opening[0].length, end.index),
    body: text.slice(closing.lastIndex).replace(/^(?:\r\n?|\n)/, ''),
  };
}
