import { say } from '../text/index.ts';
import type { Message } from '../loop/index.ts';
import { edit, type Typed } from '../kit/typing/index.ts';
import type { Screen } from './screen.ts';

/** A line in which nothing is typed yet. */
export const emptyLine: Typed = { text: say``, cursor: 0 };

/** Returns a screen that is typed into: it takes every key itself, and so has no commands. */
export function typingScreen<State>(
  screen: Pick<Screen<State>, 'name' | 'title' | 'isOverlay' | 'update' | 'view'>,
): Screen<State> {
  return { ...screen, commands: [], captures: () => true };
}

/** Returns the line after a key or a paste, or null when it edits no line. */
export function typedOn(line: Typed, message: Message): Typed | null {
  if (message.type === 'pasted') return edit(line, { paste: message.text });
  return message.type === 'typed' ? edit(line, message.chord) : null;
}
