import { mkdirSync, existsSync, readdirSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Bundled } from './bundle.ts';
import { licencesOf } from './licences.ts';
import { root } from './root.ts';
import { startScript } from './start-script.ts';

const dist = join(root, 'dist');

/** The launcher is written last, so its time tells when the whole of `dist` was made. */
const launcher = 'alsosee';

/** Builds `dist` from `src`: bundles, launcher, start script and licences. Returns false when there was nothing to do. */
export async function build(): Promise<boolean> {
  if (builtAt() > lastChange()) return false;
  // The bundler is loaded only when it has work: most starts find everything built.
  const { bundleProgram, bundleWorkshop } = await import('./bundle.ts');
  const [program, workshop] = await Promise.all([bundleProgram(), bundleWorkshop()]);
  const files = [
    ...program,
    ...workshop,
    { name: 'start.js', content: startScript(requiredNode()) },
    { name: 'THIRD-PARTY-LICENSES.txt', content: licencesOf(program) },
    { name: launcher, content: readFileSync(join(root, 'src/alsosee.sh')), mode: 0o755 },
  ];
  for (const file of files) write(file);
  removeAllBut(new Set(files.map((file) => file.name)));
  return true;
}

function builtAt(): number {
  return statSync(join(dist, launcher), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Returns when anything that a build reads was changed last. A folder's own time tells of files taken away. */
function lastChange(): number {
  const src = join(root, 'src');
  const inside = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => join(src, path));
  const read = [...inside, src, join(root, 'package.json'), join(root, 'node_modules/.package-lock.json')];
  return Math.max(...read.filter((path) => existsSync(path)).map((path) => statSync(path).mtimeMs));
}

/** Returns the oldest Node that will do, from the package's `engines`. */
function requiredNode(): string {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
  return engines.node.replace('>=', '');
}

function write(file: Pick<Bundled, 'name' | 'content'> & { mode?: number }): void {
  const path = join(dist, file.name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.content, { mode: file.mode ?? 0o644 });
}

function removeAllBut(kept: ReadonlySet<string>): void {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(relative(dist, path).replaceAll('\\', '/'))) rmSync(path);
  }
}

if (import.meta.main) {
  try {
    await build();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
