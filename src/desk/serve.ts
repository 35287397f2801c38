import type { MessagePort } from 'node:worker_threads';
import type { Filing, scanFolder } from '../catalog/index.ts';
import type { AtWork } from './at-work.ts';
import { coloured, hasCode } from './coloured.ts';
import type { Watched } from './connect.ts';
import type { ConnectOrder } from './connect-order.ts';
import type { FileOrder, Hands } from './file-deliveries.ts';
import type { inspect } from './inspect.ts';
import type { Onward, Order, Report } from './messages.ts';
import type { take } from './take.ts';

/** The deeds of a worker, given so that a test can exchange them. */
export interface Skills {
  readonly scanFolder: typeof scanFolder;
  /** Loads one of the others, which a folder of Markdown needs none of. No document is to blame for the time that it takes. */
  readonly load: (skill: 'inspect' | 'take' | 'file' | 'connect') => Promise<unknown>;
  readonly inspect: (
    ...given: Parameters<typeof inspect>
  ) => ReturnType<typeof inspect> | Promise<ReturnType<typeof inspect>>;
  readonly take: (...given: Parameters<typeof take>) => ReturnType<typeof take> | Promise<ReturnType<typeof take>>;
  /** Files what deliveries bring in the library in the folder. */
  readonly file: (order: FileOrder, hands: Hands) => AsyncIterable<Report>;
  /** Connects articles of the library in the folder for a while, and tells which is read. */
  readonly connect: (order: ConnectOrder, watched: Watched) => AsyncIterable<Report>;
}

/** Carries out orders that come through the port, one after another. The desk never sends one before the last has ended. */
export function serve(port: MessagePort, atWork: AtWork, skills: Skills): void {
  const report = (words: Report): void => port.postMessage(words);
  let onward: (() => void) | undefined;
  let filed = Promise.resolve();

  /** Sends a batch once the one before it is filed. */
  const deliver = async (words: Report): Promise<void> => {
    report({ type: 'resting' });
    await filed;
    filed = new Promise((resolve) => (onward = resolve));
    report(words);
  };

  const scan = async (order: ScanOrder): Promise<void> => {
    const begin = (path: string): void => report({ type: 'begun', path });
    for await (const event of skills.scanFolder(order.root, order.known, scanOptions(order, begin))) {
      if (event.type === 'entries') await deliver({ ...event, entries: await highlighted(event.entries, begin) });
      else if (event.type === 'gone') await deliver(event);
      else {
        report({ type: 'resting' });
        await filed;
        report(event);
      }
    }
  };

  const look = async ({ paper, plain }: Extract<Order, { type: 'inspect' }>): Promise<void> => {
    await skills.load('inspect');
    report({ type: 'begun', path: paper.name ?? '' });
    const { value, problems } = await skills.inspect(paper, plain);
    report({ type: 'inspected', inspection: value, problems });
  };

  const makeCopy = async ({ sheet, look }: Extract<Order, { type: 'take' }>): Promise<void> => {
    const begin = (): void => report({ type: 'begun', path: sheet.address });
    await skills.load('take');
    begin();
    const parts = await skills.take(sheet, look);
    for (;;) {
      const { done, value } = await parts.next();
      if (done) {
        report({ type: 'resting' });
        await filed;
        return report({ type: 'taken', copy: value });
      }
      await deliver({ type: 'part', ...value });
      begin();
    }
  };

  port.on('message', (message: Order | Onward) => {
    if (message.type === 'onward') onward?.();
    else if (message.type === 'scan') void scan(message);
    else if (message.type === 'take') void makeCopy(message);
    else if (message.type === 'file') void file(message, atWork, skills, report);
    else if (message.type === 'connect') void connect(message, atWork, skills, report);
    else void look(message);
  });
}

/** Files what an order brings, each piece told once it is on disk. */
async function file(
  order: FileOrder,
  atWork: AtWork,
  { load, take, file }: Skills,
  report: (words: Report) => void,
): Promise<void> {
  await Promise.all([load('take'), load('file')]);
  for await (const words of file(order, { take, ...watchedBy(atWork) })) report(words);
  report({ type: 'allReceived' });
}

/** Connects articles for a while. */
async function connect(
  order: ConnectOrder,
  atWork: AtWork,
  { load, connect }: Skills,
  report: (words: Report) => void,
): Promise<void> {
  await load('connect');
  for await (const words of connect(order, watchedBy(atWork))) report(words);
}

function watchedBy(atWork: AtWork): Watched {
  return { begin: (piece) => atWork.begin(piece), rest: () => atWork.rest() };
}

type ScanOrder = Extract<Order, { type: 'scan' }>;

function scanOptions({ plain, skip, without, only, depth }: ScanOrder, begin: (path: string) => void) {
  return {
    begin,
    plain: new Set(plain),
    skip: new Set(skip),
    without,
    ...(only ? { only: new Set(only) } : {}),
    ...(depth === null ? {} : { depth }),
  };
}

/** Each document with code in it is named before it is coloured, as that may take long. */
async function highlighted(entries: readonly Filing[], begin: (path: string) => void): Promise<readonly Filing[]> {
  const done: Filing[] = [];
  for (const entry of entries) {
    if (hasCode(entry.body)) begin(entry.file.path);
    done.push(await coloured(entry));
  }
  return done;
}
