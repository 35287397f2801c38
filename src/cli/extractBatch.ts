import { createInterface } from 'node:readline';
import { extractJob, type ExtractJob } from './extract.ts';

// Reads jobs as JSON lines and answers each with its result, so that many pages can be checked by one process.
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const job = JSON.parse(line) as ExtractJob & { readonly id: string };
  process.stdout.write(`${JSON.stringify({ id: job.id, result: await extractJob(job) })}\n`);
}
