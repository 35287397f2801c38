import type { Span } from '../../news/index.ts';
import { wordsOf } from '../../prose/index.ts';
import { cleanLine, type Safe } from '../../text/index.ts';
import { roleOf } from '../roles.ts';

/** What is said below a picture, and who gave it. */
export interface Credited {
  readonly caption: readonly Span[];
  readonly credit: Safe | null;
}

/** Returns caption and credit apart: the page's own credit, or the words at the end of the caption that are one. */
export function creditIn(caption: readonly Span[], own: Safe): Credited {
  const role = roleOf(cleanLine(wordsOf(caption)));
  const ownRole = own === '' ? null : roleOf(own);
  const credit = ownRole?.type === 'picture' && ownRole.caption === '' ? ownRole.credit : own;
  if (credit !== '') return { caption, credit };
  if (role.type !== 'picture' || caption.some(({ link }) => link !== undefined)) return { caption, credit: null };
  return { caption: role.caption === '' ? [] : [{ text: role.caption }], credit: role.credit };
}
