import { render, type Instance } from 'ink';
import { App } from '../App.tsx';
import type { Look } from '../paint.ts';
import type { Store } from '../store.ts';
import type { KeyStream } from './keyStream.ts';
import type { ScreenWriter } from './writer.ts';

/** Lends the terminal to somebody else, and takes it back. */
export type Suspend = (whileAway: () => Promise<void>) => Promise<void>;

export interface Mounting {
  readonly store: Store;
  readonly look: () => Look;
  readonly keys: KeyStream;
  readonly writer: ScreenWriter;
  /** Linear text for a screen reader, in place of a drawn screen. */
  readonly isSpoken: boolean;
  readonly onSuspend: (suspend: Suspend) => void;
}

export type Mount = typeof mount;

/** Has Ink draw the program from now on. */
export function mount({ store, look, keys, writer, isSpoken, onSuspend }: Mounting): Instance {
  // The streams are what Ink uses of a terminal's: what they leave out, it does not ask for.
  return render(<App store={store} look={look} isSpoken={isSpoken} onSuspend={onSuspend} />, {
    stdout: writer as unknown as NodeJS.WriteStream,
    stdin: keys as unknown as NodeJS.ReadStream,
    alternateScreen: !isSpoken,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    maxFps: 120,
  });
}
