import { Worker } from 'node:worker_threads';
import { cleanLine, say, type Safe } from '../text/index.ts';
import { AtWork } from './at-work.ts';
import { isAwaited, isEnding, type Ending, type Onward, type Order, type Report } from './messages.ts';

/** How an order ended: as it should, with the worker, and then over which document, or because the program is closing. */
export type Outcome =
  | { readonly type: 'answered'; readonly ending: Ending }
  | { readonly type: 'closed' }
  | { readonly type: 'broken'; readonly path: string | null; readonly why: Safe };

export interface Keeping {
  /** The worker's file. */
  readonly worker: URL;
  /** How long one document may take, in milliseconds. */
  readonly patience: number;
  /** How long the worker waits for another order before it is let go, in milliseconds. */
  readonly idle: number;
  /** Most memory that it may fill with objects, in megabytes: several times what the largest document takes. */
  readonly heap: number;
}

/** Keeps one worker: starts it when it is needed, ends it when a document takes too long, lets it go when there is nothing to do. */
export interface Keeper {
  /** Gives an order when those before it have ended. `hear` is waited for before the worker sends its next batch. */
  run(order: () => Order, hear: (report: Report) => Promise<void>): Promise<Outcome>;
  /** Ends the worker, and resolves when no order is being carried out any more. */
  close(): Promise<void>;
}

/** Room for objects that do not live long, in megabytes. More only makes the program larger: measured, not quicker. */
const young = 16;
/** A document's time is counted in beats of the main thread, so that a program that was suspended blames no document. */
const beats = 8;

export function keepWorker({ worker: file, patience, idle, heap }: Keeping): Keeper {
  const atWork = new AtWork();
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  const hire = (): Worker => {
    clearTimeout(rest);
    const hired = worker ?? begin(file, heap, atWork);
    if (hired !== worker) {
      // One that dies between two orders is simply replaced at the next.
      hired.on('error', () => undefined).once('exit', () => (worker = worker === hired ? undefined : worker));
    }
    hired.ref();
    return (worker = hired);
  };
  const dismiss = async (): Promise<void> => {
    const leaving = worker;
    worker = undefined;
    await leaving?.terminate();
  };
  const pause = (): void => {
    worker?.unref();
    rest = setTimeout(() => void dismiss(), idle).unref();
  };
  const once = async (order: () => Order, hear: (report: Report) => Promise<void>): Promise<Outcome> => {
    if (isClosed) return { type: 'closed' };
    try {
      const outcome = await carryOut({ worker: hire(), atWork }, order(), hear, patience);
      if (isClosed) return { type: 'closed' };
      if (outcome.type === 'broken') await dismiss();
      return outcome;
    } catch (error) {
      await dismiss();
      throw error;
    } finally {
      pause();
    }
  };
  return {
    run(order, hear) {
      const outcome = last.then(() => once(order, hear));
      last = outcome.catch(() => undefined);
      return outcome;
    },
    async close() {
      isClosed = true;
      clearTimeout(rest);
      await Promise.all([dismiss(), last]);
    },
  };
}

function begin(file: URL, heap: number, atWork: AtWork): Worker {
  return new Worker(file, {
    workerData: atWork.shared,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: young },
    // What code is made of is kept with the article, whatever the colours of the terminal it was first read in.
    env: { ...process.env, FORCE_COLOR: '3', NO_COLOR: '' },
    stdout: true,
    stderr: true,
  });
}

/** Posts the order and hears reports until it ends. */
function carryOut(
  { worker, atWork }: { readonly worker: Worker; readonly atWork: AtWork },
  order: Order,
  hear: (report: Report) => Promise<void>,
  patience: number,
): Promise<Outcome> {
  let path: string | null = null;
  let spent = 0;
  let steps = atWork.steps;
  atWork.rest();
  const begun = (): string | null => path ?? atWork.piece?.toString() ?? null;
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearInterval(beat);
      worker.off('message', receive).off('error', fail).off('exit', leave);
      settle();
    };
    const broken = (why: Safe): void => end(() => resolve({ type: 'broken', path: begun(), why }));
    const fail = (error: unknown): void => broken(causeOf(error));
    const leave = (): void => broken(say`reading was ended`);
    const receive = (report: Report): void => {
      spent = 0;
      path = report.type === 'begun' ? report.path : null;
      if (report.type === 'begun' || report.type === 'resting') return;
      hear(report)
        .then(() => {
          if (isEnding(report)) return end(() => resolve({ type: 'answered', ending: report }));
          return isAwaited(report) ? worker.postMessage({ type: 'onward' } satisfies Onward, []) : undefined;
        })
        .catch((error: unknown) => end(() => reject(error)));
    };
    const beat = setInterval(() => {
      if (atWork.steps !== steps) spent = 0;
      steps = atWork.steps;
      if (begun() !== null && ++spent > beats) broken(say`took longer than ${patience / 1000} s`);
    }, patience / beats);
    worker.on('message', receive).on('error', fail).on('exit', leave);
    worker.postMessage(order, []);
  });
}

function causeOf(error: unknown): Safe {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? say`needed too much memory`
    : say`could not be read: ${cleanLine(message)}`;
}
