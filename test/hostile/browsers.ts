import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { delimiter } from 'node:path';
import type { Trial } from './trial.ts';

/** Notes what it was given: each argument on a line, and what its input and output are. */
const recorder = `#!/bin/sh
{
  echo "arguments $#"
  for given in "$@"; do printf '%s\\n' "$given"; done
  [ -t 0 ] && echo 'a terminal for input'
  [ -t 1 ] && echo 'a terminal for output'
  [ -t 2 ] && echo 'a terminal for errors'
} >> "$RECORD"
echo 'NOISE OF THE BROWSER'
`;

/** How a browser may behave: it records, is missing, fails, or hangs. */
const browsers: Readonly<Record<string, string | null>> = {
  recording: recorder,
  missing: null,
  failing: '#!/bin/sh\nexit 1\n',
  hanging: '#!/bin/sh\nexec sleep 3\n',
};

/** A link that is opened in the browser: one argument, an http(s) address as it is written by the URL standard, and no shell. */
export async function tryBrowser(trial: Trial): Promise<void> {
  const { home, hostile } = trial;
  const address = hostile.input.url ?? '';
  const plain = URL.parse(address);
  const mayOpen = plain !== null && /^https?:$/.test(plain.protocol) && address.length <= 4096;
  const path = `/${hostile.id}/feed`;
  trial.stand.put(path, { type: 'text', text: feedTo(address), mediaType: 'text/xml' });
  home.write(
    'content/one.md',
    `# One\n\nGo [there](<${address.replaceAll(/[\n<>]/g, encodeURIComponent)}>), it is good.\n`,
  );
  for (const [name, script] of Object.entries(browsers)) {
    const record = join(home.folder, `record-${name}`);
    const programs = join(home.folder, `programs-${name}`);
    for (const called of ['browser', 'xdg-open']) {
      if (script !== null) chmodSync(home.write(`programs-${name}/${called}`, script), 0o755);
    }
    const env = { BROWSER: join(programs, 'browser'), RECORD: record };
    await opens(trial, env);
    const recorded = existsSync(record) ? readFileSync(record, 'utf8').trimEnd().split('\n') : [];
    if (name === 'recording') mustBeOne(trial, recorded, mayOpen ? (plain?.href ?? '') : null);
  }
  const env = { BROWSER: '', PATH: `${join(home.folder, 'programs-recording')}${delimiter}${process.env['PATH']}` };
  await opens(trial, { ...env, RECORD: join(home.folder, 'record-system') });
  trial.must(!trial.hasFile('PWN'), 'a command ran');
}

function feedTo(address: string): string {
  const escaped = address.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<rss version="2.0"><channel><title>T</title><item><title>One</title><link>${escaped}</link><description>Words.</description></item></channel></rss>`;
}

/** Opens the article, selects its link and has it opened in the browser; the screen stays as it is drawn. */
async function opens(trial: Trial, env: NodeJS.ProcessEnv): Promise<void> {
  await trial.reads(
    [join(trial.home.folder, 'content', 'one.md')],
    async (terminal) => {
      await terminal.press('tab', 'o');
      await terminal.settled();
      trial.must(!terminal.frame().includes('NOISE'), 'the browser wrote on the screen');
      trial.must(/One/.test(terminal.frame()), `the article is not on the screen:\n${terminal.frame()}`);
    },
    { env },
  );
}

function mustBeOne(trial: Trial, recorded: readonly string[], href: string | null): void {
  if (href === null) return trial.must(recorded.length === 0, `was opened: ${recorded.join(' ')}`);
  const [count, given, ...more] = recorded;
  trial.must(count === 'arguments 1', `not one argument: ${recorded.join(' | ')}`);
  const isPlain = given !== undefined && URL.parse(given)?.href === given && /^https?:\/\/[!-~]+$/.test(given);
  trial.must(isPlain, `not as the standard writes it: ${given}`);
  trial.must(more.length === 0, `the browser has ${more.join(', ')}`);
}
