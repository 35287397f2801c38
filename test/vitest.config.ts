import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { root: '.', include: ['test/**/*.test.{ts,tsx}'], testTimeout: 30000 } });
