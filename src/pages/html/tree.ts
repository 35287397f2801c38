import type { Element, Node } from '../../markup/index.ts';

/** An element of a page while it is judged: it knows what it is in, and may be taken out of it. */
export interface Part {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  children: (Part | string)[];
  parent: Part | null;
}

/** Returns the tree under one root, a "body" that stands for the whole page. A script that is a formula becomes one; drawings stay empty. */
export function grow(nodes: readonly Node[]): Part {
  const root: Part = { tag: 'body', attributes: new Map(), children: [], parent: null };
  const work: { readonly from: readonly Node[]; readonly to: Part }[] = [{ from: nodes, to: root }];
  for (let step = work.pop(); step; step = work.pop()) {
    for (const node of step.from) {
      if (typeof node === 'string') step.to.children.push(node);
      else {
        const part = bud(node, step.to);
        step.to.children.push(part);
        if (node.name !== 'svg') work.push({ from: node.children, to: part });
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

/** Returns the first elements in the part, itself first, and no more than `most`: so that a glance costs the same whatever is in it. */
export function firstWithin(part: Part, most: number): readonly Part[] {
  const found: Part[] = [];
  const work: { readonly part: Part; next: number }[] = [{ part, next: 0 }];
  found.push(part);
  for (let step = work.at(-1); step && found.length < most; step = work.at(-1)) {
    const child = step.part.children[step.next++];
    if (child === undefined) work.pop();
    else if (typeof child !== 'string') {
      found.push(child);
      work.push({ part: child, next: 0 });
    }
  }
  return found;
}

/** Returns the elements that pass the test, and all that is in them. `parts` are in the order of the document. */
export function withInner(parts: readonly Part[], test: (part: Part) => boolean): ReadonlySet<Part> {
  const found = new Set<Part>();
  for (const part of parts) if ((part.parent && found.has(part.parent)) || test(part)) found.add(part);
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
  return gather(part, Infinity, Infinity);
}

/** Returns the beginning of the words of the part: about as many characters as are asked for, and less from many elements. */
export function firstWordsOf(part: Part, longest: number): string {
  return gather(part, longest, 500);
}

function gather(part: Part, longest: number, most: number): string {
  const words: string[] = [];
  let length = 0;
  let elements = 0;
  const work: (Part | string)[] = [part];
  for (let next = work.pop(); next !== undefined && length < longest && elements < most; next = work.pop()) {
    if (typeof next === 'string') {
      words.push(next);
      if (/\S/.test(next)) length += next.length;
    } else if (!silent.has(next.tag)) {
      elements++;
      const isBlock = !inline.has(next.tag) || next.tag === 'br';
      if (isBlock) words.push(' ');
      if (isBlock) work.push(' ');
      for (let index = Math.min(next.children.length, most) - 1; index >= 0; index--) work.push(next.children[index]!);
    }
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}

const silent = new Set(['script', 'style', 'template', 'noscript', 'svg']);
