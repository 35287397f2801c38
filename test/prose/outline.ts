import type { Block, Span } from '../../src/news/index.ts';
import { parseMarkdown } from '../../src/prose/index.ts';
import { say } from '../../src/text/index.ts';

/** Returns what some Markdown is read as, in one short line: `p(…)`, `ul(li(…))`, `*strong*`, `_emphasis_`, `[link](address)`. */
export function outline(markdown: string): string {
  const { prose, links } = parseMarkdown(markdown, say`a test`);
  const words = (spans: readonly Span[]): string => spans.map(span).join('');
  const span = ({ text, strong, emphasis, struck, code, link, breaks }: Span): string => {
    const marks = [code && '`', struck && '~', emphasis && '_', strong && '*'].filter((mark) => mark !== undefined);
    const styled = marks.reduce<string>((inner, mark) => `${mark}${inner}${mark}`, text);
    return (link === undefined ? styled : `[${styled}](${links[link]?.address ?? ''})`) + (breaks ? '/' : '');
  };
  const all = (blocks: readonly Block[]): string => blocks.map(block).join(' ');
  const block = (block: Block): string => {
    switch (block.type) {
      case 'heading':
        return `h${block.level}(${words(block.spans)})`;
      case 'paragraph':
        return `p(${words(block.spans)})`;
      case 'list': {
        const name = `${block.start === null ? 'ul' : `ol${block.start}`}${block.loose ? '+' : ''}`;
        return `${name}(${block.entries.map(({ blocks, done }) => `li${done === undefined ? '' : done ? 'x' : 'o'}(${all(blocks)})`).join(' ')})`;
      }
      case 'quote':
        return `q(${all(block.blocks)})`;
      case 'code':
        return `code${block.language ? `:${block.language}` : ''}(${words(block.spans).replaceAll('\n', '⏎')})`;
      case 'figure':
        return `figure(${block.alt}; ${words(block.caption)}; ${block.address})`;
      case 'table':
        return `table(${[block.head, ...block.rows].map((row) => row.map(words).join(' | ')).join(' // ')})`;
      case 'alsoSee':
        return `also(${block.wording}: ${words(block.spans)})`;
      case 'footnotes':
        return `notes(${block.notes.map((note) => `${note.label}: ${all(note.blocks)}`).join('; ')})`;
      case 'notice':
        return `notice(${block.text})`;
      case 'rule':
        return 'rule';
    }
  };
  return all(prose);
}
