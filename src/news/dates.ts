import type { Instant } from './article.ts';
import { monthNamed } from './months.ts';
import { zoneOffset } from './zones.ts';

/** The date in a text, its parts as they are written, and what stands behind it. */
interface Written {
  readonly year: string;
  readonly month: number;
  readonly day: string;
  readonly rest: string;
}

const weekday = /^\p{L}[\p{L}.]*,?\s*(?=\d|\p{L}+\.?\s*\d)/u;
const yearFirst = /^(\d{4})([-/.])(\d{1,3})\2(\d{1,2})(?!\d)(.*)$/;
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일](.*)$/;
/** "21 April 2025", "21st of April, 2025", "21. April 2025", "21 de abril de 2025", "21-Apr-2025". */
const dayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|er|º)?\.?[\s-]*(?:of\s+|de\s+)?(\p{L}+)\.?,?[\s-]*(?:de\s+|del\s+)?('?\d{2}|\d{4})(?!\d)(?:\s*г\.?)?(.*)$/iu;
/** "April 21, 2025". */
const monthFirst = /^(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+('?\d{2}|\d{4})(?![\d:])(.*)$/iu;
/** "Apr 21 16:29:06 CEST 2025", as C and Java write it. */
const yearLast = /^(\p{L}+)\.?\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z+\-\d:]+)?)\s+(\d{4})$/iu;
const digitsOnly = /^(\d{1,2})([-/. ])(\d{1,2})\2('?\d{2}|\d{4})(?!\d)(.*)$/;
const monthAndYear = /^(\p{L}+)\.?,?\s+(\d{4})$/u;
const yearAlone = /^(\d{4})(?:-(\d{2}))?$/;
const runTogether = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?!\d)(.*)$/i;
/** "2006-Jan-02", "2004-július-13". */
const yearAndName = /^(\d{4})[-. ]+(\p{L}+)[-. ]+(\d{1,2})(?!\d)(.*)$/u;

