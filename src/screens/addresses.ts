import { judgeAddress } from '../address/index.ts';
import { cleanLine, type Safe } from '../text/index.ts';

/** Whether an address names a page of the web, and not a file or a title. */
export function isWeb(address: Safe | null): address is Safe {
  return address !== null && /^https?:/i.test(address);
}

/** Returns the host of a web address as a person sees it; the address itself when it has none. */
export function hostOf(address: Safe): Safe {
  const { shown } = judgeAddress(address);
  return cleanLine(/^https?:\/\/(?:www\.)?([^/]+)/i.exec(shown)?.[1] ?? shown);
}

/** Whether an address is meant to be opened by a program, though not by this one: `mailto:`, `javascript:` and the like. */
export function isForeign(address: Safe): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(address) && !isWeb(address);
}
