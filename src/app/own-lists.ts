import { cleanLine, say, type Safe } from '../text/index.ts';
import { smartLists, type Query, type SmartList } from '../news/index.ts';
import { readQuery, writeQuery, type When } from '../query/index.ts';
import type { Settings } from './settings.ts';

/** What the reader keeps by a name: lists, and rules that hide. */
export type Shelf = 'lists' | 'mute';

/** Returns the lists that every reader has, and then those that this one made, as they mean now. */
export function allLists({ lists }: Pick<Settings, 'lists'>, when: When): readonly SmartList[] {
  return [...smartLists, ...named(lists, 'own', when)];
}

/** Returns the rules by which the reader has articles hidden, as they mean now. */
export function muteRules({ mute }: Pick<Settings, 'mute'>, when: When): readonly SmartList[] {
  return named(mute, 'muted', when);
}

/** Returns the settings with a query kept under a name, or without that name; in the place of another name where that was changed. */
export function withQuery(
  kept: Readonly<Record<string, string>>,
  name: Safe,
  query: Query | null,
  was: Safe | null = null,
): Readonly<Record<string, string>> {
  const text = query && writeQuery(query);
  const place = was ?? name;
  const rows: (readonly [string, string])[] = Object.entries(kept).filter(
    ([other]) => other !== name || other === place,
  );
  const at = rows.findIndex(([other]) => other === place);
  const added = text === null ? [] : [[name, text] as const];
  return Object.fromEntries(at === -1 ? [...rows, ...added] : rows.toSpliced(at, 1, ...added));
}

/** What cannot be read was told when the settings were read, and is left out. */
function named(kept: Readonly<Record<string, string>>, id: string, when: When): readonly SmartList[] {
  return Object.entries(kept).flatMap(([key, text]) => {
    const { value, mistake } = readQuery(text, when);
    const name = cleanLine(key);
    return mistake ? [] : [{ id: `${id} ${name}`, name, query: value }];
  });
}

/** Returns the list of what a rule hides. */
export function hiddenBy(rule: SmartList): SmartList {
  const { id, query } = rule;
  return {
    id,
    name: say`Muted by “${rule.name}”`,
    query: { ...query, conditions: [...query.conditions, { type: 'muted' }] },
  };
}
