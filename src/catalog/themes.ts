import { opendirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem, Reading } from '../news/index.ts';
import { decodePlain } from '../encoding/index.ts';
import { problem, readDocument, reason } from './walk.ts';

/** What a theme file says, and where it is. What it means is for the theme room. */
export interface ThemeText {
  readonly where: Safe;
  readonly text: string;
}

const most = 200;

/** Returns the texts of a folder's `.json` files in order of their names, and a problem for each that cannot be read. */
export function readThemes(folder: string): Reading<readonly ThemeText[]> {
  const value: ThemeText[] = [];
  const problems: Problem[] = [];
  for (const name of jsonNames(folder, problems)) {
    const path = joinPath(folder, name);
    const bytes = readDocument(path);
    if ('why' in bytes) problems.push(problem(path, bytes.why));
    else value.push({ where: cleanLine(path), text: decodePlain(bytes).text });
  }
  return { value, problems };
}

/** A folder that is not there has no themes, and that is no problem. */
function jsonNames(folder: string, problems: Problem[]): readonly string[] {
  const names: string[] = [];
  try {
    const directory = opendirSync(folder);
    for (let entry = directory.readSync(); entry && names.length < most; entry = directory.readSync()) {
      if (entry.name.endsWith('.json') && !entry.name.startsWith('.')) names.push(entry.name);
    }
    directory.closeSync();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT')
      problems.push(problem(folder, say`could not be looked into: ${reason(error)}`));
  }
  return names.sort();
}
