import type { Tokens } from 'marked';
import type { Block, Cell, ListEntry, Span } from '../news/index.ts';
import { clean, cleanLine, say, slice, type Safe } from '../text/index.ts';
import { alsoSeeLines, announcesList, relatedEntry } from './also-see.ts';
import { decodeReferences } from './character-references.ts';
import { readHtml } from './html.ts';
import { plainWords, readInline, type Gathered } from './inline.ts';
import { blockPieces, inlinePieces, type BlockPiece, type InlinePiece } from './lexing.ts';
import { flowing } from './pen.ts';

/** Most cells of a table that are read. */
const mostCells = 5000;

/** Returns the blocks that the pieces make, in order. */
export function readBlocks(pieces: readonly BlockPiece[], gathered: Gathered): readonly Block[] {
  const blocks: Block[] = [];
  for (const piece of pieces) {
    if (piece.type === 'list') blocks.push(readList(piece, gathered, announcesList(blocks.at(-1))));
    else for (const block of readBlock(piece, gathered)) blocks.push(block);
  }
  return blocks;
}

function readBlock(piece: Exclude<BlockPiece, { type: 'list' }>, gathered: Gathered): readonly Block[] {
  switch (piece.type) {
    case 'heading': {
      const spans = readInline(inlinePieces(piece.tokens), gathered);
      return spans.length > 0 ? [{ type: 'heading', level: piece.depth, spans }] : [];
    }
    case 'paragraph':
    case 'text':
      return readParagraph(inlinePieces(piece.tokens), gathered);
    case 'blockquote':
      return [{ type: 'quote', blocks: withAlert(readBlocks(blockPieces(piece.tokens), gathered)) }];
    case 'code':
      return [readCode(piece)];
    case 'html':
      return readHtml(piece.raw, gathered);
    case 'table':
      return readTable(piece, gathered);
    case 'hr':
      return [{ type: 'rule' }];
    case 'space':
    case 'def':
    case 'checkbox':
    case 'footnote':
      return [];
  }
}

function readParagraph(words: readonly InlinePiece[], gathered: Gathered): readonly Block[] {
  const figures = readFigures(words);
  if (figures) return figures;
  const spans = readInline(words, gathered);
  if (spans.length === 0) return [];
  return alsoSeeLines(spans, gathered.links) ?? [{ type: 'paragraph', spans }];
}

const picture = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i;

/** Returns a paragraph of images alone as figures; null when it holds anything else. */
function readFigures(words: readonly InlinePiece[]): readonly Block[] | null {
  const figures: Block[] = [];
  for (const piece of words) {
    if (piece.type === 'image') figures.push(figure(plainWords(inlinePieces(piece.tokens)), piece.title, piece.href));
    else if (piece.type === 'wikilink' && piece.embedded && picture.test(piece.target)) {
      figures.push(figure(flowing(piece.label ?? ''), null, piece.target));
    } else if (piece.type !== 'br' && piece.type !== 'checkbox' && piece.raw.trim() !== '') return null;
  }
  return figures.length > 0 ? figures : null;
}

function figure(alt: Safe, title: string | null, address: string): Block {
  const caption = title === null ? [] : [{ text: cleanLine(decodeReferences(title)) }];
  return { type: 'figure', alt: cleanLine(alt), caption, credit: null, address: cleanLine(decodeReferences(address)) };
}

/** The entries of a list of related stories lead to them, and other lists are only read. */
function readList(list: Tokens.List, gathered: Gathered, related: boolean): Block {
  const entries = list.items.map((entry): ListEntry => {
    const read = readBlocks(blockPieces(entry.tokens), gathered);
    const blocks = related ? relatedEntry(read, gathered.links) : read;
    return entry.task ? { blocks, done: entry.checked === true } : { blocks };
  });
  return { type: 'list', start: list.ordered ? Number(list.start) : null, loose: list.loose, entries };
}

function readCode(code: Tokens.Code): Block {
  const language = cleanLine(decodeReferences(code.lang ?? '').split(/[\s,{]/, 1)[0] ?? '');
  const text = clean(code.text.replace(/\n$/, ''));
  return { type: 'code', language: language === '' ? null : language, spans: [{ text }] };
}

const alert = /^\[!(note|tip|important|warning|caution)\] ?/i;

/** GitHub's alerts, `> [!NOTE]`: the quote begins with their name in bold. */
function withAlert(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  const span = first?.type === 'paragraph' ? first.spans[0] : undefined;
  const found = span && alert.exec(span.text);
  if (first?.type !== 'paragraph' || !found) return blocks;
  const name = found[1]!;
  const title: Span = { text: cleanLine(name[0]!.toUpperCase() + name.slice(1).toLowerCase()), strong: true };
  const words = { ...span, text: slice(span.text, found[0].length) };
  const spans = words.text === '' ? first.spans.slice(1) : [words, ...first.spans.slice(1)];
  const text: readonly Block[] = spans.length > 0 ? [{ type: 'paragraph', spans }] : [];
  return [{ type: 'paragraph', spans: [title] }, ...text, ...rest];
}

function readTable(table: Tokens.Table, gathered: Gathered): readonly Block[] {
  const cell = (source: Tokens.TableCell): Cell => readInline(inlinePieces(source.tokens), gathered);
  const columns = Math.min(table.header.length, mostCells);
  const most = Math.max(0, Math.floor(mostCells / columns) - 1);
  const rows = table.rows.slice(0, most).map((row) => row.slice(0, columns).map(cell));
  const head = table.header.slice(0, columns).map(cell);
  const read: Block = { type: 'table', aligns: table.align.slice(0, columns), head, rows };
  if (rows.length === table.rows.length && columns === table.header.length) return [read];
  const notice = say`The table is cut: ${rows.length} of ${table.rows.length} rows and ${columns} of ${table.header.length} columns are shown.`;
  return [read, { type: 'notice', text: notice }];
}
