import type { SettingRow } from '../app/index.ts';

/** A command as `alsosee keys --json` tells it. */
export interface CommandRow {
  readonly screen: string;
  readonly id: string;
  readonly keys: readonly string[];
  readonly title: string;
  readonly hint: string;
  readonly group: string;
}

/** Returns a table of Markdown for each group of commands. A command of several screens stands once, with all its keys. */
export function keyTables(rows: readonly CommandRow[]): string {
  const bound = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(merged).filter(({ keys }) => keys.length > 0);
  return [...Map.groupBy(bound, ({ group }) => group)].map(([group, own]) => table(group, own)).join('\n\n');
}

function merged(rows: readonly CommandRow[]): readonly CommandRow[] {
  const [first] = rows;
  return first ? [{ ...first, keys: [...new Set(rows.flatMap(({ keys }) => keys))] }] : [];
}

function table(group: string, rows: readonly CommandRow[]): string {
  const lines = rows.map(({ keys, hint, id }) => `| ${keys.map(code).join(' ')} | ${cell(hint)} | \`${id}\` |`);
  return [`### ${capital(group)}`, '', '| Keys | What happens | Command |', '|---|---|---|', ...lines].join('\n');
}

/** Returns the table of settings, with their defaults. */
export function settingTable(rows: readonly SettingRow[]): string {
  const lines = rows.map(
    ({ name, meaning, allowed, fallback }) =>
      `| \`${name}\` | ${cell(meaning)} | ${cell(allowed)} | \`${JSON.stringify(fallback)}\` |`,
  );
  return ['| Setting | Is | Allowed | Default |', '|---|---|---|---|', ...lines].join('\n');
}

/** Returns a key as code, whatever sign it is: a backtick needs two around it, and a bar would end the cell. */
function code(key: string): string {
  const inside = key.replaceAll('|', '\\|');
  return key.includes('`') ? `\`\` ${inside} \`\`` : `\`${inside}\``;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns the document with the text between its marks, such as `<!-- keys -->`. Throws when it has none. */
export function withTables(text: string, mark: string, tables: string, path: string): string {
  const [opening, closing] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
  if (start < 0 || end < start)
    throw new Error(`${path} has no ${opening} and ${closing} for the ${mark} to stand between.`);
  return `${text.slice(0, start + opening.length)}\n\n${tables}\n\n${text.slice(end)}`;
}
