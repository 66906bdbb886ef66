import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "node20",
  platform: "neutral",
  outDir: "dist",
  clean: true,
  splitting: true,
  dts: true,
});
