import type { Prose } from '../news/index.ts';
import { highlight } from '../prose/index.ts';

/** Returns the article with its code in colours: here, in the worker, that holds nobody up. Most have none, and load nothing. */
export async function coloured<Article extends { readonly body: Prose }>(article: Article): Promise<Article> {
  return hasCode(article.body) ? { ...article, body: await highlight(article.body) } : article;
}

/** Returns whether there is code in the prose whose language is known. */
export function hasCode(prose: Prose): boolean {
  return prose.some((block) => {
    if (block.type === 'code') return block.language !== null;
    if (block.type === 'quote') return hasCode(block.blocks);
    return block.type === 'list' && block.entries.some(({ blocks }) => hasCode(blocks));
  });
}
