/**
 * Returns the rows of a table in CSV, its fields as they are meant: https://www.rfc-editor.org/rfc/rfc4180. Quotes hold commas
 * and line breaks together, and two of them stand for one. A quote inside a bare field is a letter; one that is never closed
 * ends with the text. Empty lines are left out.
 */
export function readCsv(text: string, comma: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, end] = fieldAt(text, at, comma);
    row.push(field);
    at = end;
    if (text[at] === comma) {
      at++;
      if (at < text.length) continue;
      row.push('');
    }
    if (text.startsWith('\r\n', at)) at++;
    at++;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/** Returns the field that begins there, and where it ends. */
function fieldAt(text: string, start: number, comma: string): [string, number] {
  if (text[start] !== '"') {
    const end = endOfField(text, start, comma);
    return [text.slice(start, end), end];
  }
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    const end = quote < 0 ? text.length : quote;
    parts.push(text.slice(from, end));
    if (text[end + 1] !== '"') {
      const rest = endOfField(text, end + 1, comma);
      return [parts.join('"') + text.slice(end + 1, rest), Math.min(rest, text.length)];
    }
    from = end + 2;
  }
}

function endOfField(text: string, start: number, comma: string): number {
  let end = start;
  while (end < text.length && text[end] !== comma && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** Returns the rows as CSV, each field in quotes where it needs them. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
