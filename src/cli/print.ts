import { styleText } from 'node:util';
import type { Complaint, Lines, Outcome, Paint, Style, Terminal } from './verb.ts';

/** Where the command line writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Controls that could steer a terminal, line breaks and tabs aside. */
const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
/** The only sequence that passes: a change of colour or weight, as our own styles make it. */
const styleOrControl = /(\x1b\[[\d;:]*m)|[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
/** What JSON lets through but a terminal obeys, or a reader cannot see. */
const unseen = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** The one place where a verb's outcome is printed: as the envelope, or as text with its problems on stderr. */
export async function print(outcome: Outcome, json: boolean, terminal: Terminal, output: Output): Promise<void> {
  if (json) {
    output.out(`${envelope(!outcome.failed, outcome.data, outcome.problems, terminal.columns !== null)}\n`);
    return;
  }
  const styled = terminal.columns !== null && terminal.colours !== 'none';
  const lines = await outcome.text(terminal.columns, styled ? paintWithSgr : plainly);
  if (!isWhole(lines)) for await (const line of lines) output.out(`${printable(line, styled)}\n`);
  else if (lines.length > 0) output.out(lines.map((line) => `${printable(line, styled)}\n`).join(''));
  for (const remark of outcome.remarks ?? []) output.err(`${printable(remark, false)}\n`);
  for (const problem of outcome.problems) output.err(`${complaint(problem)}\n`);
}

function isWhole(lines: Lines): lines is readonly string[] {
  return Array.isArray(lines);
}

/** Returns one envelope. `done` is false when the exit code is not 0. Indented for a terminal, else on one line. */
export function envelope(done: boolean, data: unknown, problems: readonly Complaint[], indented: boolean): string {
  const text = JSON.stringify({ ok: done, data, problems }, null, indented ? 2 : undefined);
  return text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Returns the line without any byte that the program did not make to be printed: at most styles pass, and only if asked. */
export function printable(line: string, styled: boolean): string {
  return styled
    ? line.replace(styleOrControl, (_, style: string | undefined) => style ?? '')
    : line.replace(control, '');
}

/** Returns a problem as one line for stderr. */
export function complaint(problem: Complaint): string {
  const where = problem.where === '' ? '' : `${problem.where}: `;
  return printable(where + problem.detail, false).replace(/\s+/g, ' ');
}

const plainly: Paint = (_, text) => text;

const formats = {
  strong: 'bold',
  emphasis: 'italic',
  quiet: 'dim',
  under: 'underline',
  struck: 'strikethrough',
  warn: 'red',
} as const satisfies Record<Style, string>;

const paintWithSgr: Paint = (style, text) => styleText(formats[style], text, { validateStream: false });
