import type { Instant } from './article.ts';

const iso =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/;
/** "Mon, 21 April 2025 10:00 +0200", "21st of April, 2025", "21. April 2025 um 9:05 Uhr". */
const dayFirst =
  /^(?:[\p{L}.]+,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:of\s+|de\s+)?([\p{L}]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?:\s*г\.?)?(?:[,|·]?\s+(.+))?$/iu;
/** "April 21, 2025 at 10:00 am", "Monday, April 21, 2025". */
const monthFirst = /^(?:[\p{L}.]+,\s+)?([\p{L}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[,|·]?\s+(.+))?$/iu;
const hour =
  /^(?:at\s+|um\s+|à\s+|kl\.?\s+|a las\s+|om\s+)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|uhr|uur)?\s*\(?(Z|UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[+-]\d{2}:?\d{2})?\)?$/i;

/** RFC 2822, section 4.3: hours east of UTC of the zones that have a name. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/** Languages whose names of months are known, English first. */
const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'pl', 'ru', 'tr', 'id', 'sv'];
let months: ReadonlyMap<string, number> | undefined;

/**
 * Returns the instant that a written date names, or null when it names none: ISO 8601, RFC 2822, or a day, month and year
 * in words. A date alone is midnight UTC, and so is a time without a zone: a file means the same everywhere it is read.
 */
export function readDate(words: string): Instant | null {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text.length > 80) return null;
  const numbers = iso.exec(text) ?? eastAsian.exec(text);
  if (numbers) {
    const [, year, month, day, hours, minutes, seconds, zone] = numbers;
    return instant([year, month, day], [hours, minutes, seconds], zone);
  }
  const [, day, month, year, time] = dayFirst.exec(text) ?? swapped(monthFirst.exec(text)) ?? [];
  const number = month && monthNamed(month);
  if (!number) return null;
  if (!time) return instant([year, number, day], [], undefined);
  const [, hours, minutes, seconds, half, zone] = hour.exec(time) ?? [];
  return hours ? instant([year, number, day], [halved(hours, half), minutes, seconds], zone) : null;
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3], match[4]];
}

function halved(hours: string, half: string | undefined): string | number {
  if (/^p/i.test(half ?? '')) return (Number(hours) % 12) + 12;
  return /^a/i.test(half ?? '') ? Number(hours) % 12 : hours;
}

type Digits = string | number | undefined;

function instant(date: readonly Digits[], time: readonly Digits[], zone: string | undefined): Instant | null {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.map((digits) => Number(digits ?? 0));
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!isReal || hours > 23 || minutes > 59 || seconds > 60) return null;
  return midnight.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000 - offset(zone);
}

/** Milliseconds east of UTC. */
function offset(zone: string | undefined): number {
  if (!zone) return 0;
  const named = zones[zone.toLowerCase()];
  if (named !== undefined) return named * 3_600_000;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
}

function monthNamed(name: string): number | undefined {
  months ??= monthNames();
  return months.get(name.toLowerCase());
}

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2025, month - 1, 15));
        const name = parts
          .find((part) => part.type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/, '');
        if (name && !names.has(name)) names.set(name, month);
      }
    }
  }
  return names;
}
