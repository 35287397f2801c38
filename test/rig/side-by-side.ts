import stringWidth from 'string-width';

/** Returns two texts in two columns, with a sign between the rows that differ. */
export function sideBySide(leftName: string, left: string, rightName: string, right: string): string {
  const [leftRows, rightRows] = [left.trimEnd().split('\n'), right.trimEnd().split('\n')];
  const width = Math.max(leftName.length, ...leftRows.map((row) => stringWidth(row)));
  const rows = Array.from({ length: Math.max(leftRows.length, rightRows.length) }, (_, index) => {
    const [a = '', b = ''] = [leftRows[index], rightRows[index]];
    return `${fill(a, width)} ${a === b ? '│' : '≠'} ${b}`;
  });
  return [`${fill(leftName, width)} │ ${rightName}`, ...rows].join('\n');
}

const fill = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));
