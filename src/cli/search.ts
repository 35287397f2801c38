import { currentScope } from './scope.ts';
import { wrapWords } from './wrap.ts';
import { whole } from './arguments.ts';
import { headlineRecord } from './records.ts';
import { headlineRows } from './rows.ts';
import { queryOf, withoutMuted } from './query.ts';
import { say } from '../text/index.ts';
import type { Hit } from '../library/index.ts';
import { deed, WrongUse, type Paint } from './verb.ts';

/**
 * `alsosee search`: `data` is an array, best first, of headlines (records.ts) with `snippet`, an array of {text, hit} whose
 * texts together are the passage, `hit` on the words that were found.
 */
export const search = deed({
  options: { limit: { type: 'string', short: 'n', value: 'N', help: 'at most so many articles (20)' } },
  more: [
    'Searches titles, summaries and bodies of all articles here, in the language of "alsosee list". The best come first.',
  ],
  async run(context, values, positionals) {
    const words = positionals.join(' ').trim();
    if (words === '') throw new WrongUse('What shall be searched for? "alsosee search WORDS…"');
    const limit = whole('limit', values.limit, 20, 1, 1000);
    const scope = await currentScope(context);
    const library = await context.library();
    const hits = library.search(withoutMuted(queryOf(words, context), context), scope.ids, limit);
    return {
      data: hits.map((hit) => ({ ...headlineRecord(hit.headline), snippet: hit.snippet })),
      problems: scope.problems,
      remarks: hits.length === 0 ? [say`Nothing found.`] : [],
      text: (width, paint) => {
        const rows = headlineRows(
          hits.map((hit) => hit.headline),
          context,
          width,
          paint,
        );
        return rows.flatMap((row, index) => [row, ...passage(hits[index]!, width, paint)]);
      },
    };
  },
});

function passage(hit: Hit, width: number | null, paint: Paint): readonly string[] {
  const text = hit.snippet.map((part) => (part.hit ? paint('strong', part.text) : part.text)).join('');
  return wrapWords(text.replace(/\s+/g, ' ').trim(), width, '    ');
}
