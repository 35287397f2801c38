import { webAddress } from '../../address/index.ts';
import type { Safe } from '../../text/index.ts';
import { attribute, type Part } from './tree.ts';

/** Returns what relative addresses of the page are relative to: its `base` element, else its own address; null when neither is known. */
export function baseOf(parts: readonly Part[], address: string | null): string | null {
  const base = parts.find((part) => part.tag === 'base' && attribute(part, 'href') !== '');
  return (base && URL.parse(attribute(base, 'href'), address ?? undefined)?.href) ?? address;
}

/** Returns the address made absolute, or null when it is no web address. */
export function absolute(href: string, base: string | null): Safe | null {
  const url = URL.parse(href.trim(), base ?? undefined);
  return url && webAddress(url.href);
}

/** Returns whether the address leads to a place on the page itself. */
export function isOnPage(href: string, base: string | null): boolean {
  if (href.startsWith('#')) return true;
  if (base === null || !href.includes('#')) return false;
  const [url, page] = [URL.parse(href, base), URL.parse(base)];
  return url !== null && page !== null && url.href.split('#', 1)[0] === page.href.split('#', 1)[0];
}
