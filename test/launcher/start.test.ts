import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { startScript } from '../../src/workshop/start-script.ts';
import { environment } from '../rig/alsosee.ts';
import { Home } from '../rig/home.ts';

/** Runs the script as a Node of that version would, up to where it would load the program. */
function startOn(version: string): { said: string; exitCode: number | undefined } {
  let said = '';
  const process = {
    versions: { node: version },
    env: {},
    on: () => undefined,
    exitCode: undefined,
    stderr: { write: (text: string) => (said += text) },
  };
  runInNewContext(startScript('24.15').replace("import('./main.js')", '0'), { process });
  return { said, exitCode: process.exitCode };
}

describe('the version of Node is judged before anything is loaded', () => {
  test.each(['8.17.0', '20.19.5', '24.0.0', '24.14.9'])('%s is too old, in one sentence', (version) => {
    expect(startOn(version)).toEqual({
      said: `Also See needs Node 24.15 or newer; this is Node ${version}. A newer one is at https://nodejs.org\n`,
      exitCode: 1,
    });
  });

  test.each(['24.15.0', '24.21.0', '25.0.0', '100.0.0'])('%s will do', (version) => {
    expect(startOn(version)).toEqual({ said: '', exitCode: undefined });
  });
});

test('words that came with JavaScript after 2015 are not used, but for the import that an old Node never reaches', () => {
  expect(startScript('24.15')).not.toMatch(/=>|\b(const|let|class|async|await)\b|`|\?\.|\?\?|\.\.\./);
});

test("Node's debugger stays shut when its signal comes", () => {
  using home = new Home();
  home.write('package.json', '{ "type": "module" }');
  const start = home.write('start.js', startScript('24.15'));
  writeFileSync(
    join(home.folder, 'main.js'),
    'process.kill(process.pid, "SIGUSR1"); setTimeout(() => console.log("on"), 50);',
  );
  const { stdout, stderr } = spawnSync(process.execPath, [start], { env: environment(home), encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'on\n', stderr: '' });
});
