import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type InputOptions, type OutputAsset, type OutputChunk } from 'rolldown';
import { inkWithoutDevtools, yogaFromFile } from './packages.ts';
import { root } from './root.ts';

/** A file of `dist`, and the source modules that it is made of. */
export interface Bundled {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly modules: readonly string[];
}

/** Bundles what is published: the program and the worker that reads foreign documents, with every package inside. */
export async function bundleProgram(): Promise<Bundled[]> {
  return bundle({ main: 'src/main.ts', worker: 'src/desk/worker.ts' }, [yogaFromFile, inkWithoutDevtools], false);
}

/** Bundles the tools that cannot run from source because they draw with Ink. They stay at home, so packages stay outside. */
export async function bundleWorkshop(): Promise<Bundled[]> {
  return bundle({ 'workshop/gallery': 'src/workshop/gallery.tsx' }, [], true);
}

/** Bundles programs that are started by tools, so that a start costs little, with every package inside. */
export async function bundleTools(entries: Readonly<Record<string, string>>): Promise<Bundled[]> {
  return bundle(entries, [yogaFromFile, inkWithoutDevtools], false);
}

/** Our own modules do nothing when they are loaded, but for those that a program or a worker begins with. */
const ownSource = /[\\/]src[\\/](?!main\.ts$|desk[\\/]worker\.ts$|workshop[\\/]).*\.tsx?$/;

type Plugins = InputOptions['plugins'];

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
    });
    return output.map(asBundled);
  } finally {
    await bundling.close();
  }
}

function asBundled(file: OutputChunk | OutputAsset): Bundled {
  return file.type === 'chunk'
    ? { name: file.fileName, content: file.code, modules: file.moduleIds }
    : { name: file.fileName, content: file.source, modules: [] };
}
