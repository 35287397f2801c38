import { defineConfig } from 'vitest/config';

// Rooms and tools are tested from source. Journeys are made with the program itself, which is built first.
const journeys = ['test/journeys/**/*.test.ts'];

/**
 * Node reads our source in each worker thread by a WebAssembly module, and all threads share its wrappers. When one of those is
 * made anew because it is called often, while a thread with another copy ends, V8 now and then aborts the process ("Check
 * failed: jit_page.has_value()", nodejs/node#64500). So none is made anew. The bundled program reads no source, and has no such module.
 */
const oneWrapper = ['--wasm-wrapper-tiering-budget=1000000000'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          execArgv: oneWrapper,
          root: '.',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: journeys,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          root: '.',
          include: journeys,
          globalSetup: 'test/rig/build.ts',
          testTimeout: 120_000,
        },
      },
    ],
  },
});
