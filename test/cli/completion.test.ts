import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verbs } from '../../src/cli/verbs.ts';
import { call } from './call.ts';

/** Asks bash itself what it would complete, with an `alsosee` that knows two ids, one of them hostile. */
async function completed(line: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  const { out } = await call(['completion', 'bash']);
  writeFileSync(join(folder, 'alsosee.bash'), out);
  writeFileSync(
    join(folder, 'alsosee'),
    `#!/bin/sh\nprintf '%s\\t%s\\n' bridge-opens 'Bridge opens' 'bri$(touch PWN);x' 'Hostile'\n`,
  );
  chmodSync(join(folder, 'alsosee'), 0o755);
  writeFileSync(join(folder, 'notes.md'), '');
  const words = line.split(' ');
  const script = `. ./alsosee.bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _alsosee; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
  const replies = execFileSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
  expect(existsSync(join(folder, 'PWN'))).toBe(false);
  return replies.split('\n').filter(Boolean);
}

test.each([
  { line: 'alsosee se', words: ['search'] },
  { line: 'alsosee no', words: ['notes.md'] },
  { line: 'alsosee help do', words: ['doctor'] },
  { line: 'alsosee list b', words: ['bookmarks', 'backgrounders'] },
  { line: 'alsosee list --s', words: ['--sort', '--source'] },
  { line: 'alsosee list --sort o', words: ['oldest'] },
  { line: 'alsosee mark --n', words: ['--no-bookmark'] },
  { line: 'alsosee show bri', words: ['bridge-opens', 'bri\\$\\(touch\\ PWN\\)\\;x'] },
  { line: 'alsosee export bo', words: ['bookmarks', 'bridge-opens', 'bri\\$\\(touch\\ PWN\\)\\;x'] },
  { line: 'alsosee import n', words: ['notes.md'] },
  { line: 'alsosee completion f', words: ['fish'] },
])('bash completes "$line"', async ({ line, words }) => {
  expect(await completed(line)).toEqual(words);
});

test.each(['bash', 'zsh', 'fish'])('%s knows every verb, and every option that is not hidden', async (shell) => {
  const { code, out } = await call(['completion', shell]);
  expect(code).toBe(0);
  for (const verb of verbs) {
    expect(out).toContain(verb.name);
    const { options } = await verb.load();
    for (const [name, option] of Object.entries(options)) {
      if (!option.hidden) expect(out).toMatch(shell === 'fish' ? ` -l ${name} ` : `--${name}`);
    }
  }
});
