import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { extractJob } from './extract.ts';

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const job = JSON.parse(line) as { id: string; file: string; contentType?: string; url?: string };
  process.stdout.write(`${JSON.stringify({ id: job.id, result: extractJob(readFileSync(job.file), job) })}\n`);
}
