import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, folderWith, textsBelow, withCli } from "./run-cli.js";

withCli();

const plan = `plan: shop
version: 1.0.0
events:
  order_paid:
    description: Money arrived.
    owner: shop
    properties:
      method: { type: enum, required: always, description: How., values: [card, invoice] }
  order_sent:
    description: The parcel left.
  order_shipped:
    description: The parcel left, under its old name.
    deprecated: { reason: Renamed., replaced_by: order_sent }
teams: { shop: {} }
`;

const pay = `import posthog from "posthog-js";

export function pay(method) {
  posthog.capture("order_paid", { method: "card" });
  posthog.capture("order_payed", { method });
  posthog.capture("order_shipped");
}
`;

function app(files: Readonly<Record<string, string>> = { "src/pay.js": pay }): string {
  return folderWith({ "plan.yaml": plan, "dd0c-track.yaml": "plan: plan.yaml\n", ...files });
}

test("--types names what a library's types say, and without it the call is shown as unknown", () => {
  const files = {
    "node_modules/names/package.json": '{ "name": "names", "types": "index.d.ts" }',
    "node_modules/names/index.d.ts":
      'export declare function next(): "order_paid" | "order_payed";',
    "src/a.ts":
      'import posthog from "posthog-js";\nimport { next } from "names";\nposthog.capture(next(), {});\n',
  };
  const folder = app(files);
  expect(json(folder, "src/a.ts").found).toEqual(["C102 src/a.ts:3", "C113 src/a.ts:3"]);
  const found = ["C102 src/a.ts:3", "C101 src/a.ts:3", "C107 src/a.ts:3"];
  expect(json(folder, "src/a.ts", "--types").found).toEqual(found);
});

const json = (folder: string, ...args: readonly string[]) => {
  const { out, code } = cli(folder, ["lint", "--format", "json", ...args]);
  const { findings } = JSON.parse(out) as {
    readonly findings: readonly {
      readonly id: string;
      readonly file: string;
      readonly start: { readonly line: number };
    }[];
  };
  return { code, found: findings.map(({ id, file, start }) => `${id} ${file}:${start.line}`) };
};

