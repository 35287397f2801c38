import { readFile } from 'node:fs/promises';
import { neutralPage, readPage, type NeutralPage } from '../pages/index.ts';

/** A page to be read: a line of the protocol that outside checks speak. */
export interface ExtractJob {
  readonly file: string;
  readonly contentType?: string;
  readonly url?: string;
}

/** Returns what the page in the job's file says; empty when it says nothing. */
export async function extractJob(job: ExtractJob): Promise<NeutralPage | Record<string, never>> {
  const { value } = readPage(await readFile(job.file), { address: job.url, contentType: job.contentType });
  return value ? neutralPage(value) : {};
}
