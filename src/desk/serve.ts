import type { MessagePort } from 'node:worker_threads';
import type { Prose } from '../news/index.ts';
import { highlight } from '../prose/index.ts';
import type { Filing, scanFolder } from '../catalog/index.ts';
import type { inspect } from './inspect.ts';
import type { Onward, Order, Report } from './messages.ts';

/** The deeds of a worker, given so that a test can exchange them. */
export interface Skills {
  readonly scanFolder: typeof scanFolder;
  readonly inspect: typeof inspect;
}

/** Carries out orders that come through the port, one after another. The desk never sends one before the last has ended. */
export function serve(port: MessagePort, skills: Skills): void {
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

  const scan = async (order: Extract<Order, { type: 'scan' }>): Promise<void> => {
    const begin = (path: string): void => report({ type: 'begun', path });
    const { root, known, plain, skip, without, only, depth } = order;
    const options = {
      begin,
      plain: new Set(plain),
      skip: new Set(skip),
      without,
      ...(only ? { only: new Set(only) } : {}),
      ...(depth === null ? {} : { depth }),
    };
    for await (const event of skills.scanFolder(root, known, options)) {
      if (event.type === 'entries') await deliver({ ...event, entries: await highlighted(event.entries, begin) });
      else if (event.type === 'gone') await deliver(event);
      else {
        report({ type: 'resting' });
        await filed;
        report(event);
      }
    }
  };

  port.on('message', (message: Order | Onward) => {
    if (message.type === 'onward') onward?.();
    else if (message.type === 'scan') void scan(message);
    else {
      report({ type: 'begun', path: message.paper.name ?? '' });
      const { value, problems } = skills.inspect(message.paper, message.plain);
      report({ type: 'inspected', inspection: value, problems });
    }
  });
}

/** Code gets its colours here, where it holds nobody up. Most articles have none, and load nothing. */
async function highlighted(entries: readonly Filing[], begin: (path: string) => void): Promise<readonly Filing[]> {
  const done: Filing[] = [];
  for (const entry of entries) {
    if (hasCode(entry.body)) {
      begin(entry.file.path);
      done.push({ ...entry, body: await highlight(entry.body) });
    } else done.push(entry);
  }
  return done;
}

function hasCode(prose: Prose): boolean {
  return prose.some((block) => {
    if (block.type === 'code') return block.language !== null;
    if (block.type === 'quote') return hasCode(block.blocks);
    return block.type === 'list' && block.entries.some(({ blocks }) => hasCode(blocks));
  });
}
