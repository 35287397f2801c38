import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSettings } from '../../app/index.ts';
import { bulk } from './bulk.ts';

/** Returns what is wrong with what a program left of its deeds: what it acknowledged and is gone, and what is there by half. */
export function wrongWith(folder: string, kind: string, name: string, acknowledged: readonly string[]): string[] {
  const count = counts[kind];
  if (kind === 'set') return settingWrong(folder, acknowledged.length);
  if (!count) return [];
  const db = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
  try {
    const found = (called: string) => Number(db.prepare(count.sql).get(called, `${called}-`, `${called}.`)?.['found']);
    const lost = acknowledged.filter((called) => found(called) !== count.whole);
    const next = found(`${name}-${acknowledged.length}`);
    const later = found(`${name}-${acknowledged.length + 1}`);
    return [
      ...lost.map((called) => `${kind} ${called} was acknowledged and is not there: ${found(called)}`),
      ...(next === 0 || next === count.whole ? [] : [`${kind} ${name} was done by half: ${next} of ${count.whole}`]),
      ...(later === 0 ? [] : [`more than one ${kind} of ${name} was under way`]),
    ];
  } finally {
    db.close();
  }
}

/** How many rows a deed leaves, by its name: all that are called so, or so and a number. */
const counts: Readonly<Record<string, { readonly sql: string; readonly whole: number }>> = {
  mark: counting('statuses', 'article', 'bookmarked = 1 AND read = 2', 1),
  bulk: counting('statuses', 'article', 'bookmarked = 1', bulk),
  file: counting('articles', 'id', '1', bulk),
  keep: {
    sql: "SELECT count(*) AS found FROM sources WHERE location = 'https://' || ? || '.example/' AND ? != ?",
    whole: 1,
  },
  note: counting('session', 'name', '1', 1),
};

function counting(table: string, column: string, that: string, whole: number) {
  const named = whole === 1 ? `${column} = ?1 AND ?2 != ?3` : `${column} >= ?2 AND ${column} < ?3 AND ?1 != ''`;
  return { sql: `SELECT count(*) AS found FROM ${table} WHERE ${named} AND ${that}`, whole };
}

/** The last setting that was acknowledged, or the next one, is in the file. */
function settingWrong(folder: string, acknowledged: number): string[] {
  const { value, problems } = readSettings(folder);
  const may = acknowledged === 0 ? null : [acknowledged, acknowledged + 1];
  if (problems.length > 0) return problems.map(({ detail }): string => detail);
  return may === null || may.includes(value.keepTexts)
    ? []
    : [`the setting is ${value.keepTexts}, not ${may.join(' or ')}`];
}
