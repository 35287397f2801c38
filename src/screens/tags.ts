import { say, type Safe } from '../text/index.ts';
import type { Piece } from '../kit/index.ts';

const colours = ['tagBlue', 'tagTeal', 'tagGreen', 'tagAmber', 'tagRed', 'tagViolet'] as const;

/** Returns a tag of the reader's own as it is shown: in a colour that comes of its letters, the same wherever it stands. */
export function tagPiece(tag: Safe): Piece {
  return { text: say`#${tag}`, role: colours[sumOf(tag.toLowerCase()) % colours.length]! };
}

function sumOf(word: string): number {
  let sum = 7;
  for (let index = 0; index < word.length; index += 1) sum = (sum * 31 + word.charCodeAt(index)) % 65_521;
  return sum;
}
