import { parentPort, workerData } from 'node:worker_threads';
import { scanFolder } from '../../src/catalog/index.ts';
import { AtWork } from '../../src/desk/at-work.ts';
import { inspect } from '../../src/desk/inspect.ts';
import { connectIn } from '../../src/desk/connect-order.ts';
import { fileDeliveries } from '../../src/desk/file-deliveries.ts';
import { serve } from '../../src/desk/serve.ts';
import { take } from '../../src/desk/take.ts';

/** A worker that some documents break, as no document should: by taking for ever, by filling its memory, by throwing. */
function suffer(text: string): void {
  if (text.includes('FOR EVER')) for (;;);
  if (text.includes('WITHOUT MEASURE')) for (let chain: object = {}; ;) chain = { chain };
  if (text.includes('IN ANGER')) throw new Error('no');
}

const contents = new TextDecoder();

if (parentPort) {
  serve(parentPort, new AtWork(workerData as SharedArrayBuffer), {
    load: async () => undefined,
    async *scanFolder(root, known, options = {}) {
      for await (const event of scanFolder(root, known, options)) {
        if (event.type === 'entries') {
          for (const { file, body } of event.entries) {
            options.begin?.(file.path);
            const isPlain = options.plain?.has(file.path) ?? false;
            if (!isPlain || JSON.stringify(body).includes('EVEN PLAIN')) suffer(JSON.stringify(body));
          }
        }
        yield event;
      }
    },
    inspect(paper, plain) {
      if (!plain) suffer(contents.decode(paper.bytes));
      return inspect(paper, plain);
    },
    take(sheet, look) {
      suffer(contents.decode(sheet.bytes));
      return take(sheet, look);
    },
    file: fileDeliveries,
    connect: connectIn,
  });
}
