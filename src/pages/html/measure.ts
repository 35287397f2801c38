import { attribute, inline, type Part, within } from './tree.ts';

/** What there is in an element, that which is in its own elements included. Texts are counted in characters. */
export interface Measure {
  /** All text, spaces not counted twice. */
  text: number;
  /** Text of links. */
  linked: number;
  commas: number;
  /** Text of paragraphs: runs of text that are long enough for a sentence, links in them not counted. */
  prose: number;
  paragraphs: number;
  entries: number;
  headings: number;
  pictures: number;
  inputs: number;
}

export type Measures = ReadonlyMap<Part, Measure>;

/** Shortest run of text that is taken for a sentence, in characters. */
const shortest = 25;

/** Returns the measures of every element in the tree. */
export function measure(root: Part): Measures {
  const parts = within(root);
  const measures = new Map<Part, Measure>(parts.map((part) => [part, ownMeasure(part)]));
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]!;
    const whole = measures.get(part)!;
    if (part.tag === 'a' && !attribute(part, 'href').startsWith('#')) whole.linked = whole.text;
    const parent = part.parent && measures.get(part.parent);
    if (!parent) continue;
    parent.text += whole.text;
    parent.linked += whole.linked;
    parent.commas += whole.commas;
    parent.prose += whole.prose;
    parent.paragraphs += whole.paragraphs;
    parent.entries += whole.entries;
    parent.headings += whole.headings;
    parent.pictures += whole.pictures;
    parent.inputs += whole.inputs;
  }
  return measures;
}

function ownMeasure(part: Part): Measure {
  const isInline = inline.has(part.tag);
  let text = 0;
  let commas = 0;
  for (const child of part.children) {
    if (typeof child !== 'string') continue;
    text += lengthOf(child);
    commas += commasIn(child);
  }
  const runs = isInline ? [] : runsIn(part);
  const sentences = runs.filter(({ plain }) => plain >= shortest);
  return {
    text,
    linked: 0,
    commas,
    prose: sentences.reduce((sum, { plain }) => sum + plain, 0),
    paragraphs: sentences.length,
    entries: part.tag === 'li' ? 1 : 0,
    headings: /^h[1-6]$/.test(part.tag) ? 1 : 0,
    pictures: part.tag === 'img' ? 1 : 0,
    inputs: part.tag === 'input' || part.tag === 'button' || part.tag === 'select' || part.tag === 'textarea' ? 1 : 0,
  };
}

/** Text that stands together in an element, between its blocks and doubled line breaks. */
export interface Run {
  /** Characters outside links. */
  plain: number;
  linked: number;
  commas: number;
}

/** Returns the runs of text of a block: what stands in it directly or in elements that stand in a line. */
export function runsIn(part: Part): readonly Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let breaks = 0;
  const work: { readonly node: Part | string; readonly isLink: boolean }[] = part.children
    .map((node) => ({ node, isLink: false }))
    .reverse();
  for (let step = work.pop(); step; step = work.pop()) {
    const { node, isLink } = step;
    if (typeof node === 'string') {
      const length = lengthOf(node);
      if (length === 0) continue;
      breaks = 0;
      if (!open) runs.push((open = { plain: 0, linked: 0, commas: 0 }));
      if (isLink) open.linked += length;
      else open.plain += length;
      open.commas += commasIn(node);
    } else if (node.tag === 'br') {
      if (++breaks >= 2) open = null;
    } else if (inline.has(node.tag)) {
      const isInLink = isLink || node.tag === 'a';
      for (let index = node.children.length - 1; index >= 0; index--)
        work.push({ node: node.children[index]!, isLink: isInLink });
    } else {
      open = null;
      breaks = 0;
    }
  }
  return runs;
}

function lengthOf(text: string): number {
  let length = 0;
  let inSpace = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSpace = code === 32 || (code >= 9 && code <= 13) || code === 160;
    if (!isSpace || !inSpace) length++;
    inSpace = isSpace;
  }
  return inSpace && length > 0 ? length - 1 : length;
}

function commasIn(text: string): number {
  return text.match(/[,،、，﹐︐︑﹑;；。]/g)?.length ?? 0;
}
