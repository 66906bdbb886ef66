// Calls that the plan does not allow, and what TypeScript's own compiler says of each.
import { join } from "node:path";
import { root } from "../steps.mjs";

const lines = [
  `import { createTracker as createCost } from "@dd0c/track-events/cost/node";`,
  `import { createTracker as createPage } from "@dd0c/track-events/cost/browser";`,
  `const { track } = createCost({}).forTenant("tn_4f9a2c");`,
  `const page = createPage({});`,
  `const anomaly = { anomaly_id: "an_8f2", anomaly_kind: "spike", score: 0.9, severity: "high", daily_impact_cents: 41200 } as const;`,
];
const calls = [
  `track.cost.anomaly.alertd({ ...anomaly, channel_kind: "public" });`,
  `track.cost.anomaly.alerted({ ...anomaly, channel_kind: "thread" });`,
  `track.cost.digest.sent({ surface: "email", anomalies_listed: 2, product: "route" });`,
  `page.identify("usr_7d21", { user_email: "ada@example.com" });`,
];
const good = `track.cost.anomaly.alerted({ ...anomaly, channel_kind: "public" });`;

/** Each wrong call with the place and the first sentence of its error; a call that compiles is a failure. */
export async function refuseWrongCalls() {
  const { default: ts } = await import("typescript");
  const file = join(root, "scripts", "demo", "wrong-calls.ts").replaceAll("\\", "/");
  const text = [...lines, ...calls, good].join("\n");
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["dd0c-source"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ...rest) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  const program = ts.createProgram([file], options, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(file)).map((diagnostic) => {
    const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
    return {
      line,
      column: character,
      length: diagnostic.length,
      message: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n").split("\n")[0],
    };
  });
  const refused = calls.map((call, at) => {
    const error = found.find(({ line }) => line === lines.length + at);
    if (!error) throw new Error(`TypeScript lets this pass: ${call}`);
    return { call, ...error };
  });
  const elsewhere = found.find(
    ({ line }) => line < lines.length || line >= lines.length + calls.length,
  );
  if (elsewhere) throw new Error(`TypeScript refuses a right call: ${elsewhere.message}`);
  return { refused, version: ts.version };
}
