import { namesOf } from './naming.ts';
import { measure, type Measures } from './measure.ts';
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

/** What a class or id names, by the share of a page's prose that may be lost by taking it out. */
const furniture: readonly (readonly [share: number, names: RegExp])[] = [
  [
    0.8,
    /\bcomments?\b|\bcomment(?:s|list|area|form)|\bdisqus|\bfbcomments|\breplies\b|\brespond\b|\bkommentare?\b|\bcomentarios\b/,
  ],
  [
    0.4,
    /\brelated|\brecommend|\brecirc|\boutbrain|\btaboola|\bcookies?\b|\bcookie|\bgdpr|\bconsent\b|\bnewsletters?\b|\bsidebars?\b|\bfooter\b|\bmodal\b|\bpopups?\b|\bbreadcrumbs?\b|\bnavigation\b|\bnavbar\b|\bmenus?\b|\bshar(?:e|ing)|\bsocial|\bmost (?:read|popular|viewed|shared)|\btrending\b|\bread (?:more|next|also)\b|\bmore (?:stories|news|articles|posts|from|on)\b|\balso like\b/,
  ],
  [
    0.2,
    /\bads?\b|\badvert|\badslot|\badsense|\badbox|\bsponsor|\bpromo|\bsubscri(?:be|ption)|\bsign ?up\b|\blogin\b|\bregister\b|\bskip\b|\bpagination\b|\bpager\b|\btoolbar\b|\btoolbox\b|\bwidgets?\b|\brating|\bvotes?\b|\bpoll\b|\bauthor (?:bio|box|info|card|profile|desc)|\babout (?:the )?author|\bbios?\b|\btags\b|\btag (?:list|links|cloud)\b|\bpost tag\b|\btopics\b|\bcopyright\b|\bdisclaimer\b|\bprint only\b|\bscreen reader|\bsr only\b|\bvisually ?hidden\b|\bmasthead\b|\boverlay\b|\btooltip\b|\bbanner\b|\bbuttons?\b|\bnav\b|\btoc\b|\btable of contents\b|\bupsell\b|\bteasers?\b|\bcta\b|\bapp download\b|\bdonat/,
  ],
  [
    0.1,
    /\bbyline|\bauthors?\b|\bdateline\b|\bpub(?:lished|lish)? ?date\b|\btimestamp\b|\b(?:post|entry|article|story) (?:meta|info|date|details|byline|author)\b|\bmeta\b|\bcredits?\b|\bvideo player\b|\bplayer\b|\bfollow\b|\bextra\b|\bmore\b|\bsupplement|\btimeago\b/,
  ],
];

/** Returns whether style or attributes hide the element from a reader. */
function isHidden(part: Part): boolean {
  if (/\bmath|\bkatex\b|\bmwe\b|\bmjx\b/.test(namesOf(part)))
    return /\bkatex html\b|\bfallback image\b/.test(namesOf(part));
  if (part.attributes.has('hidden')) return true;
  if (/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(part, 'style'))) return true;
  return attribute(part, 'aria-hidden') === 'true' && part.tag !== 'math' && !/fallback/.test(namesOf(part));
}

/** Takes out what no page shows as text, and what it hides. */
export function takeOutUnseen(root: Part, keepHidden: boolean): void {
  const gone = new Set<Part>();
  const measures = measure(root);
  const all = measures.get(root)!.prose;
  for (const part of within(root)) {
    if (!script.has(part.tag) && measures.get(part)!.prose > all * 0.5) continue;
    if (never.has(part.tag) || roles.test(attribute(part, 'role')) || (!keepHidden && isHidden(part))) gone.add(part);
  }
  takeOut(root, gone);
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
    const names = namesOf(part);
    if (names === '' || /\bembed/.test(names)) continue;
    const share = (measures.get(part)?.prose ?? 0) / (all || 1);
    if (furniture.some(([most, pattern]) => share <= most && pattern.test(names))) gone.add(part);
  }
  takeOut(root, gone);
}

const kept = new Set('html body main article a code pre table tbody tr td th h1'.split(' '));

function isArticle(part: Part): boolean {
  return /\barticleBody\b/i.test(attribute(part, 'itemprop'));
}

export type { Measures };
