import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["dd0c-source"] },
  ssr: { resolve: { conditions: ["dd0c-source"] } },
  test: {
    include: [
      "{codegen,packages/*}/src/**/*.test.ts",
      "{codegen,packages,schema,scripts}/tests/**/*.test.ts",
      "packages/*/tests/**/*.test.ts",
    ],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: "forks",
  },
});
