// The peer of bench/compile.mjs: parses the files with the yaml package's document API, and does nothing else.
import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";

for (const path of process.argv.slice(2)) {
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: new LineCounter() });
  if (document.errors.length > 0) throw document.errors[0];
}
