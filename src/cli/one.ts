import type { Article } from '../news/index.ts';
import { currentScope } from './scope.ts';
import { resolveReference } from './reference.ts';
import { WrongUse, type Complaint, type Context, type Outcome } from './verb.ts';

/** Returns the one reference that a verb takes. Throws {@link WrongUse} when there are none or more. */
function onlyReference(positionals: readonly string[]): string {
  if (positionals.length === 1) return positionals[0]!;
  if (positionals.length > 1) throw new WrongUse(`One article at a time: ${positionals.length} were named.`);
  throw new WrongUse('Which article? Name it by its id, path or address; "alsosee list" shows the ids.');
}

/** Returns the article that the one reference names, or the outcome of a verb that did not find it. */
export async function oneArticle(context: Context, positionals: readonly string[]): Promise<Article | Outcome> {
  const reference = onlyReference(positionals);
  await currentScope(context);
  const library = await context.library();
  const { id, problem } = resolveReference(library, reference, context.folder);
  const article = id && library.article(id);
  return article ?? failure(problem ? [problem] : []);
}

/** Returns the outcome of a verb that did nothing. */
export function failure(problems: readonly Complaint[]): Outcome {
  return { data: null, problems, text: () => [], failed: true };
}
