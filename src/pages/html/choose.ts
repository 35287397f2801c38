import { measure, runsIn, type Measure, type Measures } from './measure.ts';
import { bad, good } from './class-words.ts';
import { above, attribute, inline, partsOf, within, type Part } from './tree.ts';

/** What an element's tag says of it being an article. */
const tagWorth: Readonly<Record<string, number>> = {
  article: 8,
  main: 6,
  div: 5,
  section: 3,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  th: -5,
  h1: -5,
  h2: -5,
  h3: -5,
  h4: -5,
  h5: -5,
  h6: -5,
};

/** Returns the points that class and id give. */
export function nameWorth(part: Part): number {
  return (good(part) ? worth : 0) - (bad(part) ? worth : 0);
}

const worth = 25;
export function linkShare({ text, linked }: Measure): number {
  return text === 0 ? 0 : linked / text;
}

/** Returns the elements that together are the article, in order; empty when the page has no prose. */
export function chooseArticle(root: Part): { readonly parts: readonly Part[]; readonly measures: Measures } {
  const measures = measure(root);
  const scores = scoreParts(root, measures);
  const ranked = [...scores].sort(([, one], [, other]) => other - one).slice(0, 5);
  const [first] = ranked;
  if (!first) return { parts: [root], measures };
  const top = widen(climb(shared(first[0], ranked), scores, root), root, measures);
  return { parts: withSiblings(top, scores, measures), measures };
}

/**
 * Each paragraph gives points to what it is in: whole to the nearest, half to the next, and ever less above. The rule is that of
 * Arc90's Readability (2009), and so are its proportions.
 */
function scoreParts(root: Part, measures: Measures): Map<Part, number> {
  const scores = new Map<Part, number>();
  const give = (part: Part, points: number) =>
    scores.set(part, (scores.get(part) ?? (tagWorth[part.tag] ?? 0) + nameWorth(part)) + points);
  const code = new Set<Part>();
  for (const part of within(root)) {
    if (part.tag === 'pre' || (part.parent && code.has(part.parent))) code.add(part);
    if (
      inline.has(part.tag) ||
      part.tag === 'li' ||
      (code.has(part) && part.tag !== 'pre') ||
      /^h[1-6]$/.test(part.tag)
    )
      continue;
    const runs = runsIn(part);
    const isParagraph = runs.length === 1 && partsOf(part).every(({ tag }) => inline.has(tag));
    for (const run of runs) {
      const length = run.plain + run.linked;
      if (length < 25) continue;
      const points = 1 + run.commas + Math.min(3, Math.floor(length / 100));
      const start = isParagraph || part.tag === 'p' || part.tag === 'pre' ? part.parent : part;
      let level = 0;
      for (let outer = start; outer && outer !== root.parent && level < 5; outer = outer.parent, level++) {
        give(outer, points / (level === 0 ? 1 : level === 1 ? 2 : level * 3));
      }
    }
  }
  for (const [part, score] of scores) scores.set(part, score * (1 - linkShare(measures.get(part)!)));
  return scores;
}

/** When at least three of the best stand in one element, it is the article that they are parts of. */
function shared(top: Part, ranked: readonly (readonly [Part, number])[]): Part {
  const best = ranked[0]![1];
  const others = ranked
    .slice(1)
    .filter(([, score]) => score >= best * 0.75)
    .map(([part]) => above(part));
  if (others.length < 3) return top;
  return (
    above(top).find((outer) => outer.tag !== 'body' && others.filter((list) => list.includes(outer)).length >= 3) ?? top
  );
}

/** Goes up as long as what is around has more to say, and through elements that hold nothing else. */
function climb(start: Part, scores: ReadonlyMap<Part, number>, root: Part): Part {
  let top = start;
  let last = scores.get(top) ?? 0;
  const least = last / 3;
  for (
    let outer = top.parent;
    outer && outer !== root && outer.tag !== 'body' && outer.tag !== 'html';
    outer = outer.parent
  ) {
    const score = scores.get(outer);
    if (score === undefined) continue;
    if (score < least) break;
    if (score > last) {
      top = outer;
      break;
    }
    last = score;
  }
  while (top.parent && top.parent !== root && top.parent.tag !== 'html' && partsOf(top.parent).length === 1)
    top = top.parent;
  return top;
}

/** Goes up to what holds a good deal more prose and hardly more links: an article may be in several pieces. */
function widen(start: Part, root: Part, measures: Measures): Part {
  let top = start;
  for (
    let outer = top.parent;
    outer && outer !== root && outer.tag !== 'body' && outer.tag !== 'html';
    outer = outer.parent
  ) {
    const [one, all] = [measures.get(top)!, measures.get(outer)!];
    const prose = all.prose - one.prose;
    const text = all.text - one.text;
    const linked = all.linked - one.linked;
    if (top.tag === 'article' && partsOf(outer).filter(({ tag }) => tag === 'article').length > 1) break;
    if (
      prose > one.prose * 0.1 &&
      linked <= text * 0.1 &&
      all.paragraphs - one.paragraphs >= 2 &&
      prose >= (all.paragraphs - one.paragraphs) * 80
    )
      top = outer;
  }
  return top;
}

function withSiblings(top: Part, scores: ReadonlyMap<Part, number>, measures: Measures): readonly Part[] {
  if (!top.parent || top.tag === 'body' || top.tag === 'html') return [top];
  const score = scores.get(top) ?? 0;
  const least = Math.max(10, score * 0.2);
  const className = attribute(top, 'class');
  return partsOf(top.parent).filter((part) => {
    if (part === top) return true;
    const bonus = className !== '' && attribute(part, 'class') === className ? score * 0.2 : 0;
    if ((scores.get(part) ?? -Infinity) + bonus >= least)
      return linkShare(measures.get(part)!) < 0.3 && measures.get(part)!.prose >= measures.get(part)!.paragraphs * 60;
    if (part.tag !== 'p') return false;
    const measured = measures.get(part)!;
    const share = linkShare(measured);
    return measured.text > 80 ? share < 0.25 : measured.text > 0 && share === 0;
  });
}
