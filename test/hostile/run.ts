import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../src/workshop/build.ts';
import { tryAddress } from './addresses.ts';
import { tryError, tryFolder, tryMarkdown, tryTitle } from './content.ts';
import { openCorpus, type Case, type Corpus } from './corpus.ts';
import { tryDying } from './dying.ts';
import { tryTerminal } from './terminals.ts';
import { Trial } from './trial.ts';

/** How the cases of each kind are tried. Kinds that are not here ask for what the program does not do yet. */
const kinds: Record<string, (trial: Trial) => Promise<void>> = {
  markdown: tryMarkdown,
  frontmatter: tryMarkdown,
  folder: tryFolder,
  terminal: (trial) => (trial.hostile.input.die ? tryDying(trial) : tryTerminal(trial)),
  'terminal-title': tryTitle,
  errors: tryError,
  name: tryFolder,
  'url-policy': tryAddress,
};

interface Result {
  readonly hostile: Case;
  readonly wrong: readonly string[];
}

/** Tries the program with every case of a corpus of hostile input. Ends with 1 when it did not stand one. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: process.env['HOSTILE_CORPUS'] },
      kind: { type: 'string', multiple: true },
      id: { type: 'string', multiple: true },
      beside: { type: 'string', default: '2' },
    },
  });
  if (!values.corpus)
    throw new Error('Which corpus? node test/hostile/run.ts --corpus FOLDER [--kind KIND] [--id ID] [--beside 2]');
  await build();
  const corpus = await openCorpus(resolve(values.corpus));
  const chosen = corpus.cases.filter(
    ({ id, kind }) =>
      kind in kinds && (values.kind?.includes(kind) ?? true) && (values.id?.some((part) => id.includes(part)) ?? true),
  );
  const results = await tryAll(chosen, corpus, Number(values.beside));
  report(results);
}

/** Tries the cases, a few beside each other. */
async function tryAll(cases: readonly Case[], corpus: Corpus, beside: number): Promise<Result[]> {
  const left = [...cases];
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (let hostile = left.shift(); hostile; hostile = left.shift()) results.push(await tryOne(hostile, corpus));
  };
  await Promise.all(Array.from({ length: beside }, work));
  return results;
}

async function tryOne(hostile: Case, corpus: Corpus): Promise<Result> {
  using trial = new Trial(hostile, corpus);
  try {
    await kinds[hostile.kind]?.(trial);
  } catch (error) {
    trial.wrong.push(`could not be tried: ${(error as Error).stack}`);
  }
  return { hostile, wrong: trial.wrong };
}

function report(results: readonly Result[]): void {
  const failed = results.filter(({ wrong }) => wrong.length > 0);
  for (const { hostile, wrong } of failed) {
    console.log(`\n✗ ${hostile.id}`);
    for (const what of wrong) console.log(`  ${printable(what)}`);
  }
  for (const [kind, own] of Map.groupBy(results, ({ hostile }) => hostile.kind)) {
    console.log(`${kind}: ${own.filter(({ wrong }) => wrong.length === 0).length} of ${own.length}`);
  }
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exitCode = 1;
}

/** Findings quote what they found; this terminal is not to be another victim. */
const printable = (text: string): string =>
  text.replace(/[^\n\P{C}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

await main();
