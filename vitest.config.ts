import { defineConfig } from "vitest/config";

export const config = defineConfig({
  test: {
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

// The one default export of the repository: vitest asks for it.
export default config;