const time =
  /^[\s,|·T-]*(?:at|um|à|kl\.?|a las|om)?\s*(오전|오후|上午|下午|午前|午後)?\s*(\d{1,2})[:.h](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*(?:(am|pm|a\.m\.|p\.m\.|uhr|uur)(?![a-z]))?\s*(.*)$/i;

/**
 * Returns the instant that a written date names, or null when it names none: ISO 8601, RFC 5322, or a day, month and year
 * in words of many languages. A date alone is midnight UTC, and so is a time without a zone: it means the same everywhere.
 * In a `field` that can hold nothing but a date, also a year or month alone, years of two digits, dates in digits alone
 * (the month first where they are parted by `/`), and zones that nobody knows, as UTC.
 */
export function readDate(words: string, place: 'text' | 'field' = 'text'): Instant | null {
  const isField = place === 'field';
  if (words.length > 300) return null;
  const text = withoutComments(words.trim().replace(/\s+/g, ' '));
  if (text.length > 80) return null;
  const written = readWritten(text) ?? (isField ? readLoose(text) : null);
  if (!written || (!isField && written.year.length < 4)) return null;
  const day = midnight(written);
  return day === null ? null : withTime(day, written.rest, isField);
}

/** Comments in brackets say a zone at most: RFC 5322, section 3.2.2. */
function withoutComments(text: string): string {
  return text
    .replace(/\s*\(\s*([A-Z]{2,4})\s*\)$/, ' $1')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function readWritten(text: string): Written | null {
  const numbers = yearFirst.exec(text);
  if (numbers) return written(numbers[1], Number(numbers[3]), numbers[4], numbers[5]);
  const characters = eastAsian.exec(text);
  if (characters) return written(characters[1], Number(characters[2]), characters[3], characters[4]);
  return readNamed(text) ?? readNamed(text.replace(weekday, ''));
}

function readNamed(text: string): Written | null {
  const last = yearLast.exec(text);
  if (last) return named(last[4], last[1], last[2], last[3]);
  const day = dayFirst.exec(text);
  if (day) return named(day[3], day[2], day[1], day[4]);
  const month = monthFirst.exec(text);
  if (month) return named(month[3], month[1], month[2], month[4]);
  const year = yearAndName.exec(text);
  return year ? named(year[1], year[2], year[3], year[4]) : null;
}

/** What can be taken for a date only where a date is expected. */
function readLoose(text: string): Written | null {
  const month = monthAndYear.exec(text);
  if (month) return named(month[2], month[1], '1', '');
  const [, year, number] = yearAlone.exec(text) ?? [];
  if (year !== undefined) return written(year, Number(number ?? 1), '1', '');
  const date = text.replace(weekday, '');
  const numbers = yearFirst.exec(date);
  if (numbers) return written(numbers[1], Number(numbers[3]), numbers[4], numbers[5]);
  const digits = digitsOnly.exec(date);
  return digits ? inDigits(digits) : together(date);
}

function together(text: string): Written | null {
  const [, year, month, day, hours, minutes = '', seconds = '00', rest = ''] = runTogether.exec(text) ?? [];
  if (year === undefined) return null;
  return written(year, Number(month), day, hours === undefined ? rest : `${hours}:${minutes}:${seconds}${rest}`);
}

function inDigits([, one = '', between, two = '', year, rest]: RegExpExecArray): Written | null {
  const isMonthFirst = between === '/' ? Number(one) <= 12 : Number(two) > 12;
  return isMonthFirst ? written(year, Number(one), two, rest) : written(year, Number(two), one, rest);
}

function named(year = '', month = '', day = '', rest = ''): Written | null {
  const number = monthNamed(month);
  return number === null ? null : { year, month: number, day, rest };
}

function written(year = '', month = 0, day = '', rest = ''): Written {
  return { year, month, day, rest };
}

/** Years of two digits lie between 1950 and 2049: RFC 5322, section 4.3. */
function midnight({ year, month, day }: Written): number | null {
  const digits = Number(year.replace("'", ''));
  const full = digits >= 100 ? digits : digits + (digits < 50 ? 2000 : 1900);
  const date = new Date(Date.UTC(full, month - 1, Number(day)));
  const isReal = full >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.getTime() : null;
}

function withTime(day: number, rest: string, isField: boolean): Instant | null {
  const [, before, hour, minute, second, behind, zone = ''] = time.exec(rest) ?? [];
  if (hour === undefined) return rest.trim() === '' ? day : withZone(day, rest.trim(), isField);
  const hours = halved(Number(hour), before ?? behind);
  const [minutes, seconds] = [Number(minute), Number(second ?? 0)];
  if (hours * 60 + minutes > 24 * 60 || minutes > 59 || seconds > 60) return null;
  return withZone(day + ((hours * 60 + minutes) * 60 + seconds) * 1000, zone.trim(), isField);
}

function halved(hours: number, half: string | undefined): number {
  if (/^(?:p|오후|下午|午後)/i.test(half ?? '')) return (hours % 12) + 12;
  return /^(?:a|오전|上午|午前)/i.test(half ?? '') ? hours % 12 : hours;
}

/** An offset in digits is believed before a name beside it. */
function withZone(time: number, zone: string, isField: boolean): Instant | null {
  if (zone === '') return time;
  const names = zone.replace('--', '-').split(' ');
  const inDigits = names.find((name) => /\d/.test(name));
  const offset = zoneOffset(inDigits ?? names[0]!, time);
  if (!names.every((name) => name === inDigits || isZoneName(name, time))) return null;
  if (offset !== null) return time - offset;
  return isField && inDigits === undefined ? time : null;
}

function isZoneName(name: string, time: number): boolean {
  return /^[A-Z]{1,5}$/i.test(name) || zoneOffset(name, time) !== null;
}
