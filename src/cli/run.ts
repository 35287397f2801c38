import { cleanLine } from '../text/index.ts';
import type { Problem } from '../news/index.ts';
import { understand, type Asked, type Given } from './arguments.ts';
import { about, overview } from './help.ts';
import { complaint, envelope, print, type Output } from './print.ts';
import { WrongUse, type Complaint, type Context, type Outcome, type Terminal } from './verb.ts';
import { drawsScreens } from './machine.ts';
import type { OpenContext } from './context.ts';

/** What a run works with: where it writes, and how its context is opened once a verb needs one. */
export interface Run {
  readonly output: Output;
  readonly terminal: Terminal;
  readonly version: () => string;
  readonly open: () => Promise<OpenContext>;
}

/** The exit code of what Ctrl-C ended: 128 and the number of its signal, as a shell has it. */
const interrupted = 130;

/** Does what the arguments ask for, and returns the exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted. */
export async function runCommand(words: readonly string[], run: Run): Promise<number> {
  const json = words.includes('--json');
  try {
    return await answer(await understand(words), run);
  } catch (error) {
    if (error instanceof WrongUse) return refuse(error.message, json, run);
    const problem = expected(error);
    if (!problem) throw error;
    await print({ data: null, problems: [problem], text: () => [], failed: true }, json, run.terminal, run.output);
    return 1;
  }
}

async function answer(asked: Asked, run: Run): Promise<number> {
  switch (asked.type) {
    case 'version':
      run.output.out(`${run.version()}\n`);
      return 0;
    case 'help':
      run.output.out(`${(asked.verb ? about(asked.verb, await asked.verb.load()) : overview()).join('\n')}\n`);
      return 0;
    case 'verb':
      return withContext(run, (context) =>
        outcomeOf(context, asked.given, run, () =>
          asked.deed.run(context, asked.given.values, asked.given.positionals),
        ),
      );
    case 'open':
      break;
  }
  return withContext(run, async (context) => {
    const opened = wantsScreen(context, asked.given) ? await openedReader(context, asked.given) : null;
    if (typeof opened === 'number') return opened;
    return outcomeOf(context, asked.given, run, async () => opened ?? printed(context, asked.given));
  });
}

/** Tells whether the reader is wanted, and can be drawn here. */
function wantsScreen({ terminal, env }: Context, given: Given): boolean {
  return !given.json && drawsScreens(terminal, env);
}

async function openedReader(context: Context, { positionals }: Given): Promise<number | Outcome> {
  const { openPaths } = await import('./open.ts');
  return openPaths(context, positionals);
}

async function printed(context: Context, given: Given): Promise<Outcome> {
  const { printPaths } = await import('./print-paths.ts');
  return printPaths(context, given);
}

async function withContext(run: Run, use: (context: OpenContext) => Promise<number>): Promise<number> {
  const context = await run.open();
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

async function outcomeOf(context: OpenContext, given: Given, run: Run, deed: () => Promise<Outcome>): Promise<number> {
  const outcome = await deed();
  context.progress(null);
  const problems: readonly Complaint[] = [...context.settings.problems, ...context.found, ...outcome.problems];
  await print({ ...outcome, problems }, given.json, context.terminal, run.output);
  if (context.wasInterrupted()) return interrupted;
  return outcome.failed ? 1 : 0;
}

async function refuse(message: string, json: boolean, run: Run): Promise<number> {
  const problem: Complaint = { kind: 'wrong-use', where: cleanLine(''), detail: cleanLine(message) };
  if (json) run.output.out(`${envelope(false, null, [problem], run.terminal.columns !== null)}\n`);
  run.output.err(`${complaint(problem)}\n`);
  return 2;
}

/** Returns the problem that an error carries, when it is one that a room foresaw, such as a library that cannot be opened. */
function expected(error: unknown): Problem | null {
  return error instanceof Error && 'problem' in error ? (error.problem as Problem) : null;
}
