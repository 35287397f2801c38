import { cleanLine, say, slice, type Safe } from '../../text/index.ts';
import { completions, type Completions, type Names } from '../../query/index.ts';
import type { Typed } from '../../kit/typing/index.ts';
import type { PromptPurpose } from '../../loop/index.ts';

/** What Tab goes through: the choices for a part of the line, and which of them stands there now. */
export interface Completing extends Completions {
  readonly chosen: number;
}

/** Returns whether a line is a query. */
export function isQuery(purpose: PromptPurpose): boolean {
  return purpose === 'filter' || purpose === 'mute';
}

function isOfTags(purpose: PromptPurpose): boolean {
  return purpose === 'tags' || purpose === 'tagAll' || purpose === 'untagAll';
}

/** Returns whether Tab has anything to complete in such a line. */
export function isCompleted(purpose: PromptPurpose): boolean {
  return isQuery(purpose) || isOfTags(purpose);
}

/** Returns what can stand at the cursor, or null when that is nothing. */
export function choicesFor(purpose: PromptPurpose, { text, cursor }: Typed, names: Names): Completing | null {
  const offered = isOfTags(purpose) ? tagsFor(text, cursor, names) : completions(text, cursor, names);
  return offered.choices.length === 0 ? null : { ...offered, chosen: -1 };
}

/** Returns the line with the choice after the one that stands in it, or before. */
export function completed(
  { text }: Typed,
  completing: Completing,
  step: 1 | -1,
): { readonly line: Typed; readonly completing: Completing } {
  const { at, length, choices, chosen } = completing;
  const next = chosen === -1 && step === -1 ? choices.length - 1 : (chosen + step + choices.length) % choices.length;
  const choice = choices[next]!;
  const line = { text: say`${slice(text, 0, at)}${choice}${slice(text, at + length)}`, cursor: at + choice.length };
  return { line, completing: { ...completing, length: choice.length, chosen: next } };
}

/** Tags are typed with commas between them. */
function tagsFor(text: Safe, cursor: number, { tag }: Names): Completions {
  const [typed = ''] = /[^,]*$/.exec(text.slice(0, cursor)) ?? [];
  const start = typed.trimStart();
  const choices = tag.filter((one) => one.toLowerCase().startsWith(start.toLowerCase())).slice(0, 30);
  return { at: cursor - start.length, length: start.length, choices: choices.map(cleanLine) };
}
