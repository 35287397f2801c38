import type { Article } from '../news/index.ts';
import { whole } from './arguments.ts';
import { markdownOf } from './markdown.ts';
import { oneArticle } from './one.ts';
import { wholePage, type WholePage } from './page.ts';
import { articleRecord } from './records.ts';
import { deed, type Context, type Outcome, type Paint } from './verb.ts';

/** Columns of a line when no terminal says how many there are. */
const unknownWidth = 80;

/** `alsosee show`: `data` is the article (records.ts). */
export const show = deed({
  options: {
    width: { type: 'string', short: 'w', value: 'N', help: 'columns of the text, from 20 to 1000' },
    plain: { type: 'boolean', help: 'no styles, on a terminal too' },
  },
  more: ['For a terminal the article is styled; "alsosee show REF --plain | less" pages it anywhere.'],
  completes: { kind: 'article' },
  async run(context, values, positionals) {
    const width = values.width === undefined ? null : whole('width', values.width, unknownWidth, 20, 1000);
    const found = await oneArticle(context, positionals);
    return 'body' in found ? shown(found, context, width, values.plain === true) : found;
  },
});

/** Returns an article as a verb tells it. */
export function shown(article: Article, context: Context, width: number | null, plain: boolean): Outcome {
  return {
    data: articleRecord(article),
    problems: [],
    text: async (columns, paint) => {
      const page = wholePage(article, context);
      if (plain || columns === null) return set(page, width ?? columns ?? unknownWidth, context);
      return draw(page, width ?? Math.min(columns, context.settings.value.width), context, paint);
    },
  };
}

/** The words alone, typeset as the reader does it: exact at every width. */
async function set(page: WholePage, columns: number, context: Context): Promise<readonly string[]> {
  const { typeset } = await import('../prose/index.ts');
  const lines = typeset(page.prose, { columns, ascii: !context.terminal.unicode });
  return lines.map((line) =>
    line.runs
      .map((run) => run.text)
      .join('')
      .trimEnd(),
  );
}

async function draw(page: WholePage, columns: number, context: Context, paint: Paint): Promise<readonly string[]> {
  const { pretty } = await import('./pretty.ts');
  const address = (link: { readonly address: string | null }) =>
    /^https?:/.test(link.address ?? '') ? link.address : null;
  return pretty(markdownOf(page.prose, page.links, { address }), { columns, unicode: context.terminal.unicode, paint });
}
