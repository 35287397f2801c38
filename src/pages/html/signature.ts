import type { Prose } from '../../news/index.ts';
import { wordsOf } from '../../prose/index.ts';
import { cleanLine } from '../../text/index.ts';
import { roleOf } from '../roles.ts';
import { areNames, cleanName } from './person-names.ts';

/** How many paragraphs at both ends of a text may sign it. */
const ends = 4;

/** Returns the name that the first or last paragraphs sign the text with, or null. */
export function signature(body: Prose): string | null {
  const lines = body
    .filter((block) => block.type === 'paragraph' || block.type === 'heading')
    .map((block) => cleanLine(wordsOf(block.spans)));
  for (const line of [...lines.slice(0, ends), ...lines.slice(-ends).toReversed()]) {
    if (line.length > 120) continue;
    const role = roleOf(line);
    if ((role.type === 'byline' || role.type === 'date') && role.name) return role.name;
    const [, words] =
      /^(?:von|by|por|par|text|autor(?:in)?|author|auteur|written by)\s*:?\s+([^,.;(|]+)/iu.exec(line) ?? [];
    const name = words ? cleanName(words) : null;
    if (name && areNames(name)) return name;
  }
  return null;
}
