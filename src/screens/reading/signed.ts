import { say, type Safe } from '../../text/index.ts';
import type { Article, Block, Prose, ResolvedLink, Span } from '../../news/index.ts';
import { linkSign } from '../signs.ts';
import type { World } from '../world.ts';

/** The body with the sign of its target after each link, so that it is known before it is followed. */
export function bodyOf(article: Article, world: World): Prose {
  const shown = world.pictures ? article.body : article.body.filter((block) => block.type !== 'figure');
  return shown.map((block) => signed(block, article.links, world));
}

function signed(block: Block, links: readonly ResolvedLink[], world: World): Block {
  const spans = (list: readonly Span[]) => signedSpans(list, links, world);
  const blocks = (list: readonly Block[]) => list.map((inner) => signed(inner, links, world));
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'alsoSee':
      return { ...block, spans: spans(block.spans) };
    case 'list':
      return { ...block, entries: block.entries.map((entry) => ({ ...entry, blocks: blocks(entry.blocks) })) };
    case 'quote':
      return { ...block, blocks: blocks(block.blocks) };
    case 'figure':
      return { ...block, caption: spans(block.caption) };
    case 'table':
      return { ...block, head: block.head.map(spans), rows: block.rows.map((row) => row.map(spans)) };
    case 'footnotes':
      return { ...block, notes: block.notes.map((note) => ({ ...note, blocks: blocks(note.blocks) })) };
    default:
      return block;
  }
}

/** The sign is bound to the last word of the link by a no-break space, and has one column whatever it tells. */
export function signedSpans(spans: readonly Span[], links: readonly ResolvedLink[], world: World): readonly Span[] {
  return spans.flatMap((span, index) => {
    const link = span.link === undefined ? undefined : links[span.link];
    if (!link || span.link === undefined) return [span];
    if (spans[index + 1]?.link === span.link) return [span];
    const { breaks: _, ...rest } = span;
    const sign = { text: say`\u00a0${linkSign(link, world)}`, link: span.link };
    return [{ ...rest, text: titled(span, link) }, span.breaks ? { ...sign, breaks: true as const } : sign];
  });
}

/** A link that was written by the file name of its target alone, as `[[harbour-bridge]]`, reads as the target's title. */
function titled(span: Span, link: ResolvedLink): Safe {
  const isName = span.text === link.address && !/\s/.test(span.text);
  return link.target && isName ? link.target.title : span.text;
}
