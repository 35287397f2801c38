import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Instant } from '../news/index.ts';

/** Where and when the reader is: dates are written for them. */
interface Reader {
  readonly now: Instant;
  readonly locale: string;
  readonly zone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const day = 86_400_000;

/** Returns a date as short as it can be told: "21 Apr" this year, "21 Apr 2019" before. */
export function shortDate(instant: Instant | null, reader: Reader): Safe {
  if (instant === null) return say``;
  const sameYear = write(instant, reader, { year: 'numeric' }) === write(reader.now, reader, { year: 'numeric' });
  return write(instant, reader, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** Returns since when something is so: "today", "yesterday", then the date. */
export function since(instant: Instant, reader: Reader): Safe {
  const age = daysBetween(instant, reader);
  return age === 0 ? say`today` : age === 1 ? say`yesterday` : shortDate(instant, reader);
}

/** Returns how long ago it was, as short as it can be told: "5 min ago", "3 h ago", "yesterday", then the date. */
export function ago(instant: Instant, reader: Reader): Safe {
  const minutes = Math.floor((reader.now - instant) / 60_000);
  if (minutes < 1) return say`just now`;
  if (minutes < 60) return say`${minutes} min ago`;
  if (daysBetween(instant, reader) === 0 || minutes < 6 * 60) return say`${Math.floor(minutes / 60)} h ago`;
  return since(instant, reader);
}

/** Returns a date in full: "Mon 21 April 2025". */
export function fullDate(instant: Instant, reader: Reader): Safe {
  return write(instant, reader, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Returns the heading under which a date stands in a list: the day in the last week, else the month. */
export function groupOf(instant: Instant | null, reader: Reader): Safe {
  if (instant === null) return say`No date`;
  const age = daysBetween(instant, reader);
  if (age === 0) return say`Today`;
  if (age === 1) return say`Yesterday`;
  if (age > 1 && age < 7) return write(instant, reader, { weekday: 'long', day: 'numeric', month: 'long' });
  return write(instant, reader, { month: 'long', year: 'numeric' });
}

/** Returns an ISO date, for citations. */
export function isoDate(instant: Instant, reader: Reader): Safe {
  return write(instant, { ...reader, locale: 'sv-SE' }, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

function daysBetween(instant: Instant, reader: Reader): number {
  return Math.round((Date.parse(isoDate(reader.now, reader)) - Date.parse(isoDate(instant, reader))) / day);
}

function write(instant: Instant, reader: Reader, options: Intl.DateTimeFormatOptions): Safe {
  const key = `${reader.locale} ${reader.zone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(reader.locale, { ...options, timeZone: reader.zone });
    formats.set(key, format);
  }
  return cleanLine(format.format(instant));
}
