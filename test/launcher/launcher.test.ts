import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environment } from '../rig/alsosee.ts';
import { Home } from '../rig/home.ts';
import { Terminal } from '../rig/terminal.ts';

// The launcher stands between the reader's shell and the program, so it is tried with a program that can be made to fail.
const home = new Home();
const root = join(import.meta.dirname, '../..');

beforeAll(() => {
  copyFileSync(join(root, 'src/alsosee.sh'), join(home.folder, 'alsosee'));
  chmodSync(join(home.folder, 'alsosee'), 0o755);
  home.write('package.json', '{ "type": "module" }');
  copyFileSync(join(root, 'test/fixtures/rig/program.js'), join(home.folder, 'start.js'));
  home.write('bin/other', '');
  symlinkSync('../alsosee', join(home.folder, 'bin/first'));
  symlinkSync('first', join(home.folder, 'bin/alsosee'));
});
afterAll(() => home[Symbol.dispose]());

/** Opens the program from a shell that tells the terminal's settings before and after, and how the program ended. */
async function read(): Promise<Terminal> {
  const script = 'stty -g; bin/alsosee; code=$?; stty -g; echo "code $code"; exec cat';
  const terminal = new Terminal({ home, command: '/bin/sh', args: ['-c', script] });
  await terminal.sees('Count 0');
  return terminal;
}

/** Returns the launcher's process: the parent of the program. */
function launcherOf(terminal: Terminal): number {
  return Number(readFileSync(`/proc/${terminal.program}/stat`, 'latin1').split(') ')[1]?.split(' ')[1]);
}

/** Returns the settings of the terminal that `stty -g` told before and after. */
const settings = (terminal: Terminal): string[] =>
  terminal.lines().filter((line) => /^[\da-f]+(:[\da-f]+)+/.test(line));

describe('when the program is killed', () => {
  test.each([
    ['SIGKILL', 137, 'it was killed'],
    ['SIGSEGV', 139, 'of signal 11'],
    ['SIGABRT', 134, 'want of memory'],
  ] as const)('by %s, the terminal is as it was, and the reason stands on it', async (signal, code, why) => {
    await using terminal = await read();
    expect(terminal.screen.alternate).toBe(true);
    terminal.kill(signal);
    await terminal.sees(`code ${code}`);
    expect(terminal.screen.alternate).toBe(false);
    expect(terminal.screen.modesLeftOn).toEqual([]);
    expect(terminal.frame()).toContain(why);
    const [before, after] = settings(terminal);
    expect(after).toBe(before);
  });
});

test('a signal to the launcher alone reaches the program, and its exit code comes back', async () => {
  await using terminal = await read();
  const program = terminal.program;
  terminal.kill('SIGTERM', launcherOf(terminal));
  await terminal.sees('code 143');
  expect(() => process.kill(program, 0)).toThrow('ESRCH');
  expect(terminal.screen.modesLeftOn).toEqual([]);
});

test.each([
  ['q', 0],
  ['x', 3],
])('an end of its own choice (%s) is left alone', async (key, code) => {
  await using terminal = await read();
  terminal.send(key);
  await terminal.sees(`code ${code}`);
  expect(terminal.frame()).not.toContain('Also See');
});

test('the reader can put it aside and come back, as with any program', async () => {
  const shell = "set -m; PS1='$ '; bin/alsosee; echo aside; read line; fg; echo back";
  await using terminal = new Terminal({ home, command: '/bin/bash', args: ['--norc', '-c', shell] });
  await terminal.sees('Count 0');
  await terminal.press('j');
  terminal.send('z');
  await terminal.sees('aside');
  expect(terminal.screen.alternate).toBe(false);
  terminal.send('enter');
  await terminal.sees('Count 1');
  await terminal.press('j');
  expect(terminal.shows('Count 2')).toBe(true);
  terminal.send('q');
  await terminal.sees(/aside[^]*back/);
});

test('the window is closed: neither launcher nor program stays behind', async () => {
  await using terminal = await read();
  const left = [terminal.program, launcherOf(terminal)];
  terminal.closeWindow();
  await terminal.ended();
  await expect.poll(() => left.filter(isAlive)).toEqual([]);
});

function isAlive(process: number): boolean {
  try {
    return !/\) Z/.test(readFileSync(`/proc/${process}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

describe('without a terminal', () => {
  const run = (script: string, input = '') => {
    home.write(
      'start.js',
      "process.stdin.pipe(process.stdout); process.stdin.on('end', () => (process.exitCode = 4));",
    );
    return spawnSync('/bin/sh', ['-c', script], { input, cwd: home.folder, env: environment(home), encoding: 'utf8' });
  };

  test('it is not there: input, output and exit code pass through', () => {
    const { stdout, stderr, status } = run('bin/alsosee', 'a page of text');
    expect({ stdout, stderr, status }).toEqual({ stdout: 'a page of text', stderr: '', status: 4 });
  });

  test('a missing Node is told in a sentence', () => {
    const { stderr, status } = run('PATH=/nowhere ./alsosee');
    expect(stderr).toMatch(/^Also See needs Node, .*\n$/);
    expect(status).toBe(127);
  });
});
