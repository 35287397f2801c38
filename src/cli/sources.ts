import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Source } from '../news/index.ts';
import { judgeAddress } from '../address/index.ts';
import { isListed, type Library } from '../library/index.ts';
import { counted } from './counted.ts';
import { sourceCalled } from './source-called.ts';
import { reportOn } from '../library/index.ts';
import { sourceRecord } from './source-record.ts';
import { pagesLine, sourceRows } from './source-rows.ts';
import { articlesOf } from './takings.ts';
import { deed, WrongUse, type Context, type Outcome } from './verb.ts';

/**
 * `alsosee sources`: `data` is an array of {id, kind, name, location, kept, tags, paused, whole, articles, unread, weeks, health}:
 * `weeks` counts the articles of the last eight weeks, the oldest first; `health` is null or {tried, fetched, notBefore, failures,
 * failingSince, why, gone, site}. Sites whose pages are here are among them only with --pages. After a change it is that of the sources that were changed, or {removed: [{id, name, articles}]}.
 */
export const sources = deed({
  options: {
    rename: { type: 'string', value: 'NAME', help: 'gives one source another name' },
    tag: { type: 'string', multiple: true, value: 'TAG', help: 'files them under a tag; can be given again' },
    'no-tag': { type: 'string', multiple: true, value: 'TAG', help: 'takes a tag away' },
    pause: { type: 'boolean', help: 'asks them for no news' },
    resume: { type: 'boolean', help: 'asks them for news again' },
    whole: { type: 'boolean', help: 'fetches the page of each of their articles' },
    'no-whole': { type: 'boolean', help: 'leaves it at what the feed tells' },
    remove: { type: 'boolean', help: 'removes them; what was marked of their articles is kept' },
    pages: { type: 'boolean', help: 'lists each site whose pages are here, too' },
    complete: { type: 'boolean', help: 'ids and names for a shell', hidden: true },
  },
  more: [
    'Without a SOURCE all are listed: articles a week over the last eight weeks, how many there are and are unread, and when each was last fetched. SOURCE is a name, an id, an address or the beginning of one of them.',
  ],
  completes: { kind: 'source' },
  async run(context, values, positionals) {
    const library = await context.library();
    if (values.complete) return completions(library, positionals[0] ?? '');
    const change = changeIn(values);
    const named = positionals.map((word) => sourceCalled(word, library));
    if (values.remove && change) throw new WrongUse('--remove alone: what is removed needs no other change.');
    if ((values.remove || change) && named.length === 0) throw new WrongUse('Which sources? Name them.');
    if (change?.name !== undefined && named.length > 1) throw new WrongUse('One name is for one source.');
    if (values.remove) return removed(named, library);
    if (change) {
      const after = named.map((source) => library.changeSource(source.id, changed(source, change)) ?? source);
      return { ...listed(after, true, context, library), remarks: [] };
    }
    if (named.length > 0) return listed(named, true, context, library);
    return listed(library.sources().filter(isShown), values.pages === true, context, library);
  },
});

/** What is listed, but for what is left of sources that were removed: of that nothing can be changed. */
function isShown(source: Source): boolean {
  return isListed(source) && (source.kind !== 'page' || judgeAddress(source.location).verdict !== 'refused');
}

interface Change {
  readonly name?: Safe;
  readonly tags: readonly Safe[];
  readonly without: readonly Safe[];
  readonly paused?: boolean;
  readonly whole?: boolean;
}

interface Given {
  readonly rename?: string;
  readonly tag?: readonly string[];
  readonly 'no-tag'?: readonly string[];
  readonly pause?: boolean;
  readonly resume?: boolean;
  readonly whole?: boolean;
  readonly 'no-whole'?: boolean;
}

function changeIn(given: Given): Change | null {
  const { rename, tag = [], pause, resume, whole } = given;
  if (pause && resume) throw new WrongUse('--pause or --resume, not both.');
  if (whole && given['no-whole']) throw new WrongUse('--whole or --no-whole, not both.');
  const change: Change = {
    ...(rename === undefined ? {} : { name: nameIn(rename) }),
    tags: tag.map(cleanLine),
    without: (given['no-tag'] ?? []).map(cleanLine),
    ...(pause || resume ? { paused: pause === true } : {}),
    ...(whole || given['no-whole'] ? { whole: whole === true } : {}),
  };
  return Object.values(change).flat().length > 0 ? change : null;
}

function nameIn(written: string): Safe {
  const name = cleanLine(written);
  if (name === '') throw new WrongUse('A name has at least one letter.');
  return name;
}

function changed(source: Source, { tags, without, ...change }: Change): Partial<Source> {
  const gone = new Set(without.map((tag) => tag.toLowerCase()));
  const kept = source.tags.filter((tag) => !gone.has(tag.toLowerCase()));
  return { ...change, tags: [...new Set([...kept, ...tags])] };
}

function removed(named: readonly Source[], library: Library): Outcome {
  const gone = named.map(({ id, name }) => ({ id, name, articles: articlesOf([id], library) }));
  for (const { id } of gone) library.removeSource(id);
  return {
    data: { removed: gone },
    problems: [],
    text: () =>
      gone.map(
        ({ name, articles }) =>
          say`Removed ${name} and its ${counted(articles, say`article`)}. What you marked of them is kept.`,
      ),
  };
}

/** Lists sources. Of sites whose pages are here there can be hundreds: they share a line, unless each is asked for. */
function listed(all: readonly Source[], each: boolean, context: Context, library: Library): Outcome {
  const reports = reportOn(library, each ? all : all.filter(({ kind }) => kind !== 'page'), context.now());
  const pages = each ? [] : all.filter(({ kind }) => kind === 'page').map(({ id }) => id);
  return {
    data: reports.map(sourceRecord),
    problems: [],
    remarks: all.length === 0 ? [say`No source is kept. "alsosee add URL" or "alsosee add DIR" keeps one.`] : [],
    text: (width, paint) => [
      ...sourceRows(reports, context, width, paint),
      ...(pages.length > 0 ? [paint('quiet', pagesLine(pages.length, articlesOf(pages, library)))] : []),
    ],
  };
}

function completions(library: Library, start: string): Outcome {
  const beginning = library.sources().filter(({ id }) => id.startsWith(start));
  const rows = beginning.filter(isShown).map(({ id, name }) => ({ id, name }));
  return { data: rows, problems: [], text: () => rows.map(({ id, name }) => `${id}\t${name}`) };
}
