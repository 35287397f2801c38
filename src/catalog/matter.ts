import { splitFence } from './fence.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

/** Values as their author wrote them: text, lists and named values, never numbers, dates or functions. */
export type Raw = Readonly<Record<string, unknown>>;

/** What front matter says, and sentences on what could not be read. */
export interface Matter {
  /** Null when it is no front matter at all: a rule, then text. */
  readonly values: Raw | null;
  readonly complaints: readonly string[];
}

/** Longest front matter that is read, in characters. */
const longest = 65_536;
/** Deepest nesting of brackets. Ours needs three levels. */
const deepest = 32;

const readers: Readonly<Record<string, (matter: string) => Matter>> = { yaml: readYaml, yml: readYaml, toml: readToml };

/** Returns a document's front matter and its body. Nothing in it is evaluated, whatever language the fence names. */
export function readMatter(text: string): Matter & { readonly body: string } {
  const fenced = splitFence(text);
  if (!fenced) return { values: null, complaints: [], body: text };
  const { language, matter, body } = fenced;
  const ignored = (why: string): Matter => ({ values: {}, complaints: [`front matter is ignored: ${why}`] });
  const reader = readers[language];
  if (!reader) return { ...ignored(`it is in “${language}”; only YAML and TOML are read`), body };
  if (matter.length > longest) return { ...ignored('it is longer than 64 KB'), body };
  if (isDeep(matter)) return { ...ignored(`its brackets are nested deeper than ${deepest} levels`), body };
  const read = reader(matter);
  return read.values ? { ...read, body } : { values: null, complaints: read.complaints, body: text };
}

function isDeep(matter: string): boolean {
  let depth = 0;
  for (const bracket of matter.match(/[[\]{}]/g) ?? []) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
}
