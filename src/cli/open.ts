import { runReader } from '../app/index.ts';
import { refuseMissing } from './arguments.ts';
import { failure } from './one.ts';
import { guide, scopeOf } from './scope.ts';
import type { Context, Outcome } from './verb.ts';

/** Opens the reader on the paths and addresses, or on the library. Returns its exit code, or why it was not opened. */
export async function openPaths(context: Context, paths: readonly string[]): Promise<number | Outcome> {
  refuseMissing(paths, context.folder);
  const scope = await scopeOf(paths, context);
  context.progress(null);
  if (scope.ids.length === 0) return failure(scope.problems);
  const library = await context.library();
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