describe("lint", () => {
  test("prints findings with frame, squiggle and help, and what it looked at", () => {
    const { code, out, err } = cli(app(), ["lint"]);
    expect(code).toBe(1);
    expect(out).toContain(
      'src/pay.js:5:19 error[C101 event-outside-plan] "order_payed" is not in the plan.',
    );
    expect(out).toMatch(/5 │ {3}posthog\.capture\("order_payed", \{ method \}\);\n.*│ {19}~{13}\n/);
    expect(out).toContain('help: Did you mean "order_paid"? The client calls it track.order_paid.');
    expect(err).toContain("3 calls send 3 events: 3 on an SDK");
    expect(err).toMatch(/1 may track: 1 parsed, 0 from the cache/);
  });

  test("every finding, in order", () => {
    expect(json(app())).toEqual({
      code: 1,
      found: [
        "C401 plan.yaml:9",
        "C102 src/pay.js:4",
        "C102 src/pay.js:5",
        "C101 src/pay.js:5",
        "C102 src/pay.js:6",
        "C109 src/pay.js:6",
      ],
    });
  });

  test("paths limit what is reported, not what is read", () => {
    const folder = app({
      "src/send.js":
        'import posthog from "posthog-js";\nexport const send = (name) => posthog.capture(name);\n',
      "src/page.js": 'import { send } from "./send.js";\nsend("order_payed");\n',
    });
    expect(json(folder, "src/page.js")).toEqual({ code: 1, found: ["C101 src/page.js:2"] });
  });

  test("--fix renames, writes nothing else, and says how much", () => {
    const folder = app({
      "src/a.js":
        'import posthog from "posthog-js";\n// as it is\nposthog.capture("order_shipped");\n',
    });
    const { err } = cli(folder, ["lint", "--fix"]);
    expect(err).toContain("mended 1 finding");
    const { "src/a.js": text } = textsBelow(folder);
    expect(text).toBe(
      'import posthog from "posthog-js";\n// as it is\nposthog.capture("order_sent");\n',
    );
  });

  test("a baseline forgives what is there, fails on what is new, and shrinks", {
    timeout: 90_000,
  }, () => {
    const folder = app();
    expect(cli(folder, ["lint", "--write-baseline"])).toMatchObject({ code: 0 });
    expect(cli(folder, ["lint"])).toMatchObject({ code: 0 });
    const path = join(folder, "src/pay.js");
    writeFileSync(path, pay.replace("}\n", '  posthog.capture("order_lost");\n}\n'));
    expect(json(folder)).toEqual({ code: 1, found: ["C102 src/pay.js:7", "C101 src/pay.js:7"] });
    writeFileSync(path, pay.replace(/.*order_payed.*\n/, ""));
    expect(cli(folder, ["lint"]).out).toContain("baseline-entry-stale");
    expect(cli(folder, ["lint", "--prune-baseline"])).toMatchObject({ code: 0 });
    expect(cli(folder, ["lint"]).out).toBe("");
  });

  test("comments silence with a reason; what is wrong with one is a finding", () => {
    const folder = app({
      "src/a.js": `import posthog from "posthog-js";
// dd0c-ignore-next-line C102: the vendor's snippet until 2999-12-31
posthog.capture("order_sent");
posthog.capture("order_paid", { method: "card" }); // dd0c-ignore untyped-capture: soon gone
// dd0c-ignore-next-line C101: nothing here
export const a = 1;
// dd0c-ignore-next-line C102
posthog.capture("order_sent");
// dd0c-ignore-next-line C102: old until 2020-01-01
posthog.capture("order_sent");
// dd0c-ignore-next-line C1o2: a typo
posthog.capture("order_sent");
`,
    });
    expect(json(folder).found).toEqual([
      "P802 src/a.js:5",
      "P803 src/a.js:7",
      "P804 src/a.js:9",
      "C102 src/a.js:10",
      "P801 src/a.js:11",
      "C102 src/a.js:12",
    ]);
  });

  test("levels of the config hold for code too", () => {
    const folder = app({
      "src/pay.js": pay,
      "dd0c-track.yaml":
        "plan: plan.yaml\nrules:\n  C102: off\n  planned-event-never-emitted: off\n  overrides:\n    - { files: [src/**], rules: { deprecated-event: error } }\n",
    });
    const { out } = cli(folder, ["lint"]);
    expect(out).toContain("error[C109 deprecated-event]");
    expect(json(folder).found).toEqual(["C101 src/pay.js:5", "C109 src/pay.js:6"]);
  });

  test("--max-warnings and --strict decide about warnings", () => {
    const folder = app({ "src/a.js": "export {};\n" });
    expect(cli(folder, ["lint"]).code).toBe(0);
    expect(cli(folder, ["lint", "--max-warnings", "1"]).code).toBe(1);
    expect(cli(folder, ["lint", "--strict"]).code).toBe(1);
  });

  test("an event that is only named somewhere is not called dead", () => {
    const folder = app({ "src/a.js": 'export const later = ["order_paid", "order_sent"];\n' });
    expect(json(folder).found).toEqual([]);
  });

  test("a second run reads facts from the cache, and says the same", () => {
    const folder = app();
    const first = cli(folder, ["lint"]);
    const second = cli(folder, ["lint"]);
    expect(second.out).toBe(first.out);
    expect(second.err).toContain("0 parsed, 1 from the cache");
    expect(cli(folder, ["lint", "--no-cache"]).err).toContain("1 parsed, 0 from the cache");
  });

  test("a plan with errors is bad input, with its findings", () => {
    const folder = app({ "plan.yaml": plan.replace("type: enum", "type: enm") });
    const { code, err } = cli(folder, ["lint"]);
    expect(code).toBe(2);
    expect(err).toContain("P004");
    expect(err).toContain("The plan has errors, so code cannot be held to it.");
  });

  test("--changed-since shows changed files only", { timeout: 90_000 }, () => {
    const folder = app();
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
        cwd: folder,
      });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "first");
    expect(json(folder, "--changed-since", "HEAD")).toEqual({ code: 0, found: [] });
    writeFileSync(
      join(folder, "src/new.js"),
      'import posthog from "posthog-js";\nposthog.capture("order_lost");\n',
    );
    expect(json(folder, "--changed-since", "HEAD").found).toEqual([
      "C102 src/new.js:2",
      "C101 src/new.js:2",
    ]);
    const { code, err } = cli(folder, ["lint", "--changed-since", "nowhere"]);
    expect(code).toBe(2);
    expect(err).toContain('git knows no "nowhere" here.');
  });
});

describe("explain file:line", () => {
  test("prints the way to the SDK", () => {
    const folder = app({
      "src/send.js":
        'import posthog from "posthog-js";\nexport const send = (name) => posthog.capture(name);\n',
      "src/page.js": 'import { send } from "./send.js";\n\nsend("order_paid");\n',
    });
    const { code, out } = cli(folder, ["explain", "src/page.js:3"]);
    expect(code).toBe(0);
    expect(out).toContain("src/page.js:3:1 sends order_paid");
    expect(out).toContain("proven: a wrapper that ends in the SDK (posthog)");
    expect(out).toMatch(/→ posthog\.capture +sdk +src\/send\.js:2:\d+/);
  });

  test("a line without a call names the nearest", () => {
    const { code, err } = cli(app(), ["explain", "src/pay.js:2"]);
    expect(code).toBe(2);
    expect(err).toContain("No call on line 2 of src/pay.js is known to send an event.");
    expect(err).toContain("There is one on line 4");
  });
});

test("a finding says how sure it is: where a wrapper ends", () => {
  const folder = app({
    "src/send.js":
      'import posthog from "posthog-js";\nexport const send = (name) => posthog.capture(name);\n',
    "src/page.js": 'import { send } from "./send.js";\nsend("order_payed");\n',
  });
  const { out } = cli(folder, ["lint", "src/page.js"]);
  expect(out).toMatch(/^ {2}src\/send\.js:2:\d+ the call reaches posthog\.capture here$/m);
});
