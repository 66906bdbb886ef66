import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Bytes of a page's bundle with five events, minified and gzipped. */
async function sizeOf(fixture: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./fixtures/${fixture}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    conditions: ["dd0c-source"],
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

test("five events stay within 5 KB stand-alone and 4 KB beside posthog-js", async () => {
  expect(await sizeOf("five-alone")).toBeLessThanOrEqual(5_120);
  expect(await sizeOf("five-posthog-js")).toBeLessThan(4_096);
});
