import { say, type Safe } from '../text/index.ts';
import type { Article, Headline, Relation, ResolvedLink } from '../news/index.ts';
import { oneArticle } from './one.ts';
import { headlineRecord, linkRecord } from './records.ts';
import { headlineRows } from './rows.ts';
import { deed, type Context, type Outcome, type Paint } from './verb.ts';

/**
 * `alsosee links`: `data` is {id, title, alsoSee, background, inline, linkedFrom}: the first three are arrays of links
 * (records.ts), the last an array of the headlines that link to the article, newest first.
 */
export const links = deed({
  options: {},
  completes: { kind: 'article' },
  async run(context, _, positionals) {
    const found = await oneArticle(context, positionals);
    return 'body' in found ? outcome(found, context) : found;
  },
});

function outcome(article: Article, context: Context): Outcome {
  const of = (relation: Relation) => article.links.filter((link) => link.relation === relation);
  return {
    data: {
      id: article.id,
      title: article.title,
      alsoSee: of('also-see').map(linkRecord),
      background: of('background').map(linkRecord),
      inline: of('inline').map(linkRecord),
      linkedFrom: article.linkedFromArticles.map(headlineRecord),
    },
    problems: [],
    remarks: article.links.length + article.linkedFromArticles.length === 0 ? [say`No links.`] : [],
    text: (width, paint) =>
      [
        section(say`Also see`, of('also-see'), context, width, paint),
        section(say`Background`, of('background'), context, width, paint),
        section(say`In the text`, of('inline'), context, width, paint),
        section(say`Linked from`, article.linkedFromArticles, context, width, paint),
      ]
        .filter((lines) => lines.length > 0)
        .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
  };
}

function section(
  name: Safe,
  all: readonly (ResolvedLink | Headline)[],
  context: Context,
  width: number | null,
  paint: Paint,
): readonly string[] {
  if (all.length === 0) return [];
  const here = all.flatMap((one) => ('relation' in one ? (one.target ?? []) : one));
  const away = all.flatMap((one) => ('relation' in one && !one.target ? one : []));
  const elsewhere = away.map(({ text, address }) =>
    address ? `${text} ${paint('quiet', `(${address})`)}` : `${text} ${paint('quiet', '(not here yet)')}`,
  );
  return [paint('strong', name), ...headlineRows(here, context, width, paint), ...elsewhere];
}
