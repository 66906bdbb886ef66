import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/main.ts"],
  format: "esm",
  target: "node20",
  platform: "node",
  outDir: "dist",
  clean: true,
  // Commands load when they are called, each with the chunks it needs.
  splitting: true,
  // The compiler comes along, so that a command reads a few files and not a few hundred.
  noExternal: [/^@dd0c\//, "zod", "yaml", "commander", "picocolors"],
  // Half a second's work for the few plans with raw JSON Schemas; it brings prettier along.
  external: ["json-schema-to-typescript"],
  // Some of what comes along still says `require` for Node's own modules.
  banner: {
    js: 'import { createRequire as ownRequire } from "node:module"; const require = ownRequire(import.meta.url);',
  },
  esbuildOptions: (options) => {
    options.conditions = ["dd0c-source"];
  },
});
