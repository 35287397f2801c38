import type { Article } from '../news/index.ts';
import { whole } from './arguments.ts';
import { oneArticle } from './one.ts';
import { wholePage } from './page.ts';
import { articleRecord } from './records.ts';
import { typesetter, unknownWidth } from './typeset.ts';
import { deed, type Context, type Outcome } from './verb.ts';

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
    text: typesetter(wholePage(article, context), context, width, plain),
  };
}
