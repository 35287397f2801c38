import type { House } from '../house.ts';
import type { Source } from '../source.ts';
import type { Breach } from './breach.ts';

/** File names that say nothing of what is inside. */
const emptyNames = /(^|\/)(utils?|helpers?|common|misc|types|managers?|services?)\.tsx?$/;

/** Words that the product does not use, because it has another for the thing or because they say nothing. */
const unused = new Set(
  'item items post posts starred saved favourite favourites favorite favorites category categories entity entities data info helper helpers util utils manager managers service services'.split(
    ' ',
  ),
);

const switchedOff = /(oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)/;

/** Names are the field's words; doors are small and say what is behind them; nothing is switched off. */
export function wordBreaches({ sources }: House): Breach[] {
  return sources.flatMap((source) => [
    ...(emptyNames.test(source.path)
      ? [at(source, 1, `A file's name says what is inside; this one says nothing.`)]
      : []),
    ...exportedWords(source),
    ...typeBreaches(source),
    ...(/^[^/]+\/index\.ts$/.test(source.path) ? doorBreaches(source) : []),
  ]);
}

function exportedWords(source: Source): Breach[] {
  return source.exports.flatMap(({ name, line }) =>
    wordsOf(name)
      .filter((word) => unused.has(word))
      .map((word) => at(source, line, `${name}: "${word}" is not a word of this house; see the list in DESIGN.`)),
  );
}

/** Returns the words of a name in camel case, in small letters. */
function wordsOf(name: string): string[] {
  return name.split(/(?<=[a-z\d])(?=[A-Z])|_/).map((word) => word.toLowerCase());
}

function typeBreaches(source: Source): Breach[] {
  const safe = source.room === 'text' ? [] : source.uses.filter(({ name }) => name === 'as Safe');
  const any = source.uses.filter(({ name }) => name === 'any');
  const off = source.comments.filter(({ name }) => switchedOff.test(name));
  return [
    ...safe.map(({ line }) => at(source, line, 'Only text/ makes safe text: use clean, cleanLine or say.')),
    ...any.map(({ line }) => at(source, line, 'any says nothing: use the type, or unknown.')),
    ...off.map(({ line }) => at(source, line, 'A check is not switched off, but satisfied.')),
  ];
}

/** The index.ts of a room: what lives here, what does not, and one truth about it, then at most a dozen exported values. */
function doorBreaches(source: Source): Breach[] {
  const values = source.exports.filter(({ isType }) => !isType);
  const all = source.exports.filter(({ name }) => name === '*');
  const opening = source.text.split('\n').slice(0, 3);
  return [
    ...(values.length > 12
      ? [at(source, 1, `A room exports at most 12 values; this one exports ${values.length}.`)]
      : []),
    ...all.map(({ line }) => at(source, line, 'A room says what it exports, by name.')),
    ...(opening.every((line) => line.startsWith('// '))
      ? []
      : [at(source, 1, 'A room opens with three lines of comment.')]),
  ];
}

const at = ({ path }: Source, line: number, what: string): Breach => ({ path, line, what });
