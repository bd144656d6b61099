import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["tests/browser/share-samples.ts"],
    setupFiles: ["tests/properties/fixed-seed.ts"],
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    // As long as a loaded machine may take; what is there at once is not waited for.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
