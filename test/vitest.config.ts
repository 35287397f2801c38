import { defineConfig } from 'vitest/config';

// Rooms and tools are tested from source. Journeys are made with the program itself, which is built first.
const journeys = ['test/journeys/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
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
