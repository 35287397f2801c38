import { currentScope } from './scope.ts';
import type { Headline } from '../news/index.ts';
import { articleFile } from './article-file.ts';
import { bookmarkLines, bookmarkPage, type Format, formats } from './bookmark-files.ts';
import { feedsOutline } from './feeds-outline.ts';
import { headlinesOf } from './list.ts';
import { oneArticle } from './one.ts';
import { headlineRecord } from './records.ts';
import { stateDocument, stateOf } from './state.ts';
import { deed, WrongUse, type Context, type Outcome } from './verb.ts';

/**
 * `alsosee export`: `data` is, for `bookmarks`, an array of headlines; for `opml`, {feeds, opml}; for `state`, {format, version,
 * articles} (state.ts); for an article, {id, markdown}. As text it is the file that one would keep.
 */
export const write = deed({
  options: {
    format: { type: 'string', value: 'FORMAT', words: formats, help: 'how bookmarks are written (markdown)' },
  },
  more: [
    'opml        the feeds, with their tags, as every reader of feeds takes them',
    'bookmarks   what you keep for later: a Markdown list, HTML that browsers take, or a table that readers of Pocket take',
    'state       what you did with every article, as JSON that "alsosee import" reads',
    'REF         one article as Markdown, with its metadata as front matter',
  ],
  completes: { words: ['opml', 'bookmarks', 'state'], kind: 'article' },
  async run(context, values, positionals) {
    const [what] = positionals;
    if (what === undefined) throw new WrongUse('Export what? opml, bookmarks, state, or one article.');
    if (values.format !== undefined && what !== 'bookmarks')
      throw new WrongUse('--format is for bookmarks: everything else has one format.');
    if (what === 'bookmarks') return bookmarks((values.format as Format | undefined) ?? 'markdown', context);
    if (what === 'opml') return feedsOutline(await context.library());
    if (what === 'state') return state(context);
    const found = await oneArticle(context, positionals);
    return 'body' in found ? articleFile(found) : found;
  },
});

async function bookmarks(format: Format, context: Context): Promise<Outcome> {
  const scope = await currentScope(context);
  const library = await context.library();
  const kept: readonly Headline[] = headlinesOf(
    library,
    { conditions: [{ type: 'bookmarked' }], sort: 'newest' },
    scope.ids,
    Infinity,
  );
  return {
    data: kept.map(headlineRecord),
    problems: [],
    text: () =>
      bookmarkLines(
        kept.map((headline) => bookmarkPage(headline, library)),
        format,
        context,
      ),
  };
}

async function state(context: Context): Promise<Outcome> {
  const library = await context.library();
  const everything = library.sources().map(({ id }) => id);
  const document = stateDocument(stateOf(library, everything));
  return { data: document, problems: [], text: () => JSON.stringify(document, null, 2).split('\n') };
}
