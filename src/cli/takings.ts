import { say, type Safe } from '../text/index.ts';
import type { Source } from '../news/index.ts';
import type { Complaint, Context } from './verb.ts';

/** What reading a source anew brought. */
export interface Taking {
  readonly source: { readonly id: string; readonly name: Safe; readonly location: string };
  readonly files: number;
  readonly added: number;
  readonly changed: number;
}

/** Reads a folder's source anew. Files that have not changed are not read again. */
export async function takeIn(
  source: Source,
  context: Context,
): Promise<{ readonly taking: Taking; readonly problems: readonly Complaint[] }> {
  const desk = await context.desk();
  const { id, name, location } = source;
  let files = 0;
  let added = 0;
  let changed = 0;
  const { problems } = await desk.takeInFolder(source, (progress) => {
    files = progress.files;
    added += progress.filed.added.length;
    changed += progress.filed.changed.length;
  });
  return { taking: { source: { id, name, location }, files, added, changed }, problems };
}

/** Returns the line that tells of a taking. */
export function takingLine({ source, added, changed }: Taking): Safe {
  const news = added + changed === 0 ? say`nothing new` : say`${added} new, ${changed} changed`;
  return say`${source.name}: ${news}`;
}
