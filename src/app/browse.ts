import type { ChildProcess } from 'node:child_process';
import { webAddress } from '../address/index.ts';
import { type Safe } from '../text/index.ts';

/**
 * Opens a web address in the browser: that of $BROWSER if there is one, else the system's. The browser gets exactly one
 * argument, no shell sees it, and it does not touch the terminal. `failed` hears why it could not be opened.
 */
export function browse(
  address: Safe,
  env: Readonly<Record<string, string | undefined>>,
  failed: (why: string) => void,
): void {
  const plain = webAddress(address);
  if (!plain) return failed('it is no web address');
  const browser = env['BROWSER'];
  const started = browser ? start(browser, plain) : import('open').then(({ default: open }) => open(plain));
  started.then((child) => watch(child, failed)).catch((error: Error) => failed(error.message));
}

async function start(browser: string, address: Safe): Promise<ChildProcess> {
  const { spawn } = await import('node:child_process');
  return spawn(browser, [address], { stdio: 'ignore', detached: true, shell: false });
}

function watch(child: ChildProcess, failed: (why: string) => void): void {
  child.on('error', (error) => failed(error.message));
  child.on('exit', (code) => {
    if (code) failed(`the browser ended with code ${code}`);
  });
  child.unref();
}
