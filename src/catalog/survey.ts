import { cleanLine, type Safe } from '../text/index.ts';
import { decodePlain } from '../encoding/index.ts';
import { readEntry } from './entry.ts';
import { unknownNames } from './fields.ts';
import { readMatter } from './matter.ts';
import { parsePlain } from './plain.ts';
import { readDocument, walk } from './walk.ts';

/** What stands in a folder and in no list. */
export interface Survey {
  /** Paths of files that are kept back, in their order. */
  readonly drafts: readonly Safe[];
  /** Fields of front matter of which nothing is made, and how many files have each; the most frequent first. */
  readonly unknown: readonly { readonly name: Safe; readonly files: number }[];
}

/** Looks through the Markdown files of a folder for what its author may wonder about: files and fields that appear nowhere. */
export function surveyFolder(root: string): Survey {
  const drafts: Safe[] = [];
  const counts = new Map<Safe, number>();
  for (const { place, path } of walk(root).files) {
    const bytes = readDocument(place);
    if ('why' in bytes) continue;
    const { text } = decodePlain(bytes);
    if (readEntry(path, text, parsePlain).value === null) drafts.push(cleanLine(path));
    const { values } = readMatter(text.replace(/^\ufeff/, ''));
    for (const name of unknownNames(values ?? {})) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const unknown = Array.from(counts, ([name, files]) => ({ name, files }));
  return {
    drafts: drafts.toSorted(),
    unknown: unknown.toSorted((one, other) => other.files - one.files || (one.name < other.name ? -1 : 1)),
  };
}
