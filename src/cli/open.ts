import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanLine, say } from '../text/index.ts';
import { suggestion, type Given } from './arguments.ts';
import { headlinesOf, listed } from './list.ts';
import { drawsScreens } from './machine.ts';
import { failure } from './one.ts';
import { currentScope, filled, guide, scopeOf } from './scope.ts';
import { shown } from './show.ts';
import { WrongUse, type Context, type Outcome } from './verb.ts';

/** Tells whether the reader is wanted, and can be drawn here. */
export function wantsScreen(context: Context, given: Given): boolean {
  return !given.json && drawsScreens(context.terminal, context.env);
}

/** Opens the reader on the paths and addresses, or on the library. Returns its exit code, or why it was not opened. */
export async function openPaths(context: Context, paths: readonly string[]): Promise<number | Outcome> {
  refuseMissing(paths, context.folder);
  const scope = await scopeOf(paths, context);
  context.progress(null);
  if (scope.ids.length === 0) return failure(scope.problems);
  const library = await context.library();
  const { runReader } = await import('../app/index.ts');
  return runReader({
    home: context.home,
    settings: context.settings,
    library,
    desk: () => context.desk(),
    guide: guide(library),
    scope: scope.ids,
    folders: scope.folders,
    open: scope.article,
    problems: [...context.found, ...scope.problems].map(({ where, detail }) => ({ where, detail })),
  });
}

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

/** A word that names neither a verb nor a file is most likely a verb that was mistyped. */
function refuseMissing(paths: readonly string[], folder: string): void {
  const [word] = paths;
  if (word === undefined || !/^[a-z-]+$/i.test(word) || existsSync(resolve(folder, word))) return;
  throw new WrongUse(`There is no verb and no file "${word}".${suggestion(word)}`);
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
