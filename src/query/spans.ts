import { say } from '../text/index.ts';
import { readDate, type Condition, type Instant } from '../news/index.ts';
import type { When } from './cursor.ts';
import type { Expected } from './fields.ts';

/** Milliseconds of each unit of an age. A month counts thirty days, a year 365. */
const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  m: 30 * 86_400_000,
  y: 365 * 86_400_000,
};

const ageForm: Expected = { expected: say`an age such as <7d, >2w or 1d..7d: h, d, w, m or y` };
const lengthForm: Expected = { expected: say`a number of words such as >1500, <300 or 300..900` };

/** Returns the first instant of a day, month or year in the reader's zone, an instant as ISO 8601 writes it, or null. */
export function readDay(text: string, { now, zone = 'UTC' }: When): Instant | null {
  const word = text.toLowerCase();
  if (word === 'today') return startOf(dayOf(now, zone), zone);
  if (word === 'yesterday') return startOf(dayOf(now - units['d']!, zone), zone);
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (year !== undefined) return startOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, zone);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

/** Returns the condition that the age lies within what is written, or what was expected. */
export function readAge(text: string, now: Instant): Condition | Expected {
  const written = text.toLowerCase();
  // An age alone is meant as the oldest.
  const span = readSpan(/^\d+[a-z]$/.test(written) ? `<${written}` : written, /^\d{1,6}[hdwmy]$/, (written) => {
    return Number(written.slice(0, -1)) * units[written.slice(-1)]!;
  });
  if (!span) return ageForm;
  const { least, most } = span;
  return {
    type: 'published',
    from: most === null ? null : now - most,
    until: least === null ? null : now - least,
    said: `age:${written}`,
  };
}

/** Returns the condition that the text has so many words, or what was expected. */
export function readLength(text: string): Condition | Expected {
  const span = readSpan(text, /^\d{1,9}$/, Number);
  if (!span) return lengthForm;
  const { least, most, open } = span;
  return {
    type: 'length',
    least: least === null ? null : open === 'least' ? least + 1 : least,
    most: most === null ? null : open === 'most' ? most - 1 : most,
  };
}

/** Returns how the span of lengths is written. */
export function writeLength(least: number | null, most: number | null): string {
  if (least === null) return most === null ? 'words:>=0' : `words:<=${most}`;
  if (most === null) return `words:>=${least}`;
  return least === most ? `words:${least}` : `words:${least}..${most}`;
}

interface Span {
  readonly least: number | null;
  readonly most: number | null;
  /** Which bound is itself not within. */
  readonly open: 'least' | 'most' | null;
}

function readSpan(text: string, form: RegExp, numberOf: (written: string) => number): Span | null {
  const [, low = '', high = ''] = /^(.*)\.\.(.*)$/.exec(text) ?? [];
  if (form.test(low) && form.test(high)) {
    const [least, most] = [numberOf(low), numberOf(high)];
    return least <= most ? { least, most, open: null } : null;
  }
  const [, sign = '', written = ''] = /^([<>]=?)?(.*)$/.exec(text) ?? [];
  if (!form.test(written)) return null;
  const number = numberOf(written);
  if (sign === '') return { least: number, most: number, open: null };
  const isOpen = sign.length === 1;
  return sign.startsWith('<')
    ? { least: null, most: number, open: isOpen ? 'most' : null }
    : { least: number, most: null, open: isOpen ? 'least' : null };
}

/** Returns the day of an instant where the reader is, as ISO 8601 writes it. */
function dayOf(instant: Instant, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(instant);
}

function startOf(day: string, zone: string): Instant | null {
  return readDate(zone === 'UTC' ? day : `${day} 00:00 ${zone}`);
}
