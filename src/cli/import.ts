import { extname } from 'node:path';
import { say } from '../text/index.ts';
import type { ArticleId, Headline } from '../news/index.ts';
import { locate, type Location } from './location.ts';
import { headlineRecord } from './records.ts';
import { headlineRows } from './rows.ts';
import { readState, restoreState } from './state.ts';
import { deed, WrongUse, type Complaint, type Context } from './verb.ts';

interface Imported {
  readonly articles: readonly Headline[];
  readonly pieces: readonly Headline[];
  readonly marked: readonly ArticleId[];
  readonly problems: readonly Complaint[];
}

/**
 * `alsosee import`: `data` is {articles, pieces, marked}: the headlines of the articles, those that a page only lists, and
 * the ids that a state file marked.
 */
export const takeIn = deed({
  options: {},
  more: [
    'FILE is the text of a web page, as copied from a browser; Markdown (.md); or what "alsosee export state" wrote (.json).',
    'What is imported stays in the library when the file is gone.',
  ],
  completes: { kind: 'path' },
  async run(context, _, positionals) {
    if (positionals.length === 0) throw new WrongUse('Which file? "alsosee import FILE".');
    const done: Imported[] = [];
    for (const path of positionals) {
      const location = locate(path, context.folder);
      done.push('detail' in location ? { ...nothing, problems: [location] } : await importFile(location, context));
    }
    const articles = done.flatMap((one) => one.articles);
    const pieces = done.flatMap((one) => one.pieces);
    const marked = done.flatMap((one) => one.marked);
    const problems = done.flatMap((one) => one.problems);
    const failed = articles.length + marked.length === 0 && problems.length > 0;
    return {
      data: failed ? null : { articles: articles.map(headlineRecord), pieces: pieces.map(headlineRecord), marked },
      problems,
      failed,
      text: (width, paint) => [
        ...headlineRows(articles, context, width, paint),
        ...(pieces.length > 0
          ? [paint('strong', 'Listed on the page'), ...headlineRows(pieces, context, width, paint)]
          : []),
        ...(marked.length > 0 ? [say`Marked: ${marked.length}`] : []),
      ],
    };
  },
});

const nothing: Imported = { articles: [], pieces: [], marked: [], problems: [] };

async function importFile(location: Location, context: Context): Promise<Imported> {
  if (location.kind === 'folder') {
    const detail = say`This is a folder. "alsosee add" keeps a folder as a source.`;
    return { ...nothing, problems: [{ kind: 'unreadable', where: location.name, detail }] };
  }
  const library = await context.library();
  const desk = await context.desk();
  const ending = extname(location.path).toLowerCase();
  if (ending === '.json') {
    const { value, problems } = readState(location.path);
    return { ...nothing, marked: restoreState(library, value, context.now()), problems };
  }
  if (ending === '.md' || ending === '.markdown') {
    const { value, problems } = await desk.takeInFile(location.path, true);
    return { ...nothing, articles: value ? library.headlinesOf([value]) : [], problems };
  }
  const { value, problems } = await desk.importPageText(location.path);
  if (!value) return { ...nothing, problems };
  return {
    ...nothing,
    articles: library.headlinesOf([value.article]),
    pieces: library.headlinesOf(value.pieces),
    problems,
  };
}
