import { say, type Safe } from '../text/index.ts';
import type { Article, Headline, Related, Relation, ResolvedLink, Surroundings } from '../news/index.ts';
import { oneArticle } from './one.ts';
import { headlineRecord, linkRecord, relatedRecord } from './records.ts';
import { headlineRows } from './rows.ts';
import { deed, type Context, type Outcome, type Paint } from './verb.ts';

/**
 * `alsosee links`: `data` is {id, title, alsoSee, background, inline, linkedFrom, found}: the first three are arrays of links
 * (records.ts), then an array of the headlines that link to the article, newest first. `found` is {background, related}, arrays
 * of what no link leads to, the best first, each with its `why`.
 */
export const links = deed({
  options: {},
  completes: { kind: 'article' },
  async run(context, _, positionals) {
    const found = await oneArticle(context, positionals);
    if (!('body' in found)) return found;
    return outcome(found, (await context.desk()).surroundings(found.id), context);
  },
});

function outcome(article: Article, { background, related }: Surroundings, context: Context): Outcome {
  const of = (relation: Relation) => article.links.filter((link) => link.relation === relation);
  const unlinked = background.filter(({ headline }) => !article.links.some(({ target }) => target?.id === headline.id));
  return {
    data: {
      id: article.id,
      title: article.title,
      alsoSee: of('also-see').map(linkRecord),
      background: of('background').map(linkRecord),
      inline: of('inline').map(linkRecord),
      linkedFrom: article.linkedFromArticles.map(headlineRecord),
      found: { background: unlinked.map(relatedRecord), related: related.map(relatedRecord) },
    },
    problems: [],
    remarks:
      article.links.length + article.linkedFromArticles.length + unlinked.length + related.length === 0
        ? [say`No links.`]
        : [],
    text: (width, paint) =>
      [
        section(say`Also see`, of('also-see'), context, width, paint),
        section(say`Background`, of('background'), context, width, paint),
        section(say`In the text`, of('inline'), context, width, paint),
        section(say`Linked from`, article.linkedFromArticles, context, width, paint),
        reasoned(say`What explains it`, unlinked, context, width, paint),
        reasoned(say`Related`, related, context, width, paint),
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
  const elsewhere = away.map(({ text, address, guess }) => {
    const where = guess ? say`may mean “${guess.title}”` : (address ?? say`not here yet`);
    return `${text} ${paint('quiet', `(${where})`)}`;
  });
  return [paint('strong', name), ...headlineRows(here, context, width, paint), ...elsewhere];
}

/** Each headline with the strongest reason why it is there below it. */
function reasoned(
  name: Safe,
  all: readonly Related[],
  context: Context,
  width: number | null,
  paint: Paint,
): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.flatMap(({ headline, why }) => [
    ...headlineRows([headline], context, width, paint),
    ...why.slice(0, 1).map((reason) => paint('quiet', `  ${reason}`)),
  ]);
  return [paint('strong', name), ...rows];
}
