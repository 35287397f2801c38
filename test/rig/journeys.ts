import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Journey } from './journey.ts';

const folder = join(import.meta.dirname, '../journeys');

/** Returns all journeys, one a file of `test/journeys`, by file name. */
export async function journeys(): Promise<Journey[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return Promise.all(files.toSorted().map(read));
}

async function read(file: string): Promise<Journey> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as { default: Journey };
  return module.default;
}
