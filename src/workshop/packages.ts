import type { Plugin } from 'rolldown';

const inlined = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/;
const options = 'loadYoga = loadYoga || {};';

/**
 * Gives Yoga its WebAssembly from a file beside the bundle. As published it is a `data:` address that goes through `fetch`,
 * which loads Node's whole HTTP client before the first frame.
 */
export const yogaFromFile: Plugin = {
  name: 'yoga-from-file',
  transform: {
    filter: { id: /yoga-wasm-base64-esm\.js$/ },
    handler(code) {
      const bytes = inlined.exec(code)?.[1];
      if (!bytes || !code.includes(options))
        throw new Error('yoga-layout is not built as src/workshop/packages.ts expects');
      const file = this.emitFile({ type: 'asset', name: 'yoga.wasm', source: Buffer.from(bytes, 'base64') });
      const read = `readFileSync(new URL(import.meta.ROLLUP_FILE_URL_${file}))`;
      return `import { readFileSync } from 'node:fs';\n${code
        .replace(inlined, '"yoga.wasm"')
        .replace(options, `loadYoga = loadYoga || { wasmBinary: ${read} };`)}`;
    },
  },
};

const forDevelopers = "process.env['DEV'] === 'true'";

/** Leaves out Ink's bridge to React's developer tools, which opens a socket when the reader's environment has DEV set. */
export const inkWithoutDevtools: Plugin = {
  name: 'ink-without-devtools',
  transform: {
    filter: { id: /\/ink\/build\/(ink|reconciler)\.js$/ },
    handler(code) {
      if (!code.includes(forDevelopers)) throw new Error('ink is not built as src/workshop/packages.ts expects');
      return code.replaceAll(forDevelopers, 'false');
    },
  },
};

/** What string-width makes when it is loaded, and what takes longer to make than all else on the first frame. */
const madeAtOnce = /^const (\w+) = (new Intl\.Segmenter\(\)|\/.*\/v);$/gm;

/** Has string-width make its segmenter and its tables of emoji when a text needs them: few frames do. */
export const widthsWhenNeeded: Plugin = {
  name: 'widths-when-needed',
  transform: {
    filter: { id: /\/string-width\/index\.js$/ },
    handler(code) {
      const made = [...code.matchAll(madeAtOnce)];
      // An older copy of the package, deep under others, makes none.
      if (made.length === 0 && !code.includes('Segmenter')) return null;
      if (made.length < 4) throw new Error('string-width is not built as src/workshop/packages.ts expects');
      return made.reduce(
        (before, [line, name, value]) =>
          before
            .replace(line, `let ${name}Made;`)
            .replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `(${name}Made ??= ${value})`),
        code,
      );
    },
  },
};

const builtinImport = /^import \{([^}]*)\} from "(node:[a-z/_]+)";/gm;

/** Modules of Node that no start needs, of which we call functions alone. Loading them takes longer than the first frame. */
const whenCalled = new Set(['node:crypto', 'node:fs/promises', 'node:timers/promises']);

/**
 * Takes of Node's own modules the named parts alone, and some of them when they are called first. An `import` of one reads every
 * name that it exports, and so has Node load what hangs on each: of `node:fs` its promises and with them readline.
 */
export const builtinsByName: Plugin = {
  name: 'builtins-by-name',
  renderChunk(code) {
    return code.replace(builtinImport, (_, names: string, module: string) => {
      const from = `process.getBuiltinModule("${module}")`;
      if (!whenCalled.has(module)) return `const {${names.replaceAll(/\s+as\s+/g, ': ')}} = ${from};`;
      const pairs = names.split(',').map((name) => name.trim().split(/\s+as\s+/));
      return pairs.map(([name, here = name]) => `const ${here} = (...given) => ${from}.${name}(...given);`).join(' ');
    });
  },
};
