/** An element of XML or HTML. Names of elements and attributes are in lower case: nothing here is told apart by case. */
export interface Element {
  /** The name without its prefix. */
  readonly name: string;
  /** The address of the namespace; a prefix that is not declared stands for itself. Empty when there is none, as in HTML. */
  readonly space: string;
  /** Values by name without prefix, but for `xml:base` and `xml:lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

/** A string is text, with its character references resolved. It is as hostile as it came. */
export type Node = Element | string;

/** A document or a piece of one as a tree. */
export interface Markup {
  readonly nodes: readonly Node[];
  /** Whether a bound was met, so that the rest of the document is missing. */
  readonly cut: boolean;
  /** Whether the text ended while an element was open. */
  readonly unfinished: boolean;
}

/** Bounds of a tree, so that no document can take the program with it. */
export interface Bounds {
  /** What lies deeper is kept, but on this level. */
  readonly depth: number;
  /** Elements; what comes after the last is left out. */
  readonly elements: number;
}

/** An element while its tree is being built. */
export interface Growing extends Element {
  readonly children: Node[];
}

/** Adds text to the children, joined to text that stands before it. */
export function addText(children: Node[], text: string): void {
  if (text === '') return;
  const last = children.length - 1;
  const before = children[last];
  if (typeof before === 'string') children[last] = before + text;
  else children.push(text);
}
