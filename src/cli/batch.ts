import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { discoverFeeds, neutral, neutralOffers, neutralOutline, readFeed, readOutline } from '../feeds/index.ts';

/** One document to be read, and what is known of it. */
export interface Job {
  readonly id: string;
  /** The path of its bytes. */
  readonly file: string;
  readonly contentType?: string;
  /** Where the bytes came from: what relative addresses in them are resolved against. */
  readonly url?: string;
  readonly kind: string;
}

/**
 * Reads jobs as lines of JSON, and answers each with one line: `{"id", "result"}`, or `{"id", "error"}` when there is no
 * such file or kind. Ends when the lines do.
 */
export async function answerBatch(input: NodeJS.ReadableStream, answer: (line: string) => Promise<void>): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') await answer(`${JSON.stringify(await answered(line))}\n`);
  }
}

async function answered(line: string): Promise<object> {
  let id: unknown = null;
  try {
    const job = JSON.parse(line) as Job;
    id = job.id;
    return { id, result: await inspectFile(job) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns what the reader makes of one file, as plain values. */
export async function inspectFile({ file, contentType, url, kind }: Omit<Job, 'id'>): Promise<object> {
  const bytes = await readFile(file);
  const received = { contentType: contentType ?? null, address: url ?? null };
  if (kind === 'feed') return neutral(readFeed(bytes, received).value);
  if (kind === 'opml') return neutralOutline(readOutline(bytes, received).value);
  if (kind === 'discover') return neutralOffers(discoverFeeds(bytes, received));
  throw new Error(`There is no kind "${kind}".`);
}

const write = (line: string) => new Promise<void>((done) => process.stdout.write(line, () => done()));

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      batch: { type: 'boolean' },
      'content-type': { type: 'string' },
      url: { type: 'string' },
      kind: { type: 'string', default: 'feed' },
    },
  });
  const [file = ''] = positionals;
  const { 'content-type': contentType, url, kind } = values;
  if (values.batch) await answerBatch(process.stdin, write);
  else await write(`${JSON.stringify(await inspectFile({ file, kind, ...(contentType && { contentType }), ...(url && { url }) }))}\n`);
}
