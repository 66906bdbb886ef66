import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";

// What an editor shows, asked of the language service that editors ask. A right call is what people
// hover over most, so all of it must explain itself, not only a call that does not compile yet.
const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = `${root}packages/events/tests/hovered.ts`;
const text = `
import { createTracker } from "@dd0c/track-events/cost/node";
const { track } = createTracker({ api_key: "phc" }).forTenant("t_42");
track.cost.anomaly.alerted({
  anomaly_id: "an_8f2",
  anomaly_kind: "spike",
  channel_kind: "public",
  daily_impact_cents: 41_200,
  resource: { service: "ec2", region: "eu-central-1", resource_kind: "instance" },
  score: 0.92,
  severity: "high",
});
track("cost.anomaly.alerted")({
  anomaly_id: "an_8f3",
  anomaly_kind: "spike",
  channel_kind: "dm",
  daily_impact_cents: 1,
  score: 0.5,
  severity: "low",
});
track.anomaly.alert.sent({} as never);
`;

let service: ts.LanguageService;

beforeAll(() => {
  const read = (name: string) => (name === file ? text : ts.sys.readFile(name));
  service = ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      types: ["node"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      customConditions: ["dd0c-source"],
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const content = read(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
});

/** What stands in the bubble over the first of these words, behind `after`. */
function hover(word: string, after = "track.cost"): string {
  const info = service.getQuickInfoAtPosition(file, text.indexOf(word, text.indexOf(after)));
  const tags = (info?.tags ?? []).map((it) => `@${it.name} ${ts.displayPartsToString(it.text)}`);
  return [ts.displayPartsToString(info?.documentation), ...tags].join("\n");
}

test("an event says what it means, when it is sent, what it answers, who owns it and where it is documented", () => {
  expect(hover("alerted")).toBe(
    `A Slack alert about a scored anomaly was delivered.

Sent when: Slack's API accepted the message.

Answers: Do people act on alerts, or snooze them?

Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.anomaly.alerted)
`.trimEnd(),
  );
});

test.each([
  ["anomaly_id", "The anomaly, by dd0c's own id."],
  ["severity", "- `critical`: Wake somebody up"],
  ["resource", "The cloud resource that is concerned."],
  ["region", "The AWS region in which the resource runs"],
])("in a call that is right, %s says what it means", (word, words) => {
  expect(hover(word)).toContain(words);
});

test("so does a property of the curried form", () => {
  expect(hover("anomaly_id", 'track("cost')).toContain("The anomaly, by dd0c's own id.");
});

test("a deprecated event is struck through, and says what replaces it", () => {
  expect(hover("sent(", "track.anomaly")).toContain("Use `track.cost.anomaly.alerted`.");
  const struck = service.getSuggestionDiagnostics(file).filter((it) => it.reportsDeprecated);
  expect(struck.map(({ start = 0, length = 0 }) => text.slice(start, start + length))).toEqual([
    "sent",
  ]);
});
