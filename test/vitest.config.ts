import { defineConfig } from 'vitest/config';

// Rooms are tested from source. What is tested whole, in a terminal or on the command line, is built first.
const whole = ['test/{rig,journeys,cli,launcher}/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      { test: { name: 'rooms', root: '.', include: ['test/**/*.test.{ts,tsx}'], exclude: whole, testTimeout: 30_000 } },
      { test: { name: 'whole', root: '.', include: whole, globalSetup: 'test/rig/build.ts', testTimeout: 60_000 } },
    ],
  },
});
