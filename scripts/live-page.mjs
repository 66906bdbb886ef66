// Makes the live page of packages/live/page: one HTML file with its style and script inside, as text in
// src/page/page-text.ts, and the policy that lets a browser run exactly these two.
// `node scripts/live-page.mjs`; with --check it only says whether that is still to be done.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { root } from "./steps.mjs";

const here = join(root, "packages", "live", "page");
const target = join(here, "..", "src", "page", "page-text.ts");

/** The generated file's text. */
export async function pageFile() {
  const { outputFiles } = await build({
    entryPoints: [join(here, "main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    logLevel: "error",
  });
  const script = outputFiles[0].text.trim().replaceAll("</script", "<\\/script");
  const style = readFileSync(join(here, "style.css"), "utf8");
  const { code } = await transform(style, { loader: "css", minify: true, target: "es2022" });
  const css = code.trim();
  const html = readFileSync(join(here, "index.html"), "utf8")
    .replace(/^\s+/gm, "")
    .replaceAll("\n", "")
    .replace("/*style*/", () => css)
    .replace("/*script*/", () => script);
  const policy = [
    "default-src 'none'",
    `script-src '${sha256(script)}'`,
    `style-src '${sha256(css)}'`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return `// Generated from packages/live/page by scripts/live-page.mjs. Do not edit.

/** The live page: one HTML file with its style and script inside. */
export const pageText: string =
  // biome-ignore format: generated
  ${JSON.stringify(html)};

/** What a browser may do with it: run and show what it brought along, and ask us. */
export const pagePolicy: string =
  // biome-ignore format: generated
  ${JSON.stringify(policy)};
`;
}

function sha256(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await pageFile();
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    console.error(
      "src/page/page-text.ts is not what page/ makes: run `node scripts/live-page.mjs`.",
    );
    process.exit(1);
  }
}
