import { clean, cleanLine } from '../text/index.ts';
import { voidElements } from './elements.ts';
import { addText, type Element, type Growing, type Node } from './node.ts';

/** Elements that are kept, with the attributes that are kept on them. Others are passed over, and what is in them is kept. */
const kept: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['a', 'href title'],
    ['img', 'src alt title width height'],
    ['audio video', 'src poster'],
    ['source', 'src type'],
    ['ol', 'start reversed'],
    ['li', 'value'],
    ['td th', 'colspan rowspan align'],
    ['code pre', 'class'],
    ['time ins del', 'datetime'],
    ['abbr dfn', 'title'],
    [
      'p div br hr h1 h2 h3 h4 h5 h6 ul dl dt dd blockquote table caption thead tbody tfoot tr figure figcaption b strong i em u s ' +
        'strike sub sup small big q cite kbd samp var tt mark span ruby rt rp bdo bdi wbr address article aside section header ' +
        'footer main details summary picture center',
      '',
    ],
  ].flatMap(([names = '', attributes = '']) =>
    names.split(' ').map((name) => [name, ['id', 'lang', 'dir', ...attributes.split(' ')]] as const),
  ),
);

/** Elements that go with all that is in them: none of it is for a reader. */
const dropped = new Set(
  'script style template head metadata defs frameset noframes noembed select datalist xmp base link meta'.split(' '),
);

/** Schemes of addresses that do nothing by themselves. Who follows one judges it again. */
const schemes = new Set('http https ftp mailto tel sms geo xmpp irc magnet news feed webcal'.split(' '));
const addresses = new Set(['href', 'src', 'poster']);
const rasterPicture = /^data:image\/(?:png|gif|jpe?g|webp|avif)[;,]/i;

/**
 * Returns the tree with only what may be read: elements and attributes of the list above, no active content, addresses made
 * absolute against the base (and the `xml:base` and `<base>` of the tree itself) where there is one, all text cleaned.
 */
export function sanitise(nodes: readonly Node[], base: string | null): readonly Node[] {
  const root: Node[] = [];
  const work: Step[] = [{ from: nodes, next: 0, to: root, base, drawing: false }];
  for (let step = work.at(-1); step; step = work.at(-1)) {
    const node = step.from[step.next++];
    if (node === undefined) work.pop();
    else if (typeof node === 'string') addText(step.to, clean(node));
    else if (node.name === 'base') step.base = resolve(node.attributes.get('href') ?? '', step.base) ?? step.base;
    else if (!dropped.has(node.name) && (node.name !== 'title' || step.drawing)) {
      const inside = enter(node, step);
      if (inside) work.push(inside);
    }
  }
  return root;
}

interface Step {
  readonly from: readonly Node[];
  next: number;
  readonly to: Node[];
  base: string | null;
  /** Whether it is inside a drawing, whose title stands for it. */
  readonly drawing: boolean;
}

/** Puts the element in its place if it is kept, and returns the work on what is inside it, if that is kept. */
function enter(element: Element, { to, base: outer, drawing: within }: Step): Step | null {
  const { name, attributes, children: from } = element;
  const own = attributes.get('xml:base');
  const base = own === undefined ? outer : (resolve(own, outer) ?? outer);
  const drawing = within || name === 'svg';
  const names = kept.get(name);
  if (!names) return { from, next: 0, to, base, drawing };
  const copy: Growing = { name, space: '', attributes: keptAttributes(element, names, base), children: [] };
  if (name === 'img' && !copy.attributes.has('src')) return null;
  to.push(copy);
  // An element without an end tag holds nothing in HTML, whatever ill-formed XML put into it.
  return { from, next: 0, to: voidElements.has(name) ? to : copy.children, base, drawing };
}

function keptAttributes(element: Element, names: readonly string[], base: string | null): ReadonlyMap<string, string> {
  if (element.attributes.size === 0) return element.attributes;
  const attributes = new Map<string, string>();
  for (const name of names) {
    const value = element.attributes.get(name) ?? element.attributes.get(`xml:${name}`);
    if (value === undefined) continue;
    const safe = addresses.has(name) ? safeAddress(value, base, name === 'src') : safeValue(name, value);
    if (safe !== null) attributes.set(name, safe);
  }
  if (element.name === 'img') setPicture(element, attributes, base);
  return attributes;
}

const counts = new Set(['colspan', 'rowspan', 'width', 'height', 'start', 'value']);

function safeValue(name: string, value: string): string | null {
  if (counts.has(name)) return /^\d{1,5}$/.test(value.trim()) ? value.trim() : null;
  return cleanLine(value);
}

/** A picture that is loaded late has its address elsewhere, and a stand-in or nothing in its place. */
function setPicture(element: Element, attributes: Map<string, string>, base: string | null): void {
  if (attributes.has('src') && !attributes.get('src')!.startsWith('data:')) return;
  const late = ['data-src', 'data-original', 'data-lazy-src', 'data-srcset', 'srcset']
    .map((name) => element.attributes.get(name)?.trim().split(/[\s,]/)[0])
    .find((value) => value && !/^data:/i.test(value));
  const safe = late ? safeAddress(late, base, false) : null;
  if (safe !== null) attributes.set('src', safe);
}

/** Returns the address made absolute, as it is when there is no base for it, or null when it could do something by itself. */
function safeAddress(value: string, base: string | null, isPicture: boolean): string | null {
  const address = value.trim();
  const url = URL.parse(address, base ?? undefined);
  if (!url) {
    const isRelative = URL.parse(address, 'http://base.invalid/')?.host === 'base.invalid';
    return isRelative && address !== '' && !/^[^/?#]*:/.test(address) ? cleanLine(address) : null;
  }
  if (schemes.has(url.protocol.slice(0, -1))) return cleanLine(url.href);
  return isPicture && rasterPicture.test(url.href) ? cleanLine(url.href) : null;
}

/** Returns the address made absolute, or null when it is none or has no base. */
export function resolve(address: string, base: string | null): string | null {
  return URL.parse(address.trim(), base ?? undefined)?.href ?? null;
}
