import { blockElements, voidElements } from './elements.ts';
import type { Element, Node } from './node.ts';

/** Returns the tree as HTML that reads back as the same tree. */
export function writeHtml(nodes: readonly Node[]): string {
  const parts: string[] = [];
  visit(nodes, {
    text: (words) => parts.push(escapeMarkup(words)),
    enter: (element) => parts.push(startTag(element)),
    leave: ({ name }) => voidElements.has(name) || parts.push(`</${name}>`),
  });
  return parts.join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Returns the text with what would be markup escaped; it may stand in an attribute, too. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function startTag({ name, attributes }: Element): string {
  const pairs = Array.from(attributes, ([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  return `<${name}${pairs.join('')}>`;
}

const unseen = new Set(['script', 'style', 'template', 'head', 'title', 'noframes', 'noembed', 'svg', 'xmp']);

/** Returns the words of the tree on one line, without those of scripts and styles; blocks are set apart by a space. */
export function textOf(nodes: readonly Node[]): string {
  const parts: string[] = [];
  const apart = ({ name }: Element) => blockElements.has(name) && parts.push(' ');
  visit(nodes, {
    text: (words) => parts.push(words),
    enter: (element) => {
      apart(element);
      return !unseen.has(element.name);
    },
    leave: apart,
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

interface Visitor {
  text(words: string): void;
  /** Returns false to pass over what is inside. */
  enter(element: Element): unknown;
  leave(element: Element): void;
}

/** Goes through a tree in order. It does not call itself, so that no depth is too much. */
function visit(nodes: readonly Node[], visitor: Visitor): void {
  const work: { readonly nodes: readonly Node[]; next: number; readonly of: Element | null }[] = [
    { nodes, next: 0, of: null },
  ];
  for (let step = work.at(-1); step; step = work.at(-1)) {
    const node = step.nodes[step.next++];
    if (node === undefined) {
      work.pop();
      if (step.of) visitor.leave(step.of);
    } else if (typeof node === 'string') visitor.text(node);
    else if (visitor.enter(node) === false) visitor.leave(node);
    else work.push({ nodes: node.children, next: 0, of: node });
  }
}
