// Holds TypeScript 5.4, 5.9, 6.0 and 7.0 to packages/events/tests/types, against the built packages as
// users get them: every line under `//! code words` has that error, and no other line has one.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, root } from "./steps.mjs";

const folder = join(root, "packages", "events", "tests", "types");
const compilers = ["typescript-5.4", "typescript", "typescript-6.0", "typescript-7.0"];

/** `file:line` → the code and words that its error must have. */
function wantedErrors() {
  const wanted = new Map();
  for (const file of filesBelow(folder.slice(root.length + 1)).filter((it) => it.endsWith(".ts"))) {
    const lines = readFileSync(file, "utf8").split("\n");
    for (const [index, line] of lines.entries()) {
      const [, code, words] = /^\/\/! ([\d|]+) (.*)$/.exec(line) ?? [];
      if (code !== undefined)
        wanted.set(`${file.slice(folder.length + 1)}:${index + 2}`, { code, words });
    }
  }
  return wanted;
}

/** The errors that a compiler prints, by `file:line`; the lines below the first belong to it. */
function printedErrors(output) {
  const errors = new Map();
  let current;
  for (const line of output.split("\n")) {
    const [, path, number, code, message] =
      /^(.*?)\((\d+),\d+\): error TS(\d+): (.*)$/.exec(line) ?? [];
    if (path !== undefined) {
      current = { code, message };
      const place = `${path.replaceAll("\\", "/").replace(/^.*tests\/types\//, "")}:${number}`;
      errors.set(place, [...(errors.get(place) ?? []), current]);
    } else if (current !== undefined && line.startsWith(" ")) current.message += `\n${line}`;
  }
  return errors;
}

function compile(name) {
  const bin = join(root, "node_modules", name, "bin", "tsc");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, "-p", folder],
      { cwd: root, maxBuffer: 1 << 26 },
      (_error, stdout) => resolve(stdout),
    );
  });
}

const wanted = wantedErrors();
let failures = 0;
for (const name of compilers) {
  const { version } = JSON.parse(
    readFileSync(join(root, "node_modules", name, "package.json"), "utf8"),
  );
  const errors = printedErrors(await compile(name));
  const problems = [];
  for (const [place, { code, words }] of wanted) {
    const found = errors.get(place) ?? [];
    if (!found.some((it) => code.split("|").includes(it.code) && it.message.includes(words))) {
      problems.push(
        `${place}: wanted TS${code} "${words}", found ${found.map((it) => `TS${it.code} ${it.message}`).join("; ") || "no error"}`,
      );
    }
  }
  for (const [place, found] of errors) {
    if (!wanted.has(place))
      problems.push(`${place}: not wanted: TS${found[0].code} ${found[0].message}`);
  }
  const verdict =
    problems.length === 0
      ? `all ${wanted.size} wrong calls refused, all good ones accepted`
      : `${problems.length} problems`;
  console.log(`TypeScript ${version}: ${verdict}`);
  for (const problem of problems) console.log(`  ${problem}`);
  failures += problems.length;
}
if (wanted.size === 0 || failures > 0) process.exit(1);
