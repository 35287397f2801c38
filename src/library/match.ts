import { phrases } from './fold.ts';

/** Letters that the last word needs before it also finds the words it begins: shorter beginnings match half a library. */
const shortestBeginning = 3;

/**
 * Returns the words in the language of the full-text index, or null when they hold no word: every phrase must stand in the
 * text, and the last word may be the beginning of one, so that a search can run while it is typed. All is quoted, so nothing
 * a reader types can be taken for an operator.
 */
export function matching(typed: string): string | null {
  const wanted = phrases(typed);
  if (wanted.length === 0) return null;
  const open = beginsWord(typed, wanted.at(-1)!);
  return wanted.map((phrase) => `"${phrase.join(' ')}"`).join(' ') + (open ? '*' : '');
}

/** Returns whether the last word that was typed may go on. */
export function beginsWord(typed: string, last: readonly string[]): boolean {
  return /[\p{L}\p{N}]$/u.test(typed) && (last.at(-1)?.length ?? 0) >= shortestBeginning;
}
