import { resolve, type Element } from '../markup/index.ts';
import { isAtom, shortSpace } from './spaces.ts';

/** What an element of a feed takes over from those around it. */
export interface Scope {
  /** The address that relative ones are resolved against. */
  readonly base: string | null;
  readonly language: string | null;
  /** Whether text without a type is plain, as in Atom, or has to be looked at, as in RSS. */
  readonly atom: boolean;
  /** The namespace of the feed itself, which old and odd ones have of their own. */
  readonly home: string;
}

/** An element of a feed in its scope, and its children by name. */
export class Piece {
  readonly element: Element;
  readonly scope: Scope;
  private children: Map<string, Piece[]> | null = null;

  constructor(element: Element, outer: Scope) {
    this.element = element;
    this.scope = inner(element, outer);
  }

  /** Returns the children of these names in the order of the names: `title` of RSS and Atom, `dc:title` of another space. */
  all(...names: readonly string[]): readonly Piece[] {
    this.children ??= this.sorted();
    return names.flatMap((name) => this.children?.get(name) ?? []);
  }

  first(...names: readonly string[]): Piece | null {
    return this.all(...names)[0] ?? null;
  }

  /** Returns the children of the name as if they were one, or null when there is none. */
  joined(name: string): Piece | null {
    const [one, ...more] = this.all(name);
    if (!one || more.length === 0) return one ?? null;
    const children = [one, ...more].flatMap(({ element }) => element.children);
    return new Piece({ ...one.element, children }, this.scope);
  }

  /** Returns the value without blanks around it, or null when there is none. */
  attribute(name: string): string | null {
    return this.element.attributes.get(name)?.trim() || null;
  }

  /** Returns the text of the element itself without blanks around it, or null when there is none. */
  text(): string | null {
    return this.raw().trim() || null;
  }

  raw(): string {
    return this.element.children.filter((node) => typeof node === 'string').join('');
  }

  /** Returns the address made absolute, or as it is when it cannot be. */
  resolve(address: string): string {
    return resolve(address, this.scope.base) ?? address.trim();
  }

  private sorted(): Map<string, Piece[]> {
    const children = new Map<string, Piece[]>();
    for (const node of this.element.children) {
      if (typeof node === 'string') continue;
      const key = keyOf(node, this.scope.home);
      const piece = new Piece(node, this.scope);
      const same = children.get(key);
      if (same) same.push(piece);
      else children.set(key, [piece]);
    }
    return children;
  }
}

/** Returns the name by which an element is asked for: those of the feed's own namespace have no prefix. */
export function keyOf({ name, space }: Element, home: string): string {
  const short = space === home ? '' : shortSpace(space);
  return short === '' ? name : `${short}:${name}`;
}

function inner({ attributes, space }: Element, outer: Scope): Scope {
  const base = attributes.get('xml:base')?.trim();
  const language = attributes.get('xml:lang');
  const atom = space === outer.home ? outer.atom : isAtom(space);
  if (!base && language === undefined && atom === outer.atom) return outer;
  return {
    ...outer,
    base: base ? (resolve(base, outer.base) ?? outer.base) : outer.base,
    language: language ?? outer.language,
    atom,
  };
}
