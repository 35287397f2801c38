import { cleanLine, say, type Safe } from '../../text/index.ts';
import { absolute } from './addresses.ts';
import { icons } from './class-words.ts';
import { attribute, type Part } from './tree.ts';

/** Where pictures that are loaded late have their address, the most certain first. */
const lateNames = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-hi-res-src',
  'data-url',
  'data-full-src',
];

/** Returns where the picture can be got, or null when its address does not say. */
export function pictureAddress(image: Part, base: string | null): Safe | null {
  const own = attribute(image, 'src');
  const late = lateNames.map((name) => attribute(image, name)).find((value) => isPicture(value));
  const written = late ?? (isPicture(own) ? own : null) ?? fromSet(image);
  // Some pages put the sizes of a set into the address itself.
  return written ? absolute(written.replace(/(?:%20|\s)\d+[wx]\b.*$/, ''), base) : null;
}

function isPicture(value: string): boolean {
  return value !== '' && !/^(?:data|blob|about):/i.test(value) && !/\s/.test(value);
}

/** The largest picture of a set of sizes, the image's own or that of a `source` beside it. */
function fromSet(image: Part): string | null {
  const sources =
    image.parent?.tag === 'picture' ? image.parent.children.filter((child) => typeof child !== 'string') : [];
  for (const part of [image, ...sources]) {
    const set = attribute(part, 'srcset') || attribute(part, 'data-srcset');
    const sizes = set
      .split(/,\s+|,(?=https?:)/)
      .map((entry) => entry.trim().split(/\s+/))
      .filter(([address]) => isPicture(address ?? ''));
    const largest = sizes.toSorted((one, other) => sizeOf(other[1]) - sizeOf(one[1]))[0]?.[0];
    if (largest) return largest;
  }
  return null;
}

function sizeOf(size: string | undefined): number {
  const number = Number.parseFloat(size ?? '1');
  return Number.isNaN(number) ? 1 : number;
}

/** Returns the words that stand for the picture. A file's name says nothing. */
export function altOf(image: Part): Safe {
  const alt = attribute(image, 'alt');
  return /^\S+\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(alt) ? say`` : cleanLine(alt);
}

/** Returns whether the picture is a letter of the text or an ornament: too small to be looked at. */
export function isIcon(image: Part): boolean {
  const sizes = [attribute(image, 'width'), attribute(image, 'height')].map((size) =>
    size === '' ? NaN : Number.parseFloat(size),
  );
  if (sizes.some((size) => size <= 40)) return true;
  return icons(image);
}
