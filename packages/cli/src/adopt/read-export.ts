import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { ImportFile } from "@dd0c/track-lint";
import { parseAllDocuments } from "yaml";
import { BadInput } from "../bad-input.js";
import { slashed } from "../workspace.js";

/** More files than any export; a folder that holds more is not one. */
const mostFiles = 5000;

/** Reads an export: a JSON, YAML or CSV file, or all of them below a folder. */
export function readExport(path: string, shownFrom: string): readonly ImportFile[] {
  const facts = statSync(path, { throwIfNoEntry: false });
  const shown = slashed(relative(shownFrom, path)) || ".";
  if (facts === undefined) {
    throw new BadInput(`There is nothing at ${shown}.`, {
      help: "Name an export's file or folder.",
    });
  }
  const paths = facts.isDirectory() ? filesBelow(path) : [path];
  if (paths.length === 0 || paths.length > mostFiles) {
    throw new BadInput(
      paths.length === 0
        ? `There is no .json, .yaml or .csv file below ${shown}.`
        : `There are more than ${mostFiles} files below ${shown}.`,
      { help: "Name the export's own file or folder." },
    );
  }
  return paths.map((file) => readFile(file, slashed(relative(shownFrom, file))));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml|csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules"))
    .sort();
}

function readFile(file: string, path: string): ImportFile {
  const text = readFileSync(file, "utf8");
  if (/\.csv$/i.test(file)) return { path, text, documents: null };
  if (/\.json$/i.test(file)) {
    try {
      return { path, text, documents: [JSON.parse(text) as unknown] };
    } catch {
      // Read again as YAML, of which JSON is a part: it says where the mistake is.
    }
  }
  const documents = parseAllDocuments(text);
  const list = Array.isArray(documents) ? documents : [];
  const [error] = list.flatMap((document) => document.errors);
  const isJson = /\.json$/i.test(file);
  if (error !== undefined || isJson) {
    const { line = 1, col = 1 } = error?.linePos?.[0] ?? {};
    const what = error?.message.split("\n")[0]?.replace(/ at line .*$/, "") ?? "It is no JSON";
    throw new BadInput(`${path}:${line}:${col} ${what}.`, {
      help: "Export it again, or mend the file.",
    });
  }
  return {
    path,
    text,
    documents: list.map((document) => document.toJS({ maxAliasCount: 100 }) as unknown),
  };
}
