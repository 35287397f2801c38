import { cleanLine, say } from '../text/index.ts';
import { refuseMissing, type Given } from './arguments.ts';
import { headlinesOf, listed } from './list.ts';
import { failure } from './one.ts';
import { currentScope, filled, scopeOf } from './scope.ts';
import { shown } from './show.ts';
import type { Context, Outcome } from './verb.ts';

/** Without a terminal: the article of a single file, else the list. */
export async function printPaths(context: Context, given: Given): Promise<Outcome> {
  refuseMissing(given.positionals, context.folder);
  const found = await scopeOf(given.positionals, context);
  if (found.ids.length === 0) return failure(found.problems);
  const named = given.positionals.length > 0;
  const scope = named ? await filled(found, context) : await currentScope(context);
  const library = await context.library();
  const article = scope.article && library.article(scope.article);
  const headlines = article ? [] : headlinesOf(library, { conditions: [], sort: 'newest' }, scope.ids, Infinity);
  const outcome = article ? shown(article, context, null, true) : listed(headlines, context);
  return {
    ...outcome,
    problems: scope.problems,
    remarks: [...(outcome.remarks ?? []), ...whyNoScreen(context, given)],
  };
}

function whyNoScreen({ terminal, env }: Context, given: Given) {
  if (given.json || terminal.columns === null) return [];
  const term = env['TERM'];
  const why = terminal.keyboard
    ? term
      ? say`TERM is ${cleanLine(term)}`
      : say`TERM is not set`
    : say`the input is no terminal`;
  return [say`The reader cannot be drawn here (${why}), so this is its list. "alsosee show REF" prints an article.`];
}
