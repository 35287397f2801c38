import { namesOf, type Naming } from './class-names.ts';
import { boxes, comments, drawnTwice, embedded, facts, math, surroundings } from './class-words.ts';
import { measure } from './measure.ts';
import { attribute, takeOut, within, type Part } from './tree.ts';

/** Elements that are never part of an article's text. */
const never = new Set(
  (
    'script style link meta template title nav footer dialog menu canvas object embed applet input select textarea button ' +
    'datalist progress meter map area frame frameset noframes base param track'
  ).split(' '),
);
const script = new Set('script style template title'.split(' '));
const roles =
  /^(?:menu|menubar|complementary|navigation|alert|alertdialog|dialog|banner|contentinfo|search|toolbar|tablist)$/;

/** What names of furniture are believed, by the share of a page's prose that may be lost by taking it out. */
const furniture: readonly (readonly [share: number, naming: Naming])[] = [
  [0.8, comments],
  [0.4, surroundings],
  [0.2, boxes],
  [0.1, facts],
];

/** Returns whether style or attributes hide the element from a reader. */
function isHidden(part: Part): boolean {
  if (math(part)) return drawnTwice(part);
  if (part.attributes.has('hidden')) return true;
  if (/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(part, 'style'))) return true;
  return attribute(part, 'aria-hidden') === 'true' && part.tag !== 'math' && !/fallback/.test(namesOf(part));
}

/** Takes out what no page shows as text, and what it hides. */
export function takeOutUnseen(root: Part, keepHidden: boolean): void {
  const unseen = within(root).filter((part) => isUnseen(part, keepHidden));
  if (unseen.length === 0) return;
  const measures = measure(root);
  const all = measures.get(root)!.prose;
  const isMost = (part: Part): boolean => !script.has(part.tag) && measures.get(part)!.prose > all * 0.5;
  takeOut(root, new Set(unseen.filter((part) => !isMost(part))));
}

function isUnseen(part: Part, keepHidden: boolean): boolean {
  return never.has(part.tag) || roles.test(attribute(part, 'role')) || (!keepHidden && isHidden(part));
}

/** Takes out what its class or id calls the furniture of a page, unless too much of the prose is in it. */
export function takeOutFurniture(root: Part): void {
  const measures = measure(root);
  const all = measures.get(root)!.prose;
  const gone = new Set<Part>();
  const code = new Set<Part>();
  for (const part of within(root)) {
    if (part.tag === 'pre' || part.tag === 'code' || (part.parent && code.has(part.parent))) code.add(part);
    if (kept.has(part.tag) || code.has(part) || isArticle(part)) continue;
    if (namesOf(part) === '' || embedded(part)) continue;
    const share = (measures.get(part)?.prose ?? 0) / (all || 1);
    if (furniture.some(([most, naming]) => share <= most && naming(part))) gone.add(part);
  }
  takeOut(root, gone);
}

const kept = new Set('html body main article a code pre table tbody tr td th h1'.split(' '));

function isArticle(part: Part): boolean {
  return /\barticleBody\b/i.test(attribute(part, 'itemprop'));
}
