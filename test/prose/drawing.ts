import { plainText, type Line, type Run } from '../../src/prose/index.ts';
import type { Prose } from '../../src/news/index.ts';

/** Draws lines as text in which every style shows: `*strong*`, `_emphasis_`, `~struck~`, `` `code` ``, `{link 3}`. */
export function drawn(lines: readonly Line[]): string {
  return lines
    .map((line) => `${label(line).padEnd(9)}${line.runs.map(drawnRun).join('').trimEnd()}`.trimEnd())
    .join('\n');
}

/** The lines as a terminal without styles shows them. */
export function shown(lines: readonly Line[]): readonly string[] {
  return lines.map((line) => line.runs.map((run) => run.text).join(''));
}

/** Everything but white space of some prose, in order: what no width may lose. */
export function letters(prose: Prose): string {
  return squeezed(plainText(prose));
}

/** The author's own letters in some lines, without white space and without what the typesetter added. */
export function authored(lines: readonly Line[]): string {
  return squeezed(lines.flatMap((line) => line.runs.filter((run) => !run.mark).map((run) => run.text)).join(''));
}

function squeezed(text: string): string {
  return text.replace(/[\s\u00ad\u200b]/g, '');
}

function label(line: Line): string {
  const kind = line.kind === 'blank' ? '' : line.kind === 'heading' ? `heading${line.level}` : line.kind;
  return line.wide ? `${kind}+` : kind;
}

function drawnRun({ text, strong, emphasis, struck, code, link }: Run): string {
  const styles = [strong && '*', emphasis && '_', struck && '~', code && '`'].filter((style) => style !== undefined);
  const styled = styles.reduce<string>((inner, style) => `${style}${inner}${style}`, text);
  return link === undefined ? styled : `{${styled}}${link}`;
}
