/** Languages whose names of months are known. Where two use one name for different months, the first goes before. */
const languages = 'en es fr de it pt nl pl ru tr id sv da nb fi cs sk hu ro el uk ca hr'.split(' ');
/** Names in use that the language's own tables do not have. */
const others: readonly (readonly [name: string, month: number])[] = [
  ['sept', 9],
  ['mrt', 3],
  ['mrz', 3],
  ['set', 9],
];
let names: ReadonlyMap<string, number> | undefined;

/** Returns the number of the month, 1 to 12, that the name in any of the languages means, short or long; else null. */
export function monthNamed(word: string): number | null {
  names ??= allNames();
  const name = plain(word);
  const exact = names.get(name);
  if (exact !== undefined) return exact;
  if (name.length < 3) return null;
  for (const [full, month] of names) if (full.startsWith(name)) return month;
  return null;
}

function allNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>(others);
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2025, month - 1, 15));
        const name = parts.find(({ type }) => type === 'month')?.value;
        const key = plain(name ?? '');
        if (key !== '' && !/\d/.test(key) && !found.has(key)) found.set(key, month);
      }
    }
  }
  return found;
}

/** Without case, accents and the dot of an abbreviation, in which writers differ. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}|\.$/gu, '')
    .toLowerCase();
}
