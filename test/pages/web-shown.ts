import type { WebPage } from '../../src/pages/index.ts';
import type { Block, Link, Prose, Span } from '../../src/news/index.ts';

/** Returns what a reader would see of the page, line by line. */
export function told(page: WebPage): string {
  const day = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
  const facts = {
    title: page.title,
    byline: page.byline,
    site: page.siteName,
    published: day(page.published),
    updated: day(page.updated),
    language: page.language,
    address: page.address,
    excerpt: page.excerpt,
    picture: page.picture?.address,
    'picture caption': page.picture?.caption,
    'picture credit': page.picture?.credit,
    wall: page.wall,
  };
  return [
    ...Object.entries(facts).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    '',
    ...linesOf(page.body, page.links),
    '',
    ...page.related.map(({ text, address }) => `* ${text} <${address}>`),
    '',
  ].join('\n');
}

/** Returns blocks as lines, in a writing of these tests alone: what a golden shows of them. */
export function linesOf(body: Prose, links: readonly Link[]): readonly string[] {
  return body.flatMap((block) => blockLines(block, links));
}

function blockLines(block: Block, links: readonly Link[]): readonly string[] {
  const words = (spans: readonly Span[]) => spans.map((span) => spanWords(span, links)).join('');
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${words(block.spans)}`];
    case 'paragraph':
      return [words(block.spans)];
    case 'quote':
      return linesOf(block.blocks, links).map((line) => `> ${line}`);
    case 'code':
      return [
        `code ${block.language ?? ''}`.trim(),
        ...words(block.spans)
          .split('\n')
          .map((line) => `    ${line}`),
      ];
    case 'list':
      return block.entries.flatMap((entry, index) => {
        const mark = block.start === null ? '-' : `${block.start + index}.`;
        return linesOf(entry.blocks, links).map((line, at) => `${at === 0 ? mark : ' '} ${line}`);
      });
    case 'figure':
      return [`figure "${block.alt}" <${block.address}> ${words(block.caption)} / ${block.credit}`];
    case 'table':
      return [block.head, ...block.rows].map((row) => `| ${row.map(words).join(' | ')} |`);
    case 'alsoSee':
      return [`[${block.wording}] -> ${words(block.spans)}`];
    case 'footnotes':
      return block.notes.flatMap(({ label, blocks }) => linesOf(blocks, links).map((line) => `(${label}) ${line}`));
    case 'notice':
      return [`notice: ${block.text}`];
    case 'rule':
      return ['---'];
  }
}

function spanWords(span: Span, links: readonly Link[]): string {
  const marks = [span.strong && '*', span.emphasis && '_', span.struck && '~', span.code && '`']
    .filter(Boolean)
    .join('');
  const link = span.link === undefined ? undefined : links[span.link];
  const words = `${marks}${span.text}${marks.split('').toReversed().join('')}`;
  return (link ? `{${words}}<${link.address}>` : words) + (span.breaks ? ' /' : '');
}
