import wrapAnsi from 'wrap-ansi';

/** Returns the text as lines that the width holds, each after the indent; styles in it are closed and opened line by line. */
export function wrapWords(text: string, width: number | null, indent: string): readonly string[] {
  if (text === '') return [];
  if (width === null) return [indent + text];
  const room = Math.max(20, width - indent.length);
  return wrapAnsi(text, room, { hard: true })
    .split('\n')
    .map((line) => indent + line);
}
