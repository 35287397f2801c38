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
