// Asks TypeScript's language service, the one that editors ask, about a call of a generated client.
import { join } from "node:path";
import ts from "typescript";
import { root } from "../steps.mjs";

const before = [
  `import { createTracker } from "@dd0c/track-events/cost/node";`,
  ``,
  `const tracker = createTracker({ api_key: process.env.POSTHOG_KEY });`,
  ``,
  `export function alertDelivered(tenant_id: string, anomaly: Anomaly) {`,
  `  const { track } = tracker.forTenant(tenant_id);`,
];
const call = "  track.cost.anomaly.";

/** The completions after `track.cost.anomaly.`, and what hovering over `alerted` shows. */
export function askLanguageServer() {
  const file = join(root, "scripts", "demo", "editor.ts").replaceAll("\\", "/");
  const start = [...before, call].join("\n");
  const texts = { completion: `${start}\n}`, hover: `${start}alerted({ });\n}` };
  const service = serviceFor(file, texts);
  const { entries } = service.at("completion").getCompletionsAtPosition(file, start.length, {});
  const info = service.at("hover").getQuickInfoAtPosition(file, start.length + 1);
  return {
    before,
    call,
    completions: entries
      .filter(({ kind }) => kind === "method" || kind === "property")
      .map(({ name, kind }) => ({ name, kind })),
    signature: ts.displayPartsToString(info.displayParts),
    documentation: ts.displayPartsToString(info.documentation),
    tags: (info.tags ?? []).map(({ name, text }) => ({
      name,
      text: ts.displayPartsToString(text),
    })),
  };
}

function serviceFor(file, texts) {
  let current = "completion";
  const options = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: ["node"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["dd0c-source"],
  };
  const read = (name) => (name === file ? texts[current] : ts.sys.readFile(name));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => current,
    getScriptSnapshot: (name) => {
      const text = read(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  });
  return {
    at(which) {
      current = which;
      return service;
    },
  };
}
