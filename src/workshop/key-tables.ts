/** A command as `alsosee keys --json` tells it. */
export interface CommandRow {
  readonly screen: string;
  readonly id: string;
  readonly keys: readonly string[];
  readonly title: string;
  readonly hint: string;
  readonly group: string;
}

const opening = '<!-- keys -->';
const closing = '<!-- /keys -->';

/** Returns a table of Markdown for each group of commands. A key that means the same on several screens stands once. */
export function keyTables(rows: readonly CommandRow[]): string {
  const bound = rows.filter(({ keys }) => keys.length > 0);
  return [...Map.groupBy(bound, ({ group }) => group)].map(([group, own]) => table(group, own)).join('\n\n');
}

function table(group: string, rows: readonly CommandRow[]): string {
  const lines = rows.map(({ keys, title, id }) => `| ${keys.map(code).join(' ')} | ${cell(title)} | \`${id}\` |`);
  return [`### ${capital(group)}`, '', '| Keys | What happens | Command |', '|---|---|---|', ...new Set(lines)].join(
    '\n',
  );
}

/** Returns a key as code, whatever sign it is: a backtick needs two around it, and a bar would end the cell. */
function code(key: string): string {
  const inside = key.replaceAll('|', '\\|');
  return key.includes('`') ? `\`\` ${inside} \`\`` : `\`${inside}\``;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns the document with the tables between its marks. Throws when it has none. */
export function withTables(text: string, tables: string, path: string): string {
  const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
  if (start < 0 || end < start)
    throw new Error(`${path} has no ${opening} and ${closing} for the keys to stand between.`);
  return `${text.slice(0, start + opening.length)}\n\n${tables}\n\n${text.slice(end)}`;
}
