import { join, say, type Safe } from '../text/index.ts';
import type { Article, Block, Headline, Link, Prose, Relation, Span } from '../news/index.ts';
import { creditLine } from './rows.ts';
import type { Context } from './verb.ts';

/** An article with what stands around its body, as one document. */
export interface WholePage {
  readonly prose: Prose;
  readonly links: readonly Link[];
}

/** Returns the article as one document: title, credits and picture, the body, and at its foot where it leads. */
export function wholePage(article: Article, context: Context): WholePage {
  const blocks: Block[] = [
    { type: 'heading', level: 1, spans: [{ text: article.title }] },
    line(creditLine(article, context)),
    ...(article.tags.length > 0 ? [line(join(article.tags, say` · `))] : []),
    ...pictureLine(article),
    ...article.body,
    ...section(say`Also see`, leading(article, 'also-see')),
    ...section(say`Background`, leading(article, 'background')),
    ...section(say`Linked from`, article.linkedFromArticles.map(named)),
    ...(article.authorNote || article.address ? [{ type: 'rule' } as const] : []),
    ...(article.authorNote ? [line(article.authorNote)] : []),
    ...(article.address ? [line(article.address)] : []),
  ];
  return { prose: blocks, links: article.links };
}

function line(text: Safe): Block {
  return { type: 'paragraph', spans: [{ text }] };
}

function pictureLine({ picture }: Article): readonly Block[] {
  if (!picture) return [];
  const words = [picture.caption ?? picture.alt, picture.credit && say`Image: ${picture.credit}`];
  return [
    line(
      say`[${join(
        words.filter((part): part is Safe => Boolean(part)),
        say` — `,
      )}]`,
    ),
  ];
}

function section(name: Safe, entries: readonly (readonly Span[])[]): readonly Block[] {
  if (entries.length === 0) return [];
  return [
    { type: 'heading', level: 2, spans: [{ text: name }] },
    {
      type: 'list',
      start: null,
      loose: false,
      entries: entries.map((spans) => ({ blocks: [{ type: 'paragraph', spans }] })),
    },
  ];
}

function leading(article: Article, relation: Relation): readonly (readonly Span[])[] {
  return article.links
    .filter((link) => link.relation === relation)
    .map((link) =>
      link.target ? named(link.target) : [{ text: say`${link.text} (${link.address ?? say`not here yet`})` }],
    );
}

function named({ title, id }: Headline): readonly Span[] {
  return [{ text: say`${title}  ` }, { text: id, code: true }];
}
