import { cleanLine, join, say, type Safe } from '../text/index.ts';
import { surveyFolder, type Survey } from '../catalog/index.ts';
import type { Article, ResolvedLink } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { counted } from './counted.ts';
import { headlinesOf } from './list.ts';
import { failure } from './one.ts';
import { locate } from './location.ts';
import { takeIn } from './takings.ts';
import { deed, WrongUse, type Complaint, type Context } from './verb.ts';

/**
 * `alsosee check`: `data` is {folder, files, articles, links, unresolved, drafts, unknownFields}: counts, `unresolved` of links that
 * lead nowhere; paths of drafts, and {name, files} of fields of which nothing is made, neither of which is a problem. The problems are those of the envelope, each with the file as `where`; the exit code is 1 when there is any.
 */
export const check = deed({
  options: {},
  more: ['Reads the folder as the reader would, keeps nothing, and exits 1 when something is wrong.'],
  completes: { kind: 'path' },
  async run(context, _, positionals) {
    const [path, another] = positionals;
    if (path === undefined || another !== undefined) throw new WrongUse('Check which folder? "alsosee check DIR".');
    const location = locate(path, context.folder);
    if ('detail' in location) return failure([location]);
    if (location.kind === 'page') {
      return failure([
        { kind: 'unreadable', where: location.name, detail: say`This is a file. "alsosee inspect" looks into a file.` },
      ]);
    }
    const scratch = await context.scratch();
    const source = scratch.library.keepSource({
      kind: 'folder',
      name: location.name,
      location: location.path,
      kept: true,
    });
    const { taking, problems } = await takeIn(source, { ...context, desk: async () => scratch.desk });
    const articles = await connected(scratch, context.interrupt());
    const unresolved = articles.flatMap(leadingNowhere);
    const all = distinct([...problems, ...scratch.library.problems([source.id]), ...unresolved]);
    const links = articles.reduce((sum, article) => sum + article.links.length, 0);
    const survey = surveyFolder(location.path);
    const counts = say`${counted(articles.length, say`article`)}, ${counted(links, say`link`)}: ${counted(all.length, say`problem`)}`;
    return {
      data: {
        folder: location.path,
        files: taking.files,
        articles: articles.length,
        links,
        unresolved: unresolved.length,
        drafts: survey.drafts,
        unknownFields: survey.unknown,
      },
      problems: all,
      failed: all.length > 0,
      remarks: remarksOn(survey),
      text: () => [counts],
    };
  },
});

/** What is right and may still surprise. */
function remarksOn({ drafts, unknown }: Survey): readonly Safe[] {
  const fields = unknown.map(({ name, files }) => say`${name} (${counted(files, say`file`)})`);
  return [
    ...(drafts.length > 0 ? [say`Kept back as ${counted(drafts.length, say`draft`)}: ${join(drafts, say`, `)}`] : []),
    ...(fields.length > 0 ? [say`Nothing is made of these fields: ${join(fields, say`, `)}`] : []),
  ];
}

/** Returns the articles with their links. What a title alone means is known once all of them were read, which takes far longer. */
async function connected(
  { library, desk }: Awaited<ReturnType<Context['scratch']>>,
  signal: AbortSignal,
): Promise<readonly Article[]> {
  const filed = articlesOf(library);
  const isOpen = filed.some(({ links }) => links.some(({ target, address }) => !target && address === null));
  if (!isOpen) return filed;
  await desk.connect(signal);
  return articlesOf(library);
}

function articlesOf(library: Library): readonly Article[] {
  const everything = library.sources().map(({ id }) => id);
  const headlines = headlinesOf(library, { conditions: [], sort: 'title' }, everything, Infinity);
  return headlines.flatMap(({ id }) => library.article(id) ?? []);
}

/** Returns a complaint for each link that names an article of the folder and finds none. Links to the web are no concern. */
function leadingNowhere(article: Article): readonly Complaint[] {
  return article.links
    .filter((link) => !link.target && !isElsewhere(link))
    .map((link) => ({
      kind: 'unresolved-link',
      where: article.path === null ? article.title : cleanLine(article.path),
      detail: say`${relationName[link.relation]} leads nowhere: ${link.address ?? link.text}${guessed(link)}`,
    }));
}

function guessed({ guess }: ResolvedLink): Safe {
  return guess ? say`. Is “${guess.title}” meant?` : say``;
}

const relationName = {
  'also-see': say`"Also see"`,
  background: say`"background"`,
  inline: say`A link in the text`,
} as const satisfies Record<ResolvedLink['relation'], Safe>;

function isElsewhere({ address }: ResolvedLink): boolean {
  return address !== null && /^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(address);
}

function distinct(problems: readonly Complaint[]): readonly Complaint[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
