import type { Matter } from './matter.ts';

type Table = Record<string, unknown>;

const assignment = /^[ \t]*("(?:[^"\\]|\\.)*"|'[^']*'|[\w.-]+)[ \t]*=[ \t]*/;
const heading = /^[ \t]*\[{1,2}([^[\]]+)\]{1,2}[ \t]*(?:#.*)?$/;
const token =
  /"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|#.*|([^\s,[\]#"']+(?: \d[\d:.Zz+-]*)?)|[[\],]/g;

/**
 * Returns what TOML front matter says: the part of TOML that Hugo and Zola files are written in (names, strings, lists and
 * one level of tables). Values stay text, as in {@link readYaml}; a line that is none of these is reported.
 */
export function readToml(matter: string): Matter {
  const values: Table = Object.create(null) as Table;
  const complaints: string[] = [];
  let table = values;
  let rest = matter.replace(/\r\n?/g, '\n');
  while (rest) {
    const named = assignment.exec(rest);
    const line = /^.*/.exec(rest)?.[0] ?? '';
    if (named) {
      const { value, length } = readValue(rest.slice(named[0].length));
      table[(named[1] ?? '').replace(/^["']|["']$/g, '')] = value;
      rest = rest.slice(named[0].length + length).replace(/^.*\n?/, '');
      continue;
    }
    const title = heading.exec(line)?.[1];
    if (title) values[title] = table = Object.create(null) as Table;
    else if (!/^\s*(?:#|$)/.test(line)) complaints.push(`TOML: a line is not understood: ${line.slice(0, 80)}`);
    rest = rest.slice(line.length + 1);
  }
  return { values, complaints: complaints.slice(0, 3) };
}

/** One value at the beginning of the text: a string as it stands, or a list of them. */
function readValue(text: string): { readonly value: unknown; readonly length: number } {
  if (text.startsWith('\n')) return { value: '', length: 0 };
  const list: string[] = [];
  let open = false;
  for (const match of text.matchAll(token)) {
    const [whole, ...forms] = match;
    const end = match.index + whole.length;
    const written = forms.find((form) => form !== undefined);
    if (whole === '[') open = true;
    else if (whole === ']') return { value: list, length: end };
    else if (written === undefined) continue;
    else if (open) list.push(unescaped(written, match));
    else return { value: unescaped(written, match), length: end };
  }
  return { value: '', length: 0 };
}

function unescaped(written: string, match: RegExpExecArray): string {
  if (match[1] === undefined && match[3] === undefined) return written.replace(/^\n/, '');
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
  return written
    .replace(/^\n/, '')
    .replace(/\\(?:u([\da-f]{4})|U([\da-f]{8})|(\n\s*)|(.))/gi, (_all, short, long, fold, letter: string) => {
      const code = Number.parseInt(short ?? long, 16);
      if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      return fold ? '' : (escapes[letter] ?? letter);
    });
}
