import type { Cell } from './screen.ts';

/** How a picture of the screen is framed and coloured. */
export interface Frame {
  /** Stands in a bar above the screen; without it there is no bar. */
  readonly title?: string;
  readonly ink?: string;
  readonly paper?: string;
}

const cellWidth = 9;
const rowHeight = 20;
const fontSize = 15;
const margin = 16;
const barHeight = 32;

/** The sixteen colours that programs ask for by number, as a quiet dark terminal shows them. */
const palette =
  '#1c1f24 #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #c8ccd4 #6b7280 #ef8089 #a9d38b #f0cf8f #7cc0ff #d591ec #6ecbd6 #ffffff'.split(
    ' ',
  );

/** Returns an SVG picture of the screen. The same cells always give the same bytes; what looks alike is written once. */
export function svgOf(cells: readonly (readonly Cell[])[], columns: number, frame: Frame = {}): string {
  const { title, ink = '#d7dae0', paper = '#16181d' } = frame;
  const top = margin + (title === undefined ? 0 : barHeight);
  const width = columns * cellWidth + 2 * margin;
  const height = cells.length * rowHeight + top + margin;
  const styles = new Map<string, string>();
  const rows = cells.map((row, index) => drawRow(row, top + index * rowHeight, styles, { ink, paper }));
  const classes = Array.from(styles, ([style, name]) => `.${name}{${style}}`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<style>text{font:${fontSize}px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;fill:${ink}}${classes}</style>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${paper}"/>`,
    ...(title === undefined ? [] : [drawBar(title, width)]),
    ...rows.filter((row) => row !== ''),
    '</svg>\n',
  ].join('\n');
}

function drawBar(title: string, width: number): string {
  const buttons = ['#e06c75', '#e5c07b', '#98c379'].map(
    (fill, index) => `<circle cx="${20 + index * 18}" cy="20" r="5" fill="${fill}"/>`,
  );
  return `${buttons.join('')}<text x="${width / 2}" y="25" text-anchor="middle" opacity=".6">${escape(title)}</text>`;
}

interface Colours {
  readonly ink: string;
  readonly paper: string;
}

/** Neighbouring cells that look alike. */
interface Run {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly style: string;
  readonly paper: string;
}

function drawRow(row: readonly Cell[], y: number, styles: Map<string, string>, colours: Colours): string {
  return runsOf(row, colours)
    .map((run) => drawRun(run, y, styles, colours))
    .join('');
}

function drawRun(
  { column, columns, text, style, paper }: Run,
  y: number,
  styles: Map<string, string>,
  colours: Colours,
): string {
  const x = margin + column * cellWidth;
  const width = columns * cellWidth;
  const behind =
    paper === colours.paper ? '' : `<rect x="${x}" y="${y}" width="${width}" height="${rowHeight}" fill="${paper}"/>`;
  const words = text.trim();
  if (words === '') return behind;
  // Spaces around the words are moves, not text: not every viewer keeps them.
  const lead = text.length - text.trimStart().length;
  if (style !== '' && !styles.has(style)) styles.set(style, nameOf(styles.size));
  const look = style === '' ? '' : ` class="${styles.get(style)}"`;
  const length = (columns - (text.length - words.length)) * cellWidth;
  // The length holds columns in line whatever font a browser takes.
  return `${behind}<text x="${x + lead * cellWidth}" y="${y + fontSize}" textLength="${length}"${look}>${escape(words)}</text>`;
}

function runsOf(row: readonly Cell[], colours: Colours): Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const cell of row) {
    const run = { column, columns: cell.width, text: cell.text, ...lookOf(cell, colours) };
    column += cell.width;
    const last = runs.at(-1);
    if (last && last.style === run.style && last.paper === run.paper) {
      runs[runs.length - 1] = { ...last, columns: last.columns + run.columns, text: last.text + run.text };
    } else runs.push(run);
  }
  return runs;
}

function lookOf(cell: Cell, colours: Colours): Pick<Run, 'style' | 'paper'> {
  const own = { ink: hex(cell.ink, colours.ink), paper: hex(cell.paper, colours.paper) };
  const [ink, paper] = cell.inverse ? [own.paper, own.ink] : [own.ink, own.paper];
  const line = [cell.underline && 'underline', cell.struck && 'line-through'].filter(Boolean).join(' ');
  const style = [
    ink !== colours.ink && `fill:${ink}`,
    cell.bold && 'font-weight:700',
    cell.italic && 'font-style:italic',
    cell.dim && 'opacity:.6',
    line && `text-decoration:${line}`,
  ];
  return { style: style.filter(Boolean).join(';'), paper };
}

function hex(colour: string | number | null, own: string): string {
  if (typeof colour !== 'number') return colour ?? own;
  if (colour < 16) return palette[colour]!;
  if (colour >= 232) return hexOf(Array(3).fill(8 + (colour - 232) * 10));
  const index = colour - 16;
  return hexOf(
    [Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map((level) => (level === 0 ? 0 : 55 + level * 40)),
  );
}

const hexOf = (levels: readonly number[]): string =>
  `#${levels.map((level) => level.toString(16).padStart(2, '0')).join('')}`;

const nameOf = (index: number): string => `s${index.toString(36)}`;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
