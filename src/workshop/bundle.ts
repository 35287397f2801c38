import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type InputOptions, type OutputAsset, type OutputChunk } from 'rolldown';
import { builtinsByName, inkWithoutDevtools, widthsWhenNeeded, yogaFromFile } from './packages.ts';
import { root } from './root.ts';

/** A file of `dist`, and the source modules that it is made of. */
export interface Bundled {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly modules: readonly string[];
}

/** Bundles what is published: the program and the worker that reads foreign documents, with every package inside. */
export async function bundleProgram(): Promise<Bundled[]> {
  const program = await bundle({ main: 'src/main.ts' }, mended, false);
  // Bundled apart: what it shared with the program would be in files that neither wants whole.
  const worker = await bundle({ worker: 'src/desk/worker.ts' }, mended, false);
  return [...program, ...worker];
}

/** Bundles the tools that cannot run from source because they draw with Ink. They stay at home, so packages stay outside. */
export async function bundleWorkshop(): Promise<Bundled[]> {
  return bundle({ 'workshop/gallery': 'src/workshop/gallery.tsx' }, [], true);
}

/** Bundles programs that are started by tools, so that a start costs little, with every package inside. */
export async function bundleTools(entries: Readonly<Record<string, string>>): Promise<Bundled[]> {
  return bundle(entries, mended, false);
}

/** Our own modules do nothing when they are loaded, but for those that a program or a worker begins with. */
const ownSource = /[\\/]src[\\/](?!main\.ts$|desk[\\/]worker\.ts$|workshop[\\/]).*\.tsx?$/;

/**
 * What every start loads is one file, the library another, and what the reader adds before its first frame a third: a file costs as much to find and to
 * link as a thousand lines of it to run.
 */
const startGroups = [
  { name: 'start', test: /[\\/]src[\\/]cli[\\/]index\.ts$/, priority: 3 },
  { name: 'library', test: /[\\/]src[\\/]cli[\\/](rooms|list)\.ts$/, priority: 2 },
  { name: 'reader', test: /[\\/]src[\\/]cli[\\/]open\.ts$/, priority: 1 },
];

type Plugins = InputOptions['plugins'];

const mended: Plugins = [yogaFromFile, inkWithoutDevtools, widthsWhenNeeded, builtinsByName];

async function bundle(
  entries: Readonly<Record<string, string>>,
  plugins: Plugins,
  packagesOutside: boolean,
): Promise<Bundled[]> {
  const input = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path))));
  if (Object.keys(input).length === 0) return [];
  const bundling = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: packagesOutside ? /^[^./]/ : /^node:/,
    plugins,
    tsconfig: 'tsconfig.json',
    // A room's door names all that is in it. Without this, what is never asked for would be loaded with what is.
    treeshake: { moduleSideEffects: [{ test: ownSource, sideEffects: false }] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  try {
    const { output } = await bundling.generate({
      format: 'esm',
      minify: !packagesOutside,
      entryFileNames: '[name].js',
      chunkFileNames: packagesOutside ? 'workshop/[name]-[hash].js' : '[name]-[hash].js',
      assetFileNames: '[name][extname]',
      codeSplitting: packagesOutside ? true : { groups: startGroups },
    });
    return output.map(asBundled);
  } finally {
    await bundling.close();
  }
}

function asBundled(file: OutputChunk | OutputAsset): Bundled {
  if (file.type === 'asset') return { name: file.fileName, content: file.source, modules: [] };
  const isOnTheWay = startGroups.some(({ name }) => name === file.name);
  return {
    name: file.fileName,
    content: isOnTheWay ? inAscii(file.code) : file.code,
    modules: file.moduleIds,
  };
}

/** Source in ASCII is read without being decoded, and takes half the room. In the program's texts an escape says the same. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
