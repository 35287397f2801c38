import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../src/workshop/build.ts';
import { tryAddress } from './addresses.ts';
import { tryError, tryFolder, tryMarkdown, tryTitle } from './content.ts';
import { openCorpus, type Case, type Corpus } from './corpus.ts';
import { tryDying } from './dying.ts';
import { tryHook } from './hooks.ts';
import { articlesIn, tryFeeds } from './newsFeeds.ts';
import { tryNetwork } from './network.ts';
import { tryOutline } from './outlines.ts';
import { tryBrowser } from './browsers.ts';
import { tryDurability } from './durability.ts';
import { tryLibrary } from './libraries.ts';
import { trySettings } from './settingsFiles.ts';
import { Stand } from './stand.ts';
import { tryTerminal } from './terminals.ts';
import { Trial, type Ground } from './trial.ts';
import { tryPages } from './webPages.ts';

interface Kind {
  readonly trial: (trial: Trial) => Promise<void>;
  /** How many cases are tried in one home. What fails so is tried alone. */
  readonly together?: number;
  /** Returns by what the articles of a case are known. Cases that share any of it are not tried in one home: they are one article. */
  readonly known?: (hostile: Case, corpus: Corpus) => readonly string[];
}

/** How the cases of each kind are tried. Kinds that are not here ask for what the program does not do yet. */
const kinds: Record<string, Kind> = {
  markdown: { trial: tryMarkdown },
  frontmatter: { trial: tryMarkdown },
  folder: { trial: tryFolder },
  terminal: { trial: (trial) => (trial.hostile.input.die ? tryDying(trial) : tryTerminal(trial)) },
  'terminal-title': { trial: tryTitle },
  errors: { trial: tryError },
  name: { trial: tryFolder },
  'url-policy': { trial: tryAddress },
  feed: { trial: tryFeeds, together: 16, known: articlesIn },
  html: { trial: tryPages, together: 6 },
  opml: { trial: tryOutline },
  network: { trial: tryNetwork, together: 8 },
  config: { trial: trySettings },
  state: { trial: tryLibrary },
  open: { trial: tryBrowser },
  durability: { trial: tryDurability },
  hook: { trial: tryHook },
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
  const stand = await Stand.open();
  report(await tryAll(groupsOf(chosen, corpus), { corpus, stand }, Number(values.beside)));
  stand.close();
}

/**
 * Returns the cases in the groups in which they are tried. Neighbours in the corpus are much alike, so they are dealt out; large
 * input is tried alone, as its memory and time are its own.
 */
function groupsOf(cases: readonly Case[], corpus: Corpus): readonly (readonly Case[])[] {
  const key = ({ id, kind, input, limits }: Case): string =>
    input.make === 'big' || input.port || limits.rssMB < 300 ? id : `${kind} ${limits.wallMs}`;
  return [...Map.groupBy(cases, key).values()].flatMap((alike) => {
    const { together = 1, known = () => [] } = kinds[alike[0]!.kind] ?? {};
    return dealtOut(alike, Math.ceil(alike.length / together), (hostile) => known(hostile, corpus));
  });
}

/** Deals the cases out to so many groups, or to more where they share what is known by the same name. */
function dealtOut(
  cases: readonly Case[],
  count: number,
  known: (hostile: Case) => readonly string[],
): readonly (readonly Case[])[] {
  const groups = Array.from({ length: count }, () => ({ cases: [] as Case[], known: new Set<string>() }));
  for (const [index, hostile] of cases.entries()) {
    const names = known(hostile);
    const inTurn = [...groups.slice(index % count), ...groups.slice(0, index % count)];
    let group = inTurn.find((other) => names.every((name) => !other.known.has(name)));
    if (!group) groups.push((group = { cases: [], known: new Set() }));
    group.cases.push(hostile);
    for (const name of names) group.known.add(name);
  }
  return groups.map((group) => group.cases);
}

/** Tries the groups, a few beside each other. */
async function tryAll(groups: readonly (readonly Case[])[], ground: Ground, beside: number): Promise<Result[]> {
  const left = [...groups];
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (let cases = left.shift(); cases; cases = left.shift()) {
      const done = await tryTogether(cases, ground);
      for (const result of done) tell(result);
      results.push(...done);
    }
  };
  await Promise.all(Array.from({ length: beside }, work));
  return results;
}

/** Tries cases in one home. When anything is wrong, each is tried alone, so that it is known with which. */
async function tryTogether(cases: readonly Case[], ground: Ground): Promise<Result[]> {
  const wrong = await wrongWith(cases, ground);
  if (wrong.length === 0 || cases.length === 1) return cases.map((hostile) => ({ hostile, wrong }));
  const results: Result[] = [];
  for (const hostile of cases) results.push({ hostile, wrong: await wrongWith([hostile], ground) });
  const [first, ...others] = results;
  if (!first || results.some((result) => result.wrong.length > 0)) return results;
  const ids = cases.map(({ id }) => id).join(', ');
  return [{ ...first, wrong: wrong.map((what) => `only beside ${ids}: ${what}`) }, ...others];
}

async function wrongWith(cases: readonly Case[], ground: Ground): Promise<readonly string[]> {
  using trial = await Trial.of(cases, ground);
  try {
    await kinds[trial.hostile.kind]?.trial(trial);
  } catch (error) {
    trial.wrong.push(`could not be tried: ${(error as Error).stack}`);
  }
  return trial.wrong;
}

function tell({ hostile, wrong }: Result): void {
  if (wrong.length > 0) console.log(`\n✗ ${hostile.id}`);
  for (const what of wrong) console.log(`  ${printable(what)}`);
}

function report(results: readonly Result[]): void {
  const failed = results.filter(({ wrong }) => wrong.length > 0);
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
