import { addText, type Bounds, type Growing, type Markup, type Node } from './node.ts';
import { scan, type Listener } from './scan.ts';

const usual: Bounds = { depth: 256, elements: 250_000 };

/**
 * Returns the tree of an XML document, ill-formed or not. An end tag ends the nearest element of its name and all within
 * it; one that matches nothing is passed over; what is never closed ends with the document.
 */
export function parseXml(xml: string, bounds: Bounds = usual): Markup {
  const grower = new XmlGrower(bounds);
  scan(xml, 'xml', grower);
  return { nodes: grower.nodes, cut: grower.full, unfinished: grower.isOpen() };
}

type Spaces = ReadonlyMap<string, string>;
const xmlSpaces: Spaces = new Map();

class XmlGrower implements Listener {
  readonly nodes: Node[] = [];
  full = false;
  private readonly bounds: Bounds;
  private readonly stack: { readonly tag: string; readonly element: Growing; readonly spaces: Spaces }[] = [];
  /** How often each tag is open, so that an end tag without a start costs no search. */
  private readonly counts = new Map<string, number>();
  private elements = 0;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
  }

  text(words: string): void {
    addText(this.children(), words);
  }

  open(tag: string, attributes: ReadonlyMap<string, string>, empty: boolean): void {
    if (this.elements++ >= this.bounds.elements) {
      this.full = true;
      return;
    }
    const spaces = declare(attributes, this.stack.at(-1)?.spaces ?? xmlSpaces);
    const colon = tag.indexOf(':');
    const prefix = colon < 0 ? '' : tag.slice(0, colon);
    const element: Growing = {
      name: tag.slice(colon + 1),
      space: spaces.get(prefix) ?? prefix,
      attributes: plain(attributes),
      children: [],
    };
    this.children().push(element);
    if (empty || this.stack.length >= this.bounds.depth) return;
    this.stack.push({ tag, element, spaces });
    this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1);
  }

  close(tag: string): void {
    if (!this.counts.get(tag)) return;
    for (let last = this.stack.pop(); last; last = this.stack.pop()) {
      this.counts.set(last.tag, (this.counts.get(last.tag) ?? 1) - 1);
      if (last.tag === tag) return;
    }
  }

  isOpen(): boolean {
    return this.stack.length > 0;
  }

  private children(): Node[] {
    return this.stack.at(-1)?.element.children ?? this.nodes;
  }
}

function declare(attributes: ReadonlyMap<string, string>, outer: Spaces): Spaces {
  let spaces: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    spaces ??= new Map(outer);
    spaces.set(name.slice(6), value.trim());
  }
  return spaces ?? outer;
}

/** Drops the prefixes, and the declarations. A name that was written without one goes before. */
function plain(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (attributes.size === 0) return attributes;
  const prefixed = Array.from(attributes.keys()).filter((name) => name === 'xmlns' || name.includes(':'));
  if (prefixed.length === 0) return attributes;
  const short = new Map(attributes);
  for (const name of prefixed) {
    if (name === 'xml:base' || name === 'xml:lang') continue;
    short.delete(name);
    const bare = name.slice(name.indexOf(':') + 1);
    if (!name.startsWith('xmlns') && !short.has(bare)) short.set(bare, attributes.get(name) ?? '');
  }
  return short;
}
