import { expect, onTestFinished, test } from 'vitest';
import { Home } from '../rig/home.ts';
import { modesLeft } from '../rig/modes.ts';
import { Terminal } from '../rig/terminal.ts';

/** Returns an environment in which something happens when Ink is about to be loaded, with the first frame on the screen. */
function whenInkLoads(deed: string): NodeJS.ProcessEnv {
  const hook = `load(url,context,next){if(url.includes("/mount-")){${deed}}return next(url,context)}`;
  const code = `import{registerHooks}from"node:module";registerHooks({${hook}})`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

/** Returns a home in which everything was taken in by an earlier run. */
async function settledHome(): Promise<Home> {
  const home = new Home();
  onTestFinished(() => home[Symbol.dispose]());
  await using terminal = new Terminal({ home });
  await terminal.sees('2 Unread 19');
  await terminal.settled();
  terminal.send('Q');
  await terminal.ended();
  return home;
}

test('what is typed before anything is drawn is obeyed in its order', async () => {
  await using terminal = new Terminal({ columns: 100, rows: 30, home: await settledHome() });
  terminal.send('j', 'j', 'j', 'k', 'j', 'j');
  await terminal.sees('5/19');
});

test('what is typed between the first frame and Ink is obeyed', async () => {
  await using terminal = new Terminal({ columns: 100, rows: 30, home: await settledHome() });
  await terminal.firstSign();
  terminal.send('j', 'j', 'j');
  await terminal.sees('4/19');
});

test('a reader that is asked to end before Ink is loaded leaves the terminal as it was', async () => {
  await using terminal = new Terminal({ env: whenInkLoads('process.kill(process.pid,"SIGTERM")') });
  expect((await terminal.ended()).code).toBe(143);
  expect(modesLeft(terminal.bytes)).toEqual([]);
  expect(terminal.screen.alternate).toBe(false);
});

test('a reader whose Ink cannot be loaded says so, and leaves the terminal as it was', async () => {
  await using terminal = new Terminal({ env: whenInkLoads('throw new Error("no Ink today")') });
  expect((await terminal.ended()).code).toBe(1);
  expect(modesLeft(terminal.bytes)).toEqual([]);
  expect(terminal.screen.alternate).toBe(false);
  expect(terminal.frame()).toMatch(/stopped over a fault of its own/);
});
