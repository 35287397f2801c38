import { allLists } from '../app/index.ts';
import { currentScope } from './scope.ts';
import { cleanLine, say } from '../text/index.ts';
import {
  smartLists,
  sorts,
  type Condition,
  type Headline,
  type Kind,
  type Query,
  type Sort,
  type SourceId,
} from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { whole } from './arguments.ts';
import { headlineRecord } from './records.ts';
import { headlineRows } from './rows.ts';
import { queryOf, when, withoutMuted } from './query.ts';
import { sourceCalled } from './source-called.ts';
import { deed, type Context, type Outcome } from './verb.ts';

const orders = sorts.filter((sort) => sort !== 'relevance');
const kinds = ['news', 'backgrounder'] as const satisfies readonly Kind[];
/** Headlines asked of the library at once. */
const window = 500;
/** Articles offered to a shell that completes a word. */
const offered = 100;

/** `alsosee list`: `data` is an array of headlines (records.ts), in the order of the list. */
export const list = deed({
  options: {
    limit: { type: 'string', short: 'n', value: 'N', help: 'at most so many headlines' },
    sort: { type: 'string', value: 'ORDER', words: orders, help: 'the order' },
    tag: { type: 'string', value: 'TAG', help: 'only articles with this tag' },
    source: { type: 'string', value: 'SOURCE', help: 'only articles of this source, by its name or id' },
    kind: { type: 'string', value: 'KIND', words: kinds, help: 'only articles of this kind' },
    complete: { type: 'boolean', help: 'ids and titles for a shell', hidden: true },
  },
  more: [
    `LIST is one of ${smartLists.map((row) => row.id).join(', ')}, or the name of one of yours; without it, all articles are listed.`,
    'QUERY is words, "phrases" and fields such as title:, source:, tag:, is:unread, after:2025-04-01 or age:<7d, with OR, -not and brackets: the page "Queries" of the guide has them all. Put it in quotes for the shell. Unread is ●, being read ◐, bookmarked ★.',
  ],
  completes: { words: smartLists.map((row) => row.id) },
  async run(context, values, positionals) {
    if (values.complete) return completions(context, positionals[0] ?? '');
    const limit = whole('limit', values.limit, Infinity, 0, 1_000_000);
    const scope = await currentScope(context);
    const library = await context.library();
    const query = withoutMuted(asked(positionals, values, library, context), context);
    const headlines = headlinesOf(library, query, scope.ids, limit);
    return { ...listed(headlines, context), problems: scope.problems };
  },
});

/** Returns headlines as a verb tells them. */
export function listed(headlines: readonly Headline[], context: Context): Outcome {
  return {
    data: headlines.map(headlineRecord),
    problems: [],
    remarks: headlines.length === 0 ? [say`No articles.`] : [],
    text: (width, paint) => headlineRows(headlines, context, width, paint),
  };
}

/** Returns the articles of a query, at most the limit, asked for window by window. */
export function headlinesOf(
  library: Library,
  query: Query,
  scope: readonly SourceId[],
  limit: number,
): readonly Headline[] {
  const rows: Headline[] = [];
  while (rows.length < limit) {
    const last = rows.at(-1);
    const page = library.headlines(query, scope, {
      from: last ? { after: last, index: rows.length - 1 } : 'start',
      limit: Math.min(window, limit - rows.length),
    });
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
    if (rows.length >= page.total) break;
  }
  return rows;
}

interface Narrowing {
  readonly sort?: string;
  readonly tag?: string;
  readonly source?: string;
  readonly kind?: string;
}

function asked(words: readonly string[], narrowing: Narrowing, library: Library, context: Context): Query {
  const called = words[0]?.toLowerCase();
  const lists = allLists(context.settings.value, when(context));
  const smart = lists.find(({ id, name }) => id === called || name.toLowerCase() === called);
  const text = (smart ? words.slice(1) : words).join(' ');
  const typed = queryOf(text, context);
  const base = (smart ?? lists[0]!).query;
  const conditions: Condition[] = [...base.conditions, ...typed.conditions];
  if (narrowing.tag) conditions.push({ type: 'tag', tag: narrowing.tag });
  if (narrowing.kind) conditions.push({ type: 'kind', kind: narrowing.kind as Kind });
  if (narrowing.source) conditions.push({ type: 'source', source: sourceCalled(narrowing.source, library).id });
  const sort = typed.sort === 'newest' && !text.includes('sort:') ? base.sort : typed.sort;
  return { conditions, sort: (narrowing.sort as Sort | undefined) ?? sort };
}

async function completions(context: Context, start: string): Promise<Outcome> {
  const library = await context.library();
  const headlines = library.headlinesOf(library.idsStarting(start, offered));
  const lines = headlines.map((headline) => `${headline.id}\t${cleanLine(headline.title)}`);
  return { data: headlines.map(({ id, title }) => ({ id, title })), problems: [], text: () => lines };
}
