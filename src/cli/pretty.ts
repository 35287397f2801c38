import { Marked, type MarkedExtension, type Tokens } from 'marked';
import { markedTerminal } from 'marked-terminal';
import wrapAnsi from 'wrap-ansi';
import { widthOf } from '../text/index.ts';
import type { Paint } from './verb.ts';

/** How Markdown is drawn for a terminal or a pager. */
export interface Drawing {
  readonly columns: number;
  readonly unicode: boolean;
  readonly paint: Paint;
}

/**
 * Returns Markdown as styled lines, none wider than the columns, each complete in itself so that a pager may begin anywhere.
 * marked-terminal draws headings, inline styles, tables and highlighted code; what it gets wrong is drawn here: inline markup
 * in list entries, task lists, the number a list starts at, the gaps of loose lists, entities, quotes, rules and wrapping.
 */
export function pretty(markdown: string, drawing: Drawing): readonly string[] {
  const table: Record<string, unknown> = { style: { head: [], border: [] }, wordWrap: true };
  const marked = new Marked({ async: false, gfm: true });
  marked.use(markedTerminal(styles(drawing.paint, table)), corrections(drawing, table));
  const drawn = marked.parse(markdown) as string;
  const lines = drawn
    .trim()
    .split('\n')
    .flatMap((line) => hang(line, drawing.columns));
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}

function styles(paint: Paint, table: object): Readonly<Record<string, unknown>> {
  const strong = (text: string) => paint('strong', text);
  const quiet = (text: string) => paint('quiet', text);
  const same = (text: string) => text;
  const struck = (text: string) => paint('struck', text);
  return {
    code: same,
    blockquote: same,
    html: same,
    heading: strong,
    firstHeading: strong,
    hr: quiet,
    listitem: same,
    table: same,
    paragraph: same,
    strong,
    em: (text: string) => paint('emphasis', text),
    codespan: quiet,
    del: struck,
    link: same,
    href: (text: string) => paint('under', text),
    unescape: false,
    emoji: false,
    showSectionPrefix: false,
    reflowText: false,
    tab: 4,
    tableOptions: table,
  };
}

type Renderer = NonNullable<MarkedExtension['renderer']>;

function corrections(drawing: Drawing, table: Record<string, unknown>): MarkedExtension {
  const { paint, unicode, columns } = drawing;
  const bar = `${paint('quiet', unicode ? '│' : '|')} `;
  const renderer: Renderer = {
    text(token) {
      return 'tokens' in token && token.tokens ? `${this.parser.parseInline(token.tokens)}\n` : token.text;
    },
    checkbox: ({ checked }) => (unicode ? (checked ? '☑ ' : '☐ ') : checked ? '[x] ' : '[ ] '),
    list(token) {
      const entries = token.items.map((entry, index) => {
        const marker = token.ordered ? `${(token.start || 1) + index}. ` : unicode ? '• ' : '* ';
        return prefixed(tidy(this.parser.parse(entry.tokens), token.loose), marker, ' '.repeat(marker.length));
      });
      return `${entries.join(token.loose ? '\n\n' : '\n')}\n\n`;
    },
    blockquote(token) {
      return `${prefixed(tidy(this.parser.parse(token.tokens), true), bar, bar)}\n\n`;
    },
    paragraph(token) {
      return `${wrapAnsi(this.parser.parseInline(token.tokens), Number.MAX_SAFE_INTEGER)}\n\n`;
    },
    codespan: ({ text }) => paint('quiet', text),
    br: () => '\n',
    hr: () => `${paint('quiet', (unicode ? '─' : '-').repeat(columns))}\n\n`,
    link(token) {
      return paint('under', this.parser.parseInline(token.tokens)) + addressBeside(token, paint);
    },
    image: ({ text, title }) => `[${[text, title].filter(Boolean).join(' — ') || 'image'}]`,
    table(token) {
      fitTable(token, columns, table);
      return false;
    },
  };
  return { renderer };
}

function addressBeside({ href, text }: Tokens.Link, paint: Paint): string {
  return href === text || href === `mailto:${text}` ? '' : ` ${paint('quiet', `(${href})`)}`;
}

/** Between the beginning of a line, the beginning of its continuations, and its words. No text holds it: it is a control. */
const mark = '\x1d';

function prefixed(text: string, first: string, next: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const [before, after, words] = parts(line);
      return [(index === 0 ? first : next) + before, next + after, words].join(mark);
    })
    .join('\n');
}

function parts(line: string): readonly [string, string, string] {
  const [before, after, words] = line.split(mark);
  return words === undefined ? ['', '', line] : [before!, after!, words];
}

/** Leaves one empty line between the blocks of an entry that is loose, and none where it is not. */
function tidy(text: string, loose: boolean): string {
  return text.trim().replace(/\n{2,}/g, loose ? '\n\n' : '\n');
}

/** Wraps one line, its continuations under its words. Spaces that the line begins with are code's and stay. */
function hang(line: string, columns: number): readonly string[] {
  const [before, after, words] = parts(line);
  const room = Math.max(1, columns - widthOf(after));
  return wrapAnsi(words, room, { hard: true, trim: false })
    .split('\n')
    .map((piece, index) =>
      ((index === 0 ? before : after) + (index === 0 ? piece : piece.replace(/^ /, ''))).trimEnd(),
    );
}

/** Narrows the widest columns of a table until it fits, for marked-terminal's table. */
function fitTable(token: Tokens.Table, columns: number, table: Record<string, unknown>): void {
  const rows = [token.header, ...token.rows];
  const widths = token.header.map(
    (_, column) => Math.max(3, ...rows.map((row) => widthOf(row[column]?.text ?? ''))) + 2,
  );
  const room = columns - widths.length - 1;
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  while (total() > room && Math.max(...widths) > 5) widths[widths.indexOf(Math.max(...widths))]!--;
  table['colWidths'] = widths;
  table['colAligns'] = token.align.map((align) => align ?? 'left');
}
