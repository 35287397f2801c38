import { escapeMarkup } from '../../markup/index.ts';
import type { Block, Link, Prose, Span } from '../../news/index.ts';

/**
 * Returns the blocks as HTML. It holds text, links to web addresses and pictures, and nothing else that a browser could
 * act on, because blocks hold nothing else.
 */
export function writeBlocks(body: Prose, links: readonly Link[]): string {
  return body.map((block) => writeBlock(block, links)).join('\n');
}

function writeBlock(block: Block, links: readonly Link[]): string {
  const spans = (list: readonly Span[]) => list.map((span) => writeSpan(span, links)).join('');
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${spans(block.spans)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${spans(block.spans)}</p>`;
    case 'quote':
      return `<blockquote>${writeBlocks(block.blocks, links)}</blockquote>`;
    case 'code':
      return `<pre><code${block.language ? ` class="language-${escapeMarkup(block.language)}"` : ''}>${spans(block.spans)}</code></pre>`;
    case 'list':
      return writeList(block, links);
    case 'figure':
      return writeFigure(block, spans(block.caption));
    case 'table':
      return writeTable(block, spans);
    case 'alsoSee':
      return `<p>${escapeMarkup(block.wording)}: ${spans(block.spans)}</p>`;
    case 'footnotes':
      return `<dl>${block.notes.map(({ label, blocks }) => `<dt>${escapeMarkup(label)}</dt><dd>${writeBlocks(blocks, links)}</dd>`).join('')}</dl>`;
    case 'notice':
      return `<p><em>${escapeMarkup(block.text)}</em></p>`;
    case 'rule':
      return '<hr>';
  }
}

function writeList({ start, entries }: Block & { type: 'list' }, links: readonly Link[]): string {
  const inner = entries.map(({ blocks }) => `<li>${writeBlocks(blocks, links)}</li>`).join('');
  if (start === null) return `<ul>${inner}</ul>`;
  return `<ol${start === 1 ? '' : ` start="${start}"`}>${inner}</ol>`;
}

function writeFigure({ address, alt, credit }: Block & { type: 'figure' }, caption: string): string {
  const image = address ? `<img src="${escapeMarkup(address)}" alt="${escapeMarkup(alt)}">` : '';
  const words = [caption, credit ? escapeMarkup(credit) : ''].filter((text) => text !== '').join(' ');
  return `<figure>${image}${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>`;
}

function writeTable({ head, rows }: Block & { type: 'table' }, spans: (list: readonly Span[]) => string): string {
  const row = (cells: readonly (readonly Span[])[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${spans(cell)}</${tag}>`).join('')}</tr>`;
  const top = head.some((cell) => cell.length > 0) ? row(head, 'th') : '';
  return `<table>${top}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

const tags = [
  ['strong', 'strong'],
  ['emphasis', 'em'],
  ['struck', 's'],
  ['code', 'code'],
] as const;

function writeSpan(span: Span, links: readonly Link[]): string {
  let html = escapeMarkup(span.text);
  for (const [style, tag] of tags) if (span[style]) html = `<${tag}>${html}</${tag}>`;
  const address = span.link === undefined ? null : links[span.link]?.address;
  if (address) html = `<a href="${escapeMarkup(address)}">${html}</a>`;
  return span.breaks ? `${html}<br>` : html;
}
