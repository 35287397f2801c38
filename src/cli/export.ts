import { currentScope } from './scope.ts';
import { join, say } from '../text/index.ts';
import type { Article, Headline } from '../news/index.ts';
import { headlinesOf } from './list.ts';
import { markdownOf } from './markdown.ts';
import { oneArticle } from './one.ts';
import { headlineRecord, iso } from './records.ts';
import { stateDocument, stateOf } from './state.ts';
import { deed, WrongUse, type Context, type Outcome } from './verb.ts';

/**
 * `alsosee export`: `data` is, for `bookmarks`, an array of headlines; for `state`, {format, version, articles} (state.ts);
 * for an article, {id, markdown}. As text it is the file that one would keep.
 */
export const write = deed({
  options: {},
  more: [
    'bookmarks   what you keep for later, as a Markdown list',
    'state       what you did with every article, as JSON that "alsosee import" reads',
    'REF         one article as Markdown, with its metadata as front matter',
  ],
  completes: { words: ['bookmarks', 'state'], kind: 'article' },
  async run(context, _, positionals) {
    if (positionals.length === 0) throw new WrongUse('Export what? bookmarks, state, or one article.');
    if (positionals[0] === 'bookmarks') return bookmarks(context);
    if (positionals[0] === 'state') return state(context);
    const found = await oneArticle(context, positionals);
    return 'body' in found ? articleFile(found) : found;
  },
});

async function bookmarks(context: Context): Promise<Outcome> {
  const scope = await currentScope(context);
  const library = await context.library();
  const kept = headlinesOf(library, { conditions: [{ type: 'bookmarked' }], sort: 'newest' }, scope.ids, Infinity);
  return {
    data: kept.map(headlineRecord),
    problems: [],
    text: () => [
      '# Bookmarks',
      '',
      ...kept.map((headline) => bookmark(headline, library.article(headline.id), context)),
    ],
  };
}

function bookmark(headline: Headline, article: Article | null, context: Context): string {
  const title = article?.address ? { text: headline.title, link: 0 } : { text: headline.title };
  const links = article?.address
    ? [{ relation: 'inline' as const, text: headline.title, address: article.address }]
    : [];
  const credit = join(
    [headline.publisher, ...(headline.published === null ? [] : [context.day(headline.published, 'short')])],
    say`, `,
  );
  const spans = [title, { text: say` — ${credit} (${headline.id})` }];
  return `- ${markdownOf([{ type: 'paragraph', spans }], links)}`;
}

async function state(context: Context): Promise<Outcome> {
  const library = await context.library();
  const everything = library.sources().map(({ id }) => id);
  const document = stateDocument(stateOf(library, everything));
  return { data: document, problems: [], text: () => JSON.stringify(document, null, 2).split('\n') };
}

async function articleFile(article: Article): Promise<Outcome> {
  const { stringify } = await import('yaml');
  const matter = stringify(frontMatter(article), { lineWidth: 0 });
  const markdown = `---\n${matter}---\n\n${markdownOf(article.body, article.links)}\n`;
  return { data: { id: article.id, markdown }, problems: [], text: () => markdown.trimEnd().split('\n') };
}

/** The fields of a content file, in the order that these have them. What an article has not got is left out. */
function frontMatter(article: Article): Readonly<Record<string, unknown>> {
  const inBody = new Set(
    article.body.flatMap((block) => (block.type === 'alsoSee' ? block.spans.map((span) => span.link) : [])),
  );
  const apart = article.links.filter((link, index) => link.relation === 'also-see' && !inBody.has(index));
  const fields = {
    id: article.id,
    kind: article.kind === 'backgrounder' ? article.kind : null,
    title: article.title,
    summary: article.summary,
    byline: article.byline,
    source: article.publisher,
    url: article.address,
    published: iso(article.published),
    updated: iso(article.updated),
    place: article.place,
    language: article.language,
    image: article.picture && picture(article.picture),
    tags: article.tags,
    alsoSee: apart.map((link) => link.target?.id ?? link.address ?? link.text),
    background: article.links
      .filter((link) => link.relation === 'background')
      .map((link) => link.target?.id ?? link.address ?? link.text),
    authorNote: article.authorNote,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

function picture({ address, alt, caption, credit }: NonNullable<Article['picture']>) {
  return { ...(address ? { src: address } : {}), alt, ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}
