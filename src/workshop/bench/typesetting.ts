import { median } from './ground.ts';

/** Returns the milliseconds that it takes to turn so many characters of Markdown into lines of 66 columns. */
export async function typesettingOf(characters: number): Promise<number> {
  const { parseMarkdown, typeset } = await import('../../prose/index.ts');
  const { say } = await import('../../text/index.ts');
  const paragraph = `${'Words of **weight** and [links](https://news.example/a) in a paragraph. '.repeat(8)}\n\n`;
  const text = paragraph.repeat(Math.ceil(characters / paragraph.length));
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const begun = performance.now();
    typeset(parseMarkdown(text, say`bench`).prose, { columns: 66 });
    times.push(performance.now() - begun);
  }
  return median(times);
}
