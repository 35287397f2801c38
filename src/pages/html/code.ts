import { cleanLine, type Safe } from '../../text/index.ts';
import { lineNumbers } from './class-words.ts';
import { attribute, within, type Part } from './tree.ts';

/** Returns the text of code as it stands, without the numbers of its lines, and its language if a class names it. */
export function codeOf(pre: Part): { readonly text: string; readonly language: Safe | null } {
  const parts: string[] = [];
  const work: (Part | string)[] = [pre];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.tag === 'br') parts.push('\n');
    else if (!isNumber(next)) {
      const isLine = next !== pre && blocks.has(next.tag);
      if (isLine && !(parts.at(-1) ?? '\n').endsWith('\n')) parts.push('\n');
      for (let index = next.children.length - 1; index >= 0; index--) work.push(next.children[index]!);
    }
  }
  return {
    text: parts
      .join('')
      .replace(/\r\n?/g, '\n')
      .replace(/^\n+|\s+$/g, ''),
    language: languageOf(pre),
  };
}

/** The number of a line is no part of it: classes say so, or that it cannot be selected. */
function isNumber(part: Part): boolean {
  return lineNumbers(part) || /user-select\s*:\s*none/i.test(attribute(part, 'style'));
}

const blocks = new Set('div p li tr'.split(' '));

function languageOf(pre: Part): Safe | null {
  for (const part of within(pre).slice(0, 5)) {
    const named = /(?:^|\s)(?:language|lang|highlight-source)-([\w+#-]{1,20})/.exec(attribute(part, 'class'))?.[1];
    const name = named ?? attribute(part, 'data-lang');
    if (name) return cleanLine(name);
  }
  return null;
}
