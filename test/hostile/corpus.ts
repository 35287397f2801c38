import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

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
    readonly die?: string;
    readonly term?: string;
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
  /** Puts the case's files into the folder and returns the path of the file, or of the folder that it is about. */
  materialise(hostile: Case, into: string): string;
}

/** Opens the corpus in a folder, with the cases to build against. */
export async function openCorpus(folder: string): Promise<Corpus> {
  const dev = join(folder, 'out/dev');
  const lines = readFileSync(join(dev, 'cases.jsonl'), 'utf8').trim().split('\n');
  const { judge } = (await import(pathToFileURL(join(folder, 'oracle.mjs')).href)) as { judge: Judge };
  return {
    cases: lines.map((line) => JSON.parse(line) as Case),
    judge,
    materialise({ id, input }, into) {
      mkdirSync(into, { recursive: true });
      if (input.file) {
        const path = join(into, basename(input.file));
        copyFileSync(join(dev, input.file), path);
        return path;
      }
      const made = execFileSync(process.execPath, [join(folder, 'gen.mjs'), '--make', id, '--to', into], {
        encoding: 'utf8',
      });
      return made.trim().split('\n').at(-1) ?? into;
    },
  };
}
