// Measures what the README claims, each figure beside its peers in one run: `npm run bench [name …]`.
// Prints Markdown; `--write` also puts it into bench/RESULTS.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { setup } from "../scripts/setup.mjs";
import { root } from "../scripts/steps.mjs";

const names = process.argv.slice(2).filter((it) => !it.startsWith("--"));
const wanted = (name) => names.length === 0 || names.includes(name);

await setup();
const { compile, generateClient } = await import("./compile.mjs");
const folder = mkdtempSync(join(tmpdir(), "dd0c-bench-"));
const parts = [];
try {
  if (wanted("compile"))
    parts.push("## Compile", await compile({ root, folder: join(folder, "compile") }));
  if (wanted("typecheck")) {
    const { typecheck } = await import("./typecheck.mjs");
    const client = await generateClient({ root, folder: join(folder, "client") });
    parts.push(
      "## Type-check",
      await typecheck({
        root,
        folder: join(folder, "typecheck"),
        client: readFileSync(client, "utf8"),
      }),
    );
  }
  if (wanted("bundle")) {
    const { bundle } = await import("./bundle.mjs");
    parts.push("## Bundle", await bundle({ root }));
  }
  if (wanted("page")) {
    const { page } = await import("./page.mjs");
    parts.push("## Calls in a page", await page({ root }));
  }
  if (wanted("delivery")) {
    const { delivery } = await import("./delivery.mjs");
    parts.push("## Delivery", await delivery({ root, folder }));
  }
  if (wanted("live")) {
    const { live } = await import("./live.mjs");
    parts.push("## Live check", await live({ root, folder }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.versions.node}`;
const text = `# Results\n\nMeasured with \`npm run bench -- --write\` on ${machine}. Compare ratios; absolutes move with the machine.\n\n${parts.join("\n\n")}\n`;
console.log(text);
if (process.argv.includes("--write")) writeFileSync(join(root, "bench", "RESULTS.md"), text);
