import type { Article } from '../news/index.ts';
import { markdownOf } from './markdown.ts';
import { iso } from './records.ts';
import type { Outcome } from './verb.ts';

/** Returns an article as a file of Markdown with front matter: `data` is {id, markdown}. */
export async function articleFile(article: Article): Promise<Outcome> {
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
