import { parseHtml, writeHtml, type Node } from '../../markup/index.ts';
import { bounds, longest } from './bounds.ts';
import { readBlocks, type Written } from './blocks.ts';
import { takeOutUnseen } from './prune.ts';
import { grow } from './tree.ts';

/**
 * Returns all of a piece of HTML as blocks, such as the body of a feed's entry: nothing of it is judged, and only what is never
 * text is left out. `base` is what its addresses are relative to, or null.
 */
export function readMarkup(html: string, base: string | null): Written {
  return written(parseHtml(html.slice(0, longest), bounds).nodes, base);
}

/** Returns the same of a tree that was read before. One that is larger than a page may be is cut as its HTML would be. */
export function readTree(nodes: readonly Node[], base: string | null): Written {
  return fits(nodes) ? written(nodes, base) : readMarkup(writeHtml(nodes), base);
}

function written(nodes: readonly Node[], base: string | null): Written {
  const root = grow(nodes);
  takeOutUnseen(root, false);
  return readBlocks([root], base);
}

/** Returns whether a tree is within the bounds of a page. */
function fits(nodes: readonly Node[]): boolean {
  let elements = 0;
  let length = 0;
  const work: { readonly nodes: readonly Node[]; readonly depth: number }[] = [{ nodes, depth: 0 }];
  for (let step = work.pop(); step; step = work.pop()) {
    for (const node of step.nodes) {
      if (typeof node === 'string') length += node.length;
      else {
        elements++;
        work.push({ nodes: node.children, depth: step.depth + 1 });
      }
    }
    if (elements > bounds.elements || length > longest || step.depth > bounds.depth) return false;
  }
  return true;
}
