import { readDate, type Instant } from '../../news/index.ts';

/** A date as a page gives it. */
export interface Dated {
  readonly instant: Instant;
  /** Minutes east of UTC of the zone that the page writes it in; 0 when it names none. */
  readonly zone: number;
}

const clock = String.raw`(?:[\sT,|·•–—-]{1,4}(?:at|um|à|kl\.?|a las|om|às|alle)?\s{0,2}\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s{0,2}(?:[ap]\.?m\.?|uhr)?(?:\s{0,2}(?:Z|UTC|GMT|[ECMP][SD]T|CES?T|BST|JST|IST|AE[SD]T|[+-]\d{2}:?\d{2})\b)?)?`;
const forms = [
  String.raw`(?<!\d)(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]`,
  String.raw`(?<![\d.])\d{1,2}([-/.])\s?\d{1,2}\2\s?(?:19|20)\d{2}(?!\d)`,
  String.raw`(?<![\d.:])\d{1,2}([./])\s?\d{1,2}\3\s?\d{2}(?![\d.:])`,
  String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º)?\.?[\s-]{1,2}(?:of\s|de\s)?\p{L}{3,12}\.?,?[\s-]{1,2}(?:de\s|del\s)?(?:19|20)\d{2}(?!\d)`,
  String.raw`(?<!\p{L})\p{L}{3,12}\.?\s{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s{1,2}(?:19|20)\d{2}(?!\d)`,
];
const anyForm = new RegExp(`(?:${forms.join('|')})${clock}`, 'giu');
const inDigits = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)(.*)$/;

/** Returns the date that a field holds, or null. `isMonthFirst` tells how dates in digits are written on the page. */
export function readField(words: string, isMonthFirst: boolean): Dated | null {
  const text = words.trim().replace(/\s+/g, ' ').slice(0, 80);
  const seconds = /^1[0-9]{9}(?:\d{3})?$/.exec(text)?.[0];
  if (seconds) return { instant: Number(seconds) * (seconds.length === 10 ? 1000 : 1), zone: 0 };
  const instant = readDate(inOrder(text, isMonthFirst), 'field');
  return instant !== null && isPlausible(instant) ? { instant, zone: zoneOf(text) } : null;
}

/** Returns the dates in a text, in order, with what stands right before each. */
export function findDates(text: string, isMonthFirst: boolean): readonly (Dated & { readonly before: string })[] {
  const found: (Dated & { before: string })[] = [];
  for (const match of text.slice(0, 2000).matchAll(anyForm)) {
    const dated =
      readField(match[0], isMonthFirst) ?? readField(match[0].replace(new RegExp(`${clock}$`, 'iu'), ''), isMonthFirst);
    if (dated) found.push({ ...dated, before: text.slice(Math.max(0, match.index - 40), match.index) });
  }
  return found;
}

/** Dates in digits, year first, so that nothing is left to be guessed. */
function inOrder(text: string, isMonthFirst: boolean): string {
  const [, one, , two, year = '', rest = ''] = inDigits.exec(text) ?? [];
  if (!one || !two) return text;
  const first = Number(two) > 12 || (isMonthFirst && Number(one) <= 12);
  const full = year.length === 2 ? (Number(year) < 50 ? `20${year}` : `19${year}`) : year;
  return first ? `${full}-${one}-${two}${rest}` : `${full}-${two}-${one}${rest}`;
}

/** No page of the web is older than the web. */
function isPlausible(instant: Instant): boolean {
  return instant > Date.UTC(1984, 0) && instant < Date.UTC(2100, 0);
}

function zoneOf(text: string): number {
  const [, sign, hours, minutes] = /\d([+-])(\d{2}):?(\d{2})$/.exec(text.replace(/\s(?=[+-]\d{2}:?\d{2}$)/, '')) ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** Returns the date as ISO 8601 in the zone that the page writes it in. */
export function isoOf({ instant, zone }: Dated): string {
  const local = new Date(instant + zone * 60_000).toISOString().slice(0, 19);
  if (zone === 0) return `${local}Z`;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${local}${zone < 0 ? '-' : '+'}${two(Math.floor(Math.abs(zone) / 60))}:${two(Math.abs(zone) % 60)}`;
}
