import { say, type Safe } from '../text/index.ts';
import type { CarriedList } from '../exchange/index.ts';
import { changeSetting, readSettings, withQuery } from '../app/index.ts';
import { readQuery } from '../query/index.ts';
import type { Complaint, Context } from './verb.ts';

/** Keeps lists among the settings, each in place of one with the same name. */
export async function keepLists(
  lists: readonly CarriedList[],
  { home, now }: Pick<Context, 'home' | 'now'>,
): Promise<{ readonly names: readonly Safe[]; readonly problems: readonly Complaint[] }> {
  const problems: Complaint[] = [];
  const names: Safe[] = [];
  let kept = readSettings(home.settings).value.lists;
  for (const { name, query } of lists) {
    const { value, mistake } = readQuery(query, { now: now() });
    if (mistake) {
      problems.push({ kind: 'unreadable', where: name, detail: say`left out: expected ${mistake.expected}` });
    } else {
      kept = withQuery(kept, name, value);
      names.push(name);
    }
  }
  const problem = names.length > 0 ? await changeSetting(home.settings, 'lists', kept) : null;
  return problem ? { names: [], problems: [...problems, problem] } : { names, problems };
}
