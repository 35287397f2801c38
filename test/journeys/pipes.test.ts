import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { command, environment } from '../rig/alsosee.ts';
import { Home } from '../rig/home.ts';

/** Runs a line of the shell in which `alsosee` is the built program. */
function shell(line: string, env: NodeJS.ProcessEnv = {}) {
  using home = new Home();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `alsosee() { ${command} "$@"; }; ${line}`], {
    cwd: home.folder,
    env: { ...environment(home), ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { code: status, out: stdout, err: stderr };
}

test('without a terminal the program prints its articles, and no byte that steers one', () => {
  const { code, out, err } = shell('alsosee');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^pakistan-rwanda-ties {2}/m);
  expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

test.each([
  { name: 'a reader that leaves early', line: 'alsosee list | head -n 1; true' },
  { name: 'no standard output', line: 'alsosee list >&-' },
  { name: 'no standard error', line: 'alsosee list >/dev/null 2>&-' },
  { name: 'no standard input', line: 'alsosee >/dev/null <&-' },
  { name: 'a pipe for input', line: 'echo | alsosee >/dev/null' },
  { name: 'TERM=dumb', line: 'alsosee >/dev/null', env: { TERM: 'dumb' } },
  { name: 'no TERM', line: 'alsosee >/dev/null', env: { TERM: '' } },
  { name: 'CI', line: 'alsosee >/dev/null', env: { CI: 'true' } },
])('$name: a quiet end', ({ line, env }) => {
  const { code, err } = shell(line, env);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('a full disk is told in one line', () => {
  expect(shell('alsosee list >/dev/full')).toEqual({
    code: 1,
    out: '',
    err: 'The output could not be written (ENOSPC).\n',
  });
});

test('the version is that of the package', () => {
  const { out } = shell('alsosee --version');
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
