import { cleanLine, say, slice, type Safe } from '../text/index.ts';

/** Longest summary and title, in characters. A title says what cannot be said elsewhere, so only one that is none is cut. */
export const longestSummary = 300;
const longestTitle = 2000;
/** A summary that is cut at a sentence has at least so many characters; else it is cut at a word. */
const leastSummary = 60;
/** Length of a title that is made of the first words of a text. */
const firstWords = 70;

/** Returns the text on one line, cut at the end of a sentence, or at a word with an ellipsis; null when there is none. */
export function summaryOf(text: string): Safe | null {
  const line = cleanLine(text);
  if (line === '') return null;
  if (line.length <= longestSummary) return line;
  const end = lastSentence(line);
  return end >= leastSummary ? slice(line, 0, end) : cutAtWord(line, longestSummary);
}

/** Returns where the last sentence that fits ends, or 0. */
function lastSentence(line: Safe): number {
  const ends = Array.from(line.slice(0, longestSummary + 1).matchAll(/[.!?…]["”’')\]]?(?=\s)|[。！？]/gu));
  const last = ends.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

/** Returns the title of a text: the one it has, else its first words, else the words that stand for it. */
export function titleOf(title: Safe | null, text: string, otherwise: Safe): Safe {
  if (title !== null) return cutAtWord(title, longestTitle);
  const line = cleanLine(text.slice(0, 1200));
  const [sentence = ''] = /^.*?[.!?](?=\s|$)|^.*?[。！？]/u.exec(line) ?? [];
  if (sentence !== '' && sentence.length <= firstWords) return cleanLine(sentence.replace(/[.。]$/, ''));
  return line === '' ? otherwise : cutAtWord(line, firstWords);
}

/** Returns the line cut before the word that does not fit, with an ellipsis. */
export function cutAtWord(line: Safe, most: number): Safe {
  if (line.length <= most) return line;
  const space = line.lastIndexOf(' ', most);
  return say`${slice(line, 0, space > most / 2 ? space : most)}…`;
}
