/** How a program hears of Ctrl-C. */
export interface Interrupt {
  /** Returns what is aborted by Ctrl-C. Until it is first asked for, Ctrl-C ends the program as ever. */
  readonly interrupt: () => AbortSignal;
  readonly wasInterrupted: () => boolean;
  /** Leaves Ctrl-C to end the program again. */
  readonly deafen: () => void;
}

/** One press can arrive twice, from the terminal and from the shell that waits for the program; in milliseconds. */
const onePress = 500;

/** The first press is told to whoever listens, so that half-done work can be left in order; the next ends the program. */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  let listens = false;
  let pressed = 0;
  const press = () => {
    if (!controller.signal.aborted) {
      pressed = performance.now();
      controller.abort();
    } else if (performance.now() - pressed > onePress) {
      deafen();
      process.kill(process.pid, 'SIGINT');
    }
  };
  const deafen = () => {
    process.off('SIGINT', press);
    listens = false;
  };
  return {
    interrupt() {
      if (!listens) process.on('SIGINT', press);
      listens = true;
      return controller.signal;
    },
    wasInterrupted: () => controller.signal.aborted,
    deafen,
  };
}
