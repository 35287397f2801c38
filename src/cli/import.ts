import { extname } from 'node:path';
import { say } from '../text/index.ts';
import { readExchange } from '../exchange/index.ts';
import { carryOver } from './carry-over.ts';
import { exportIn } from './export-folder.ts';
import { importNewsboat } from './import-newsboat.ts';
import { carriedLine, nothingImported, together, type Imported } from './imported.ts';
import { locate, type Location } from './location.ts';
import { connectFiled } from './connecting.ts';
import { headlineRecord } from './records.ts';
import { headlineRows } from './rows.ts';
import { readState, setMarks } from './state.ts';
import { deed, WrongUse, type Complaint, type Context } from './verb.ts';
import { isDatabase, readWhole } from './whole-file.ts';

/** A larger file is not read, in bytes: some programs put the whole text of each page into theirs. */
const largest = 100_000_000;

/**
 * `alsosee import`: `data` is {articles, pieces, marked, carried}: the headlines of the articles, those that a page only lists, the
 * ids of articles that a file marked, and of each list of another program {file, format, feeds: {all, new}, articles: {all, new},
 * lists}.
 */
export const takeIn = deed({
  options: {},
  more: [
    'FILE is what another program wrote: newsboat’s urls or cache.db; OPML; an export of Pocket, Instapaper, Omnivore (its folder, too), Wallabag, Pinboard or Feedbin; bookmarks of a browser; a table with addresses (CSV). Or it is the text of a web page, as copied from a browser; Markdown (.md); or what "alsosee export state" wrote.',
    'It is recognised by what stands in it. Nothing is fetched: "alsosee refresh" asks the feeds, and a page is fetched when it is opened. What is imported stays in the library when the file is gone, and to import it again changes nothing.',
  ],
  completes: { kind: 'path' },
  async run(context, _, positionals) {
    if (positionals.length === 0) throw new WrongUse('Which file? "alsosee import FILE".');
    const done: Imported[] = [];
    for (const path of positionals) {
      const location = locate(path, context.folder);
      done.push('detail' in location ? refused(location) : await importFrom(location, context));
    }
    await connectFiled(context);
    const { articles, pieces, marked, carried, problems, remarks } = together(done);
    const failed = articles.length + marked.length + carried.length === 0 && problems.length > 0;
    const hasNewFeeds = carried.some(({ feeds }) => feeds.new > 0);
    return {
      data: failed
        ? null
        : { articles: articles.map(headlineRecord), pieces: pieces.map(headlineRecord), marked, carried },
      problems,
      failed,
      remarks: [...remarks, ...(hasNewFeeds ? [say`"alsosee refresh" fetches what the new feeds have.`] : [])],
      text: (width, paint) => [
        ...headlineRows(articles, context, width, paint),
        ...(pieces.length > 0
          ? [paint('strong', 'Listed on the page'), ...headlineRows(pieces, context, width, paint)]
          : []),
        ...carried.map(carriedLine),
        ...(marked.length > 0 ? [say`Marked: ${marked.length}`] : []),
      ],
    };
  },
});

function refused(problem: Complaint): Imported {
  return { ...nothingImported, problems: [problem] };
}

async function importFrom(location: Location, context: Context): Promise<Imported> {
  if (location.kind === 'page') return importFile(location, context);
  const parts = exportIn(location.path);
  if (parts.length > 0) return together(await importEach(parts, context));
  const detail = say`This is a folder, and no export of another program. "alsosee add" keeps a folder as a source.`;
  return refused({ kind: 'unreadable', where: location.name, detail });
}

async function importEach(locations: readonly Location[], context: Context): Promise<readonly Imported[]> {
  const done: Imported[] = [];
  for (const location of locations) done.push(await importFile(location, context));
  return done;
}

/** The looks of a file say what it is; only Markdown and the text of a page are told apart by the name. */
async function importFile(location: Location, context: Context): Promise<Imported> {
  if (isDatabase(location)) return importNewsboat(location, context);
  const bytes = readWhole(location, largest);
  if ('detail' in bytes) return refused(bytes);
  const marks = readState(new TextDecoder().decode(bytes));
  if (marks) {
    return { ...nothingImported, marked: setMarks(await context.library(), marks, context.now()) };
  }
  const { value, problems } = readExchange(location.name, bytes);
  if (value) return carryOver(value, problems, location, context);
  if (problems.length > 0) return { ...nothingImported, problems };
  return importText(location, context);
}

async function importText(location: Location, context: Context): Promise<Imported> {
  const library = await context.library();
  const desk = await context.desk();
  const ending = extname(location.path).toLowerCase();
  if (['.json', '.csv', '.opml'].includes(ending)) {
    const detail = say`The file holds nothing that is known here. "alsosee help import" tells what can be imported.`;
    return refused({ kind: 'unreadable', where: location.name, detail });
  }
  if (ending === '.md' || ending === '.markdown') {
    const { value, problems } = await desk.takeInFile(location.path, true);
    return { ...nothingImported, articles: value ? library.headlinesOf([value]) : [], problems };
  }
  const { value, problems } = await desk.importPageText(location.path);
  if (!value) return { ...nothingImported, problems };
  return {
    ...nothingImported,
    articles: library.headlinesOf([value.article]),
    pieces: library.headlinesOf(value.pieces),
    problems,
  };
}
