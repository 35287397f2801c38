import type { Align, Block, Cell, Link, ListEntry, Prose, Span } from '../news/index.ts';

/** How links are written. */
export interface Writing {
  /** Returns the address to write for a link, or null to write its words alone. */
  readonly address: (link: Link) => string | null;
}

const asWritten: Writing = { address: (link) => link.address };

/**
 * Returns the prose as Markdown (CommonMark with the tables, task lists and struck text of GFM, and footnotes), one paragraph
 * a line. Reading it again gives the same blocks: what the text says is escaped wherever it could be taken for markup.
 */
export function markdownOf(prose: Prose, links: readonly Link[], writing: Writing = asWritten): string {
  return new Writer(links, writing).blocks(prose, true);
}

/** Styles from the outermost to the innermost, with what stands around the styled text. */
const layers = [
  ['strong', '**'],
  ['emphasis', '*'],
  ['struck', '~~'],
] as const;

class Writer {
  readonly #links: readonly Link[];
  readonly #writing: Writing;

  constructor(links: readonly Link[], writing: Writing) {
    this.#links = links;
    this.#writing = writing;
  }

  blocks(blocks: readonly Block[], loose: boolean): string {
    return blocks.map((block) => this.block(block)).join(loose ? '\n\n' : '\n');
  }

  block(block: Block): string {
    switch (block.type) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${oneLine(this.spans(block.spans))}`;
      case 'paragraph':
        return guarded(this.spans(block.spans));
      case 'list':
        return this.list(block.start, block.loose, block.entries);
      case 'quote':
        return indented(this.blocks(block.blocks, true), '> ', '> ');
      case 'code':
        return fenced(block.spans.map((span) => span.text).join(''), block.language ?? '');
      case 'figure':
        return this.figure(block);
      case 'table':
        return this.table(block.aligns, block.head, block.rows);
      case 'alsoSee':
        return `${escaped(block.wording).replace(/[\s:]+$/, '')}: ${this.spans(block.spans)}`;
      case 'footnotes':
        return block.notes
          .map((note) => indented(this.blocks(note.blocks, true), `[^${note.label}]: `, '    '))
          .join('\n\n');
      case 'notice':
        return `> ${escaped(block.text)}`;
      case 'rule':
        break;
    }
    return '---';
  }

  list(start: number | null, loose: boolean, entries: readonly ListEntry[]): string {
    const written = entries.map((entry, index) => {
      const marker = start === null ? '- ' : `${start + index}. `;
      const box = entry.done === undefined ? '' : `[${entry.done ? 'x' : ' '}] `;
      return indented(box + this.blocks(entry.blocks, loose), marker, ' '.repeat(marker.length));
    });
    return written.join(loose ? '\n\n' : '\n');
  }

  figure(figure: Extract<Block, { type: 'figure' }>): string {
    const caption = figure.caption.map((span) => span.text).join('');
    const title = [caption, figure.credit && `(Image: ${figure.credit})`].filter(Boolean).join(' ');
    const quoted = title ? ` "${title.replace(/[\\"]/g, '\\$&')}"` : '';
    return `![${escaped(figure.alt)}](${target(figure.address ?? '')}${quoted})`;
  }

  table(aligns: readonly Align[], head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
    const row = (cells: readonly Cell[]) =>
      `| ${head.map((_, column) => oneLine(this.spans(cells[column] ?? [])).replaceAll('|', '\\|')).join(' | ')} |`;
    const rules = { left: ':--', center: ':-:', right: '--:' };
    const ruler = `| ${head.map((_, column) => (aligns[column] ? rules[aligns[column]] : '---')).join(' | ')} |`;
    return [row(head), ruler, ...rows.map(row)].join('\n');
  }

  spans(spans: readonly Span[]): string {
    return groups(spans, (span) => span.link ?? -1)
      .map((group) => this.linked(group, styled(group, 0)))
      .join('');
  }

  linked(group: readonly Span[], words: string): string {
    const index = group[0]?.link;
    const link = index === undefined ? undefined : this.#links[index];
    const address = link ? this.#writing.address(link) : null;
    return address === null ? words : `[${words}](${target(address)})`;
  }
}

function styled(spans: readonly Span[], layer: number): string {
  const [style, sign] = layers[layer] ?? [null, ''];
  if (!style) return spans.map(plainSpan).join('');
  return groups(spans, (span) => (span[style] ? 1 : 0))
    .map((group) => (group[0]![style] ? around(styled(group, layer + 1), sign) : styled(group, layer + 1)))
    .join('');
}

/** Puts signs around the words, and never a space between a sign and its word, which would end its meaning. */
function around(text: string, sign: string): string {
  const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(text)!;
  return words === '' ? text : `${before}${sign}${words}${sign}${after}`;
}

function plainSpan(span: Span): string {
  const text = span.code ? coded(span.text) : escaped(span.text.replace(/\s*\n\s*/g, ' '));
  return span.breaks ? `${text}\\\n` : text;
}

function coded(text: string): string {
  const ticks = '`'.repeat(longestRun(text, /`+/g) + 1);
  const gap = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return ticks + gap + text + gap + ticks;
}

function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, /`+/g) + 1));
  return `${fence}${language.replace(/[`\s]+/g, '')}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function longestRun(text: string, pattern: RegExp): number {
  return Math.max(0, ...Array.from(text.matchAll(pattern), ([run]) => run.length));
}

/** Escapes what Markdown would take for markup inside a line. A footnote's mark stays one. */
function escaped(text: string): string {
  return text.replace(/\[\^[\w-]+\]|[\\`*[\]<]|&(?=#?\w+;)|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (found) =>
    found.startsWith('[^') ? found : found.replace(/./gu, '\\$&'),
  );
}

/** Escapes what would make the beginning of a line another block than a paragraph. */
function guarded(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(/^(\s*)([#>+=-]|\d{1,9}(?=[.)](\s|$)))/, (_, gap: string, sign: string) =>
        /\d/.test(sign) ? gap + sign + '\\' : `${gap}\\${sign}`,
      ),
    )
    .join('\n');
}

function target(address: string): string {
  return /^[^\s()<>\\]*$/.test(address) ? address : `<${address.replace(/[<>\n\\]/g, encodeURIComponent)}>`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\\?\n\s*/g, ' ');
}

function indented(text: string, first: string, next: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : (next + line).trimEnd()))
    .join('\n');
}

/** Returns the neighbours that share a key together, in order. */
function groups<T>(all: readonly T[], key: (one: T) => number): readonly (readonly T[])[] {
  const made: T[][] = [];
  for (const one of all) {
    const last = made.at(-1);
    if (last && key(last[0]!) === key(one)) last.push(one);
    else made.push([one]);
  }
  return made;
}
