import { linkShare, nameWorth } from './choose.ts';
import { embedded } from './class-words.ts';
import type { Measures } from './measure.ts';
import { isTabular } from './tables.ts';
import { above, takeOut, withInner, within, type Part } from './tree.ts';

/** Takes out of an article what has the shape of a list of links, of a form or of a row of pictures. */
export function trim(root: Part, measures: Measures): void {
  const gone = new Set<Part>();
  const all = measures.get(root)?.prose ?? 0;
  const parts = within(root);
  const kept = new Set(parts.filter(isTold).flatMap((table) => [table, ...above(table)]));
  const whole = withInner(parts, ({ tag }) => tag === 'figure' || tag === 'pre' || tag === 'code');
  for (const part of parts) {
    if (
      part !== root &&
      doubtful.has(part.tag) &&
      !kept.has(part) &&
      !whole.has(part) &&
      isFurniture(part, measures, all)
    )
      gone.add(part);
  }
  takeOut(root, gone);
}

/** A table with heads and several rows tells something, however many links are in it. */
function isTold(part: Part): boolean {
  if (part.tag !== 'table' || !isTabular(part)) return false;
  const inside = within(part);
  return inside.some(({ tag }) => tag === 'th') && inside.filter(({ tag }) => tag === 'tr').length >= 3;
}

const doubtful = new Set('div section ul ol dl table form fieldset aside header'.split(' '));

function isFurniture(part: Part, measures: Measures, all: number): boolean {
  const measured = measures.get(part);
  if (!measured) return false;
  if (embedded(part)) return false;
  const worth = nameWorth(part);
  if (measured.prose > all * 0.4) return false;
  if (worth < 0 && (measured.prose < all * 0.1 || linkShare(measured) > 0.3)) return true;
  if (measured.commas >= 10) return false;
  const { text, paragraphs, entries, pictures, inputs, prose } = measured;
  const share = linkShare(measured);
  const isList = part.tag === 'ul' || part.tag === 'ol';
  if (isList && text > 0 && prose / text > 0.9) return false;
  if (inputs > Math.floor(paragraphs / 3) && inputs > 0) return true;
  if (!isList && entries > paragraphs && share > 0.4) return true;
  if (text < 25 && (pictures === 0 || pictures > 2) && share > 0) return true;
  if (worth <= 0 && share > 0.33) return true;
  return worth > 0 && share > 0.5;
}
