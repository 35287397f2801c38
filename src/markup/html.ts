import { endsBefore, endsParagraph, voidElements, walls } from './elements.ts';
import { addText, type Bounds, type Growing, type Markup, type Node } from './node.ts';
import { scan, type Listener } from './scan.ts';

const usual: Bounds = { depth: 256, elements: 50_000 };

/**
 * Returns the tree of a page or of a piece of HTML. It puts in the end tags that may be left out, and takes tags that are
 * wrongly nested as a writer would mean them, `<a name="top"/>` as an empty element too; it makes up no `html` or `body` that is not there.
 */
export function parseHtml(html: string, bounds: Bounds = usual): Markup {
  const grower = new HtmlGrower(bounds);
  scan(html, 'html', grower);
  return { nodes: grower.nodes, cut: grower.full, unfinished: false };
}

class HtmlGrower implements Listener {
  readonly nodes: Node[] = [];
  full = false;
  private readonly bounds: Bounds;
  private readonly stack: Growing[] = [];
  private elements = 0;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
  }

  text(words: string): void {
    addText(this.children(), words);
  }

  open(name: string, attributes: ReadonlyMap<string, string>, empty: boolean): void {
    this.endBefore(name);
    if (this.elements++ >= this.bounds.elements) {
      this.full = true;
      return;
    }
    const element: Growing = { name, space: '', attributes, children: [] };
    this.children().push(element);
    if (!empty && !voidElements.has(name) && this.stack.length < this.bounds.depth) this.stack.push(element);
  }

  close(name: string): void {
    if (name === 'br') this.children().push({ name, space: '', attributes: new Map(), children: [] });
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const open = this.stack[index]!.name;
      if (open === name) this.stack.length = index;
      if (open === name || (walls.has(open) && !walls.has(name) && name !== 'tr')) return;
    }
  }

  private children(): Node[] {
    return this.stack.at(-1)?.children ?? this.nodes;
  }

  /** Ends what the start tag ends without saying so. */
  private endBefore(name: string): void {
    if (endsParagraph.has(name)) this.end(paragraph, block);
    const rule = endsBefore.get(name);
    if (rule) this.end(rule.ends, rule.within);
  }

  private end(names: ReadonlySet<string>, within: ReadonlySet<string>): void {
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const open = this.stack[index]!.name;
      if (within.has(open)) return;
      if (names.has(open)) this.stack.length = index;
    }
  }
}

const paragraph: ReadonlySet<string> = new Set(['p']);
const block: ReadonlySet<string> = new Set(
  [...endsParagraph, ...walls, 'button', 'object'].filter((name) => name !== 'p'),
);
