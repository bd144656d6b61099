import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["tests/browser/share-samples.ts"],
    setupFiles: ["tests/properties/fixed-seed.ts"],
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
