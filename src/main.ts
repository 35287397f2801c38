import about from '../package.json' with { type: 'json' };

await main(process.argv.slice(2));

/** Understands the arguments, and runs a verb or the reader. Sets the exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted. */
async function main(words: readonly string[]): Promise<void> {
  endQuietlyWhenNobodyReads();
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-v')) {
    process.stdout.write(`${version()}\n`);
  } else {
    // Should it end while something is still awaited, that is no success.
    process.exitCode = 1;
    process.exitCode = await run(words);
  }
}

async function run(words: readonly string[]): Promise<number> {
  const { openContext, reportFault, runCommand, terminalOf } = await import('./cli/index.ts');
  const { homedir, tmpdir } = await import('node:os');
  const { env, platform, stdin, stdout, stderr } = process;
  const places = { folder: workingFolder(), userHome: homedir(), scratch: tmpdir() };
  const machine = { version: version(), env, platform, ...places, stdin, stdout, stderr };
  const output = { out: (text: string) => void stdout.write(text), err: (text: string) => void stderr.write(text) };
  try {
    const terminal = terminalOf(machine, 'auto');
    return await runCommand(words, { output, terminal, version, open: () => openContext(machine) });
  } catch (error) {
    output.err(await reportFault(error, version(), machine));
    return 1;
  }
}

/**
 * The folder that relative paths start from. One that was removed meanwhile is none: the root takes its place, for the whole
 * process, since packages ask for it too.
 */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.chdir('/');
    return '/';
  }
}

/** A pipe that is closed early, as by `head`, is no fault. A full disk is, and is told. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`The output could not be written (${error.code}).\n`);
    process.exit(1);
  });
  process.stderr.on('error', () => undefined);
}

function version(): string {
  return about.version;
}
