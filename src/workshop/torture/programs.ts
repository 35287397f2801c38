import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleTools } from '../bundle.ts';
import { root } from '../root.ts';

/** Programs that are tortured, and where each begins. */
const programs = {
  deeds: fileURLToPath(import.meta.resolve('./deeds.ts')),
  day: fileURLToPath(import.meta.resolve('./day.ts')),
  writer: fileURLToPath(import.meta.resolve('./writer.ts')),
} as const;

let made: Promise<string> | null = null;

/**
 * Returns the path of a program that is tortured. It is bundled, as the program that people use is: started a thousand times, it is not to
 * read its source each time.
 */
export async function programCalled(name: keyof typeof programs): Promise<string> {
  return join(await (made ??= makePrograms()), `${name}.js`);
}

async function makePrograms(): Promise<string> {
  const sources = Object.entries(programs).map(([name, path]) => [name, relative(root, path)]);
  const bundled = await bundleTools(Object.fromEntries(sources));
  const folder = mkdtempSync(join(tmpdir(), 'torture-programs-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { name, content } of bundled) writeFileSync(join(folder, name), content);
  return folder;
}
