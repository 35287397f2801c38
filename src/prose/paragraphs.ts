import type { Block, Link } from '../news/index.ts';
import { clean } from '../text/index.ts';
import { alsoSeeLines } from './also-see.ts';
import { flowing } from './pen.ts';

/** Returns text without markup as paragraphs, one after each blank line, "Also see" lines among them. */
export function readParagraphs(text: string, links: Link[]): readonly Block[] {
  return text.split(/\n[ \t]*(?:\n[ \t]*)+/).flatMap((paragraph): readonly Block[] => {
    const words = clean(flowing(paragraph).trim());
    if (words === '') return [];
    const spans = [{ text: words }];
    return alsoSeeLines(spans, links) ?? [{ type: 'paragraph', spans }];
  });
}
