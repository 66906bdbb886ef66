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
const sections = new Map();
try {
  if (wanted("compile"))
    sections.set("Compile", await compile({ root, folder: join(folder, "compile") }));
  if (wanted("typecheck")) {
    const { typecheck } = await import("./typecheck.mjs");
    const client = await generateClient({ root, folder: join(folder, "client") });
    sections.set(
      "Type-check",
      await typecheck({
        root,
        folder: join(folder, "typecheck"),
        client: readFileSync(client, "utf8"),
      }),
    );
  }
  if (wanted("bundle")) {
    const { bundle } = await import("./bundle.mjs");
    sections.set("Bundle", await bundle({ root }));
  }
  if (wanted("page")) {
    const { page } = await import("./page.mjs");
    sections.set("Calls in a page", await page({ root }));
  }
  if (wanted("lint")) {
    const { lint } = await import("./lint.mjs");
    sections.set("Lint of code", await lint({ root, folder }));
  }
  if (wanted("delivery")) {
    const { delivery } = await import("./delivery.mjs");
    sections.set("Delivery", await delivery({ root, folder }));
  }
  if (wanted("live")) {
    const { live } = await import("./live.mjs");
    sections.set("Live check", await live({ root, folder }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The sections of an earlier run, by title: what was not measured again stays. */
function sectionsOf(text) {
  const parts = text.split(/^## /m).slice(1);
  return parts.map((part) => [
    part.slice(0, part.indexOf("\n")),
    part.slice(part.indexOf("\n")).trim(),
  ]);
}

function page(of) {
  const parts = [...of].map(([title, body]) => `## ${title}\n\n${body.trim()}`);
  return `# Results\n\nMeasured with \`npm run bench -- --write\` on ${machine}. Compare ratios; absolutes move with the machine, by half from hour to hour on this one, and sections may be of different hours.\n\n${parts.join("\n\n")}\n`;
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.versions.node}`;
console.log(page(sections));
if (process.argv.includes("--write")) {
  const path = join(root, "bench", "RESULTS.md");
  writeFileSync(path, page(new Map([...sectionsOf(readFileSync(path, "utf8")), ...sections])));
}
