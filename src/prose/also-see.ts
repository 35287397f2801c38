import { alsoSeeWording, type Block, type Link, type Span } from '../news/index.ts';
import { cleanLine, type Safe } from '../text/index.ts';
import { wordsOf } from './pen.ts';

/** Longest title without a link that is believed to be one, in UTF-16 units. */
const longestTitle = 200;
/** What may stand between and after several links of one line. */
const betweenLinks = /^[^\p{L}\p{N}]*(?:(?:and|or|et|und|y|e|en|och|и|i|ve|dan|與|和)?[^\p{L}\p{N}]*)$/u;

/**
 * Returns a paragraph as the "Also see" lines that it is, or null when it is an ordinary one. It is one when it begins
 * with a wording whose rest is a link, several links, or a title alone; their links become `also-see` links.
 */
export function alsoSeeLines(spans: readonly Span[], links: Link[]): readonly Block[] | null {
  const text = wordsOf(spans).replaceAll('\n', ' ');
  const first = spans.findIndex((span) => span.link !== undefined);
  if (first < 0) return titleLine(text, links);
  const announced = alsoSeeWording(wordsOf(spans.slice(0, first)).trim());
  if (announced && announced.rest === '') return linkLines(cleanLine(announced.wording), spans.slice(first), links);
  return first === 0 ? wholeLink(text, spans, links) : null;
}

function titleLine(text: string, links: Link[]): readonly Block[] | null {
  const announced = alsoSeeWording(text);
  if (!announced || announced.rest === '' || announced.rest.length > longestTitle) return null;
  const title = cleanLine(announced.rest);
  const link = links.push({ relation: 'also-see', text: title, address: null }) - 1;
  return [{ type: 'alsoSee', wording: cleanLine(announced.wording), spans: [{ text: title, link }] }];
}

/** "[Also see: A title](address)": the wording stands in the link itself. */
function wholeLink(text: string, spans: readonly Span[], links: Link[]): readonly Block[] | null {
  const announced = alsoSeeWording(text);
  const only = onlyLink(spans);
  if (!announced || announced.rest === '' || only === null) return null;
  const title = cleanLine(announced.rest);
  links[only] = { ...links[only]!, relation: 'also-see', text: title };
  return [{ type: 'alsoSee', wording: cleanLine(announced.wording), spans: [{ text: title, link: only }] }];
}

function linkLines(wording: Safe, spans: readonly Span[], links: Link[]): readonly Block[] | null {
  if (spans.some((span) => span.link === undefined && !betweenLinks.test(span.text))) return null;
  const chosen = Map.groupBy(spans, (span) => span.link);
  chosen.delete(undefined);
  return Array.from(chosen, ([link, words]): Block => {
    markAlsoSee(link!, links);
    return { type: 'alsoSee', wording, spans: words.map(unbroken) };
  });
}

function unbroken(span: Span): Span {
  const { breaks: _, ...rest } = span;
  return rest;
}

/** Returns the link that all the words of a paragraph belong to, or null. */
function onlyLink(spans: readonly Span[]): number | null {
  const link = spans[0]?.link;
  return link !== undefined && spans.every((span) => span.link === link) ? link : null;
}

function markAlsoSee(link: number, links: Link[]): void {
  links[link] = { ...links[link]!, relation: 'also-see' };
}

/** Returns whether a block is nothing but a wording: the heading of a list of related stories. */
export function announcesList(block: Block | undefined): boolean {
  if (block?.type !== 'heading' && block?.type !== 'paragraph') return false;
  return alsoSeeWording(wordsOf(block.spans))?.rest === '';
}

/**
 * Returns an entry of a list below such a heading with its link as an `also-see` link, when it is a link alone; a title
 * alone gets one without an address.
 */
export function relatedEntry(blocks: readonly Block[], links: Link[]): readonly Block[] {
  const [block] = blocks;
  if (blocks.length !== 1 || block?.type !== 'paragraph') return blocks;
  const only = onlyLink(block.spans);
  if (only !== null) {
    markAlsoSee(only, links);
    return blocks;
  }
  const title = cleanLine(wordsOf(block.spans));
  if (block.spans.some((span) => span.link !== undefined) || title.length > longestTitle) return blocks;
  const link = links.push({ relation: 'also-see', text: title, address: null }) - 1;
  return [{ ...block, spans: block.spans.map((span) => ({ ...span, link })) }];
}
