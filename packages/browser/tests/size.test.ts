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

// dd0c's own plan says more than this one: its pages have 5 KB and 4 KB, and bench/ measures them.
test("five events stay within 4,850 bytes stand-alone and 3,550 beside posthog-js", async () => {
  expect(await sizeOf("five-alone")).toBeLessThanOrEqual(4_850);
  expect(await sizeOf("five-posthog-js")).toBeLessThanOrEqual(3_550);
});

test("what a page says about itself adds at most 2,800 bytes", async () => {
  const more = (await sizeOf("five-with-page")) - (await sizeOf("five-alone"));
  expect(more).toBeLessThanOrEqual(2_800);
});
