import { createInterface } from 'node:readline';
import { answering } from './related-protocol.ts';

// Answers the protocol for scoring related stories: a request a line on the standard input, an answer a line on the output.
const newsroom = answering(() => process.memoryUsage().rss);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== '') process.stdout.write(`${JSON.stringify(newsroom.answer(JSON.parse(line)))}\n`);
}
newsroom.close();
