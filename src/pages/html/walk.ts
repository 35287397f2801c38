import type { Part } from './tree.ts';

/** An element that was entered: the child that is next, and what is to be done after the last. */
export interface Step {
  readonly part: Part;
  next: number;
  readonly leave: (() => void) | null;
}

/** Goes through an element in order, however deep it is. `enter` returns null when nothing inside is left to read. */
export function walk(root: Part, enter: (part: Part) => Step | null, text: (words: string) => void): void {
  const work: Step[] = [];
  const first = enter(root);
  if (first) work.push(first);
  for (let step = work.at(-1); step; step = work.at(-1)) {
    const child = step.part.children[step.next++];
    if (child === undefined) {
      work.pop();
      step.leave?.();
    } else if (typeof child === 'string') text(child);
    else {
      const inner = enter(child);
      if (inner) work.push(inner);
    }
  }
}
