import { readFile } from 'node:fs/promises';
import { discoverFeeds, neutral, neutralOffers, neutralOutline, readFeed, readOutline } from '../feeds/index.ts';
import { neutralPage, readPage } from '../pages/index.ts';
import { isKind, type Kind } from './kinds.ts';

/** One document to be read, and what is known of it. */
interface Job {
  readonly id: string;
  /** The path of its bytes. */
  readonly file: string;
  readonly contentType?: string;
  /** Where the bytes came from: what relative addresses in them are resolved against. */
  readonly url?: string;
  readonly kind: string;
}

/**
 * Takes jobs as lines of JSON, and answers each with one line: `{"id", "result"}`, or `{"id", "error"}` when there is no
 * such file or kind. It is for checks, so documents are read in this thread, without a deadline.
 */
export async function* answerBatch(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    if (line.trim() !== '') yield JSON.stringify(await answered(line));
  }
}

async function answered(line: string): Promise<object> {
  let id: unknown = null;
  try {
    const { file, kind, contentType, url, ...job } = JSON.parse(line) as Job;
    id = job.id;
    if (!isKind(kind)) throw new Error(`There is no kind "${kind}".`);
    const from = { contentType: contentType ?? null, address: url ?? null };
    return { id, result: neutrally(kind, await readFile(file), from) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** What is known of bytes beside them. */
interface From {
  readonly contentType: string | null;
  readonly address: string | null;
}

/** Returns what the reader makes of a document as plain values that are not this program's own: as other readers tell it. */
export function neutrally(kind: Kind, bytes: Uint8Array, from: From): object {
  switch (kind) {
    case 'feed':
      return neutral(readFeed(bytes, from).value);
    case 'opml':
      return neutralOutline(readOutline(bytes, from).value);
    case 'discover':
      return neutralOffers(discoverFeeds(bytes, from));
    case 'extract': {
      const { value } = readPage(bytes, from);
      return value ? neutralPage(value) : {};
    }
  }
}
