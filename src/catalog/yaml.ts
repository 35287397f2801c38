import { isMap, isScalar, parseDocument } from 'yaml';
import type { Matter, Raw } from './matter.ts';

/**
 * Returns what YAML front matter says. The failsafe schema leaves every value as written: `012` keeps its zero, `no` stays
 * a word, and there are no tags that could make anything but text. Repeated names are looked for here, because
 * the package's own check takes seconds for thousands of names.
 */
export function readYaml(matter: string): Matter {
  try {
    return parse(matter);
  } catch (error) {
    return { values: {}, complaints: [`front matter is ignored: ${lowerFirst(String(error))}`] };
  }
}

function parse(matter: string): Matter {
  const document = parseDocument(matter, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const errors = document.errors.slice(0, 3).map((error) => `YAML: ${lowerFirst(error.message)}`);
  if (document.contents === null) return { values: {}, complaints: errors };
  if (!isMap(document.contents)) return { values: null, complaints: [] };
  const repeated = repeats(document.contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')));
  return {
    values: document.toJS({ maxAliasCount: 50 }) as Raw,
    complaints: [...errors, ...repeated.map((name) => `${name} is given twice; the last is used`)],
  };
}

function repeats(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size).slice(0, 5);
}

function lowerFirst(words: string): string {
  const sentence = words.replace(/^\w*Error: /, '');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
