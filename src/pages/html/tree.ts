import type { Element, Node } from '../../markup/index.ts';

/** An element of a page while it is judged: it knows what it is in, and may be taken out of it. */
export interface Part {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  children: (Part | string)[];
  parent: Part | null;
}

/** Returns the tree under one root, a "body" that stands for the whole page. A script that is a formula becomes one. */
export function grow(nodes: readonly Node[]): Part {
  const root: Part = { tag: 'body', attributes: new Map(), children: [], parent: null };
  const work: { readonly from: readonly Node[]; readonly to: Part }[] = [{ from: nodes, to: root }];
  for (let step = work.pop(); step; step = work.pop()) {
    for (const node of step.from) {
      if (typeof node === 'string') step.to.children.push(node);
      else {
        const part = bud(node, step.to);
        step.to.children.push(part);
        work.push({ from: node.children, to: part });
      }
    }
  }
  return root;
}

function bud({ name, attributes, children }: Element, parent: Part): Part {
  const formula = /^math\/tex(; *mode=display)?/.exec(name === 'script' ? (attributes.get('type') ?? '') : '');
  if (!formula) return { tag: name, attributes, children: [], parent };
  const told = new Map([
    ['alttext', children.filter((child) => typeof child === 'string').join('')],
    ['display', formula[1] === undefined ? 'inline' : 'block'],
  ]);
  return { tag: 'math', attributes: told, children: [], parent };
}

/** Returns every element in the part, itself first, in the order of the document. Later changes do not show in it. */
export function within(part: Part): readonly Part[] {
  const found: Part[] = [];
  const work: Part[] = [part];
  for (let next = work.pop(); next; next = work.pop()) {
    found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index]!;
      if (typeof child !== 'string') work.push(child);
    }
  }
  return found;
}

/** Returns the elements above the part, the nearest first. */
export function above(part: Part): readonly Part[] {
  const found: Part[] = [];
  for (let next = part.parent; next; next = next.parent) found.push(next);
  return found;
}

export function isInside(part: Part, outer: Part): boolean {
  for (let next: Part | null = part; next; next = next.parent) if (next === outer) return true;
  return false;
}

/** Returns the elements right inside the part. */
export function partsOf(part: Part): readonly Part[] {
  return part.children.filter((child) => typeof child !== 'string');
}

/** Takes the parts out of the tree, in one go: a page may have very many. */
export function takeOut(root: Part, parts: ReadonlySet<Part>): void {
  if (parts.size === 0) return;
  for (const part of within(root)) {
    if (!part.children.some((child) => typeof child !== 'string' && parts.has(child))) continue;
    part.children = part.children.filter((child) => typeof child === 'string' || !parts.has(child));
  }
}

/** Returns the value of the attribute without the space around it; empty when there is none. */
export function attribute(part: Part, name: string): string {
  return part.attributes.get(name)?.trim() ?? '';
}

/** Elements that stand in a line of text. */
export const inline: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math nobr picture q rp rt ruby s samp ' +
    'small source span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Returns the words of the part on one line; blocks are set apart by a space. */
export function wordsOf(part: Part): string {
  const words: string[] = [];
  const work: (Part | string)[] = [part];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') words.push(next);
    else if (!silent.has(next.tag)) {
      const isBlock = !inline.has(next.tag) || next.tag === 'br';
      if (isBlock) words.push(' ');
      if (isBlock) work.push(' ');
      for (let index = next.children.length - 1; index >= 0; index--) work.push(next.children[index]!);
    }
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}

const silent = new Set(['script', 'style', 'template', 'noscript', 'svg']);
