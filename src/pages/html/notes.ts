import { attribute, firstWithin, firstWordsOf, partsOf, within, type Part } from './tree.ts';

/** The footnotes of an article: which elements hold them, and by what number the text refers to each. */
export interface Notes {
  /** Elements whose parts are footnotes. */
  readonly holders: ReadonlySet<Part>;
  /** The label of each footnote. */
  readonly labels: ReadonlyMap<Part, string>;
  /** The label that a reference shows, by the place on the page that it leads to. */
  readonly references: ReadonlyMap<string, string>;
}

/**
 * Returns the footnotes of an article. They are known by what they do, not by what they are called: parts of one list or
 * section, at least half of which short links in the text lead to.
 */
export function findNotes(parts: readonly Part[]): Notes {
  const all = parts.flatMap(within);
  const marks = new Map<string, string>();
  for (const part of all) {
    const target = targetOf(part);
    if (target !== null && !marks.has(target)) marks.set(target, firstWordsOf(part, 12).replace(/[[\](){}:.\s]/g, ''));
  }
  const holders = new Set<Part>();
  const labels = new Map<Part, string>();
  const references = new Map<string, string>();
  if (marks.size === 0) return { holders, labels, references };
  for (const holder of all) {
    if (!mayHold.has(holder.tag)) continue;
    const entries = partsOf(holder).filter(({ tag }) => mayBeNote.has(tag));
    const noted = entries.map((entry) => ({ entry, id: idsOf(entry).find((id) => marks.has(id)) }));
    const referred = noted.filter(({ id }) => id !== undefined);
    if (referred.length === 0 || referred.length * 2 < entries.length) continue;
    holders.add(holder);
    for (const [index, { entry, id }] of noted.entries()) {
      const label = (id && marks.get(id)) || String(index + 1);
      labels.set(entry, label);
      if (id) references.set(id, label);
    }
  }
  return { holders, labels, references };
}

const mayHold = new Set('ol ul div section dl aside'.split(' '));
const mayBeNote = new Set('li p div dd aside'.split(' '));

/** The place on the page that a short link leads to, or null when it is no such link. */
export function targetOf(part: Part): string | null {
  if (part.tag !== 'a') return null;
  const [, place] = /#(.+)$/.exec(attribute(part, 'href')) ?? [];
  const words = place === undefined ? '' : firstWordsOf(part, 12);
  return place !== undefined &&
    words.length > 0 &&
    words.length <= 6 &&
    /^[[(]?(?:\d{1,3}|[a-z]|[ivx]+|[*†‡§¶]+)[\])]?:?$/i.test(words)
    ? place
    : null;
}

/** Names of an element that links may lead to, and of the first elements in it. */
function idsOf(part: Part): string[] {
  return firstWithin(part, 4)
    .flatMap((inner) => [attribute(inner, 'id'), inner.tag === 'a' ? attribute(inner, 'name') : ''])
    .filter((id) => id !== '');
}

/** Returns whether the link only leads from a footnote back to the text. */
export function isWayBack(part: Part): boolean {
  return (
    part.tag === 'a' &&
    attribute(part, 'href').includes('#') &&
    /^[\s^↩↑⤴︎\uFE0E\uFE0F⬆️]*$/u.test(firstWordsOf(part, 12)) &&
    firstWordsOf(part, 12) !== ''
  );
}
