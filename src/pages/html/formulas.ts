import { namesOf } from './class-names.ts';
import { attribute, firstWithin, within, type Part } from './tree.ts';

/** A formula in TeX, or in its own letters and signs where there is none. */
export interface Formula {
  readonly text: string;
  /** Whether it stands on a line of its own. */
  readonly display: boolean;
}

/** Returns the formula that the element is, or null. A formula is written once, whatever else shows it beside. */
export function formulaOf(part: Part): Formula | null {
  if (part.tag === 'math')
    return { text: texIn(part) ?? lettersOf(part), display: attribute(part, 'display') === 'block' };
  const source = attribute(part, 'data-math') || attribute(part, 'data-latex') || attribute(part, 'data-tex');
  if (source !== '') return { text: source, display: /\b(?:block|display)\b/.test(namesOf(part)) };
  if (!drawn.test(namesOf(part))) return null;
  const math = firstWithin(part, 40).find(({ tag }) => tag === 'math');
  return math ? formulaOf(math) : null;
}

/** Classes of what draws a formula, with its source hidden in it. */
const drawn = /^(?:.* )?(?:katex|mwe math element|math ?jax|mjx container)(?: |$)/;

function texIn(math: Part): string | null {
  const annotation = within(math).find((part) => part.tag === 'annotation' && /tex/i.test(attribute(part, 'encoding')));
  const tex = annotation ? lettersOf(annotation) : attribute(math, 'alttext');
  const bare = /^\{\\displaystyle (.*)\}$/s.exec(tex)?.[1] ?? tex;
  return bare.trim() === '' ? null : bare.trim();
}

function lettersOf(part: Part): string {
  const letters = within(part).flatMap(({ tag, children }) =>
    tag.startsWith('annotation') && part.tag === 'math' ? [] : children.filter((child) => typeof child === 'string'),
  );
  return letters.join('').replace(/\s+/g, ' ').trim();
}
