import { addressKey, type Source } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { WrongUse } from './verb.ts';

/** Sources that are named to somebody who named none of them. */
const mostNamed = 12;

/**
 * Returns the source that a word means: by its id or name, its address or path, or the beginning of exactly one id or name.
 * Throws {@link WrongUse} when there is none, or more than one.
 */
export function sourceCalled(word: string, library: Library): Source {
  const sources = library.sources();
  const wanted = word.toLowerCase();
  const key = addressKey(word);
  const found =
    sources.find(({ id }) => id === word) ??
    sources.find(({ name }) => name.toLowerCase() === wanted) ??
    sources.find(({ location }) => location === word || (key !== null && addressKey(location) === key));
  if (found) return found;
  const beginning = sources.filter(({ id, name }) => id.startsWith(word) || name.toLowerCase().startsWith(wanted));
  if (beginning.length === 1 && word !== '') return beginning[0]!;
  throw new WrongUse(beginning.length > 1 && word !== '' ? several(word, beginning) : none(word, sources));
}

function several(word: string, sources: readonly Source[]): string {
  return `Several sources begin with "${word}": ${named(sources)}. Write more of the name.`;
}

function none(word: string, sources: readonly Source[]): string {
  const there = sources.filter(({ kept }) => kept);
  return `There is no source "${word}". ${there.length > 0 ? `There are ${named(there)}.` : '"alsosee add" adds one.'}`;
}

function named(sources: readonly Source[]): string {
  const names = sources.slice(0, mostNamed).map(({ name }) => `"${name}"`);
  const more = sources.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
