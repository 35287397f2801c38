import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A case of the corpus: what comes in, and what must hold then. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: {
    readonly file?: string;
    readonly make?: string;
    readonly args?: readonly (string | number)[];
    readonly text?: string;
    readonly url?: string;
    /** A path of the corpus's server, or the name of one of its other ports. */
    readonly route?: string;
    readonly port?: string;
    readonly die?: string;
    readonly term?: string;
    /** What befalls a library, or what a hook is to do: played by a trial of that name. */
    readonly scenario?: string;
  };
  readonly must: readonly string[];
  /** A pattern that matches the bytes of a terminal when the case got through. */
  readonly tell: string | null;
  readonly limits: { readonly wallMs: number; readonly rssMB: number };
}

export type Mode = 'plain' | 'dump' | 'tui';

type Judge = (
  bytes: Uint8Array | string,
  how: { mode: Mode; tell: string | null; expect?: readonly string[] },
) => { ok: boolean; violations: readonly { what: string; ctx: string }[] };

export interface Corpus {
  readonly cases: readonly Case[];
  readonly judge: Judge;
  readonly folder: string;
  /** Puts the case's files into the folder and resolves to the path of the file, or of the folder that it is about. */
  materialise(hostile: Case, into: string): Promise<string>;
}

const run = promisify(execFile);

/** Opens the corpus in a folder, with the cases to build against. */
export async function openCorpus(folder: string): Promise<Corpus> {
  const dev = join(folder, 'out/dev');
  const lines = readFileSync(join(dev, 'cases.jsonl'), 'utf8').trim().split('\n');
  const { judge } = (await import(pathToFileURL(join(folder, 'oracle.mjs')).href)) as { judge: Judge };
  return {
    cases: lines.map((line) => JSON.parse(line) as Case),
    judge,
    folder,
    async materialise({ id, input }, into) {
      mkdirSync(into, { recursive: true });
      if (input.file) {
        const path = join(into, basename(input.file));
        copyFileSync(join(dev, input.file), path);
        return path;
      }
      const make = [join(folder, 'gen.mjs'), '--make', id, '--to', into];
      const { stdout } = await run(process.execPath, make, { encoding: 'utf8' });
      return stdout.trim().split('\n').at(-1) ?? into;
    },
  };
}

/** Returns cases as one that asks for what each of them asks for: the widest limits, and nothing that any of them tells. */
export function joined(cases: readonly Case[]): Case {
  const [first] = cases;
  if (!first) throw new Error('There is no case.');
  const tells = cases.flatMap(({ tell }) => (tell === null ? [] : `(?:${tell})`));
  return {
    ...first,
    id: cases.map(({ id }) => id).join(' '),
    must: [...new Set(cases.flatMap(({ must }) => must))],
    tell: tells.length > 0 ? tells.join('|') : null,
    limits: {
      wallMs: Math.max(...cases.map(({ limits }) => limits.wallMs)),
      rssMB: Math.max(...cases.map(({ limits }) => limits.rssMB)),
    },
  };
}
