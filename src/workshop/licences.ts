import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundled } from './bundle.ts';

const folderOfPackage = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;
const licenceFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** Returns the licences of every package that ended in the bundles, by name. */
export function licencesOf(bundles: readonly Bundled[]): string {
  const folders = bundles.flatMap((file) => file.modules.map((path) => folderOfPackage.exec(path)?.[0] ?? ''));
  const packages = [...new Set(folders)].filter((folder) => folder !== '').map(licenceOf);
  const opening = 'Also See contains parts of these packages, under their own licences.';
  return [opening, ...packages.toSorted()].join(`\n\n${'-'.repeat(72)}\n`) + '\n';
}

function licenceOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  const texts = readdirSync(folder)
    .filter((name) => licenceFile.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  const text =
    texts.length > 0
      ? texts.join('\n\n')
      : `Licence: ${manifest.license ?? 'not stated'}. Author: ${author ?? 'not stated'}.`;
  return `${manifest.name} ${manifest.version}\n\n${text}`;
}
