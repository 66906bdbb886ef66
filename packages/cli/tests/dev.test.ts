import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { cli, config, folderWith, mainFile, textsBelow, withCli } from "./run-cli.js";

withCli();

const plan = `plan: shop
title: Shop
version: 1.2.3
products: { web: {}, desk: {} }
runtimes: [node]
context:
  tenant_id: { from: caller, group: tenant, type: string, description: Who. }
  product: { from: client }
groups: { tenant: {} }
events:
  order_paid:
    description: Money arrived.
    properties:
      amount: { type: integer, min: 0, required: always, description: Cents. }
      method: { type: enum, values: [card, cash], required: optional, description: How. }
  order_refunded:
    description: Money went back.
`;

/** A script for \`node -e\` that sends events to where the environment says. */
const sends = (...events: object[]): string[] => [
  process.execPath,
  "-e",
  `fetch(process.env.POSTHOG_HOST + "/batch/", { method: "POST", body: JSON.stringify({ api_key: process.env.POSTHOG_KEY, batch: ${JSON.stringify(events)} }) }).then((it) => process.exit(it.ok ? 0 : 9));`,
];
const right = {
  event: "order_paid",
  distinct_id: "usr_1",
  properties: { amount: 12, tenant_id: "t_1", product: "web" },
};
const wrong = {
  ...right,
  properties: { ...right.properties, method: "crad", mail: "eve@shop.example" },
};

const children: ChildProcess[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of servers.splice(0)) server.close();
});

describe("dev -- command", () => {
  test("as planned: 0, a line an event with --no-ui, a summary, and a session in a folder that Git ignores", () => {
    const folder = folderWith({ "plan.yaml": plan });
    const { code, out, err } = cli(folder, ["dev", "--no-ui", "--", ...sends(right, right)]);
    expect(err).toContain("2 events: 2 good\n");
    expect(err).toContain("Coverage of the plan: 1 of 2 events, 1 of 2 properties\n");
    expect(err).toContain("✓ As planned.\n");
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} ✓ order_paid +web +t_1 +–$/);
    const kept = readdirSync(join(folder, ".dd0c-track/sessions"));
    expect(kept).toEqual([".gitignore", expect.stringMatching(/^20.*\.duckdb$/)]);
    expect(readFileSync(join(folder, ".dd0c-track/sessions/.gitignore"), "utf8")).toBe("*\n");
  });

  test("a violation: 1, each with its code, place and fix", () => {
    const folder = folderWith({ "plan.yaml": plan });
    const { code, out, err } = cli(folder, [
      "dev",
      "--no-ui",
      "--no-keep",
      "--",
      ...sends(right, wrong),
    ]);
    expect(code).toBe(1);
    expect(out).toContain("✗ order_paid");
    expect(out).toContain(
      'V103 unplanned-value "method" is "crad"; the plan says "card" | "cash". Did you mean "card"? (+2 more)',
    );
    expect(err).toContain("2 events: 1 good, 1 bad\n");
    expect(err).toContain("✗ V103 unplanned-value order_paid · method ×1 plan.yaml:15\n");
    expect(err).toContain("✗ V104 unplanned-property order_paid · mail ×1");
    expect(err).toContain("✗ 3 sorts of violation, 3 times (--fail-on violation).\n");
    expect(`${out}${err}`).not.toContain("eve@shop.example");
    expect(existsSync(join(folder, ".dd0c-track"))).toBe(false);
  });

  test.each<[string[], number]>([
    [["--fail-on", "never"], 0],
    [["--fail-on", "unknown"], 1],
    [["--fail-on", "privacy"], 1],
    [["--fail-on", "context"], 0],
    [["--fail-on", "V103"], 1],
    [["--fail-on", "missing-property,context"], 0],
    [["--fail-on", "never", "--coverage", "50"], 0],
    [["--fail-on", "never", "--coverage", "51%"], 1],
    [["--fail-on", "never", "--coverage", "51", "--product", "web"], 1],
  ])("%j: %i", (options, expected) => {
    const folder = folderWith({ "plan.yaml": plan });
    const { code } = cli(folder, [
      "dev",
      "--no-ui",
      "--no-keep",
      ...options,
      "--",
      ...sends(wrong),
    ]);
    expect(code).toBe(expected);
  });

  test("a command that fails, fails", () => {
    const folder = folderWith({ "plan.yaml": plan });
    const { code, err } = cli(folder, [
      "dev",
      "--no-keep",
      "--",
      process.execPath,
      "-e",
      "process.exit(7)",
    ]);
    expect([code, err]).toEqual([1, expect.stringContaining("✗ The command ended with 7.\n")]);
  });

  test("reports in every format, written whole", () => {
    const folder = folderWith({ "plan.yaml": plan });
    const reports = [
      "json=out/live.json",
      "sarif=live.sarif",
      "junit=live.xml",
      "markdown=live.md",
      "markdown",
    ];
    const { out } = cli(folder, [
      "dev",
      "--no-keep",
      ...reports.flatMap((it) => ["--report", it]),
      "--",
      ...sends(right, wrong, wrong),
    ]);
    const files = textsBelow(folder);
    expect(Object.keys(files)).toEqual([
      "live.md",
      "live.sarif",
      "live.xml",
      "out/live.json",
      "plan.yaml",
    ]);
    expect(JSON.parse(files["out/live.json"] ?? "")).toMatchObject({
      format: 1,
      counts: { events: 3, good: 1, bad: 2 },
      coverage: {
        events: 2,
        eventsSeen: 1,
        missing: expect.arrayContaining([
          { event: "order_refunded", product: "web", properties: "all" },
        ]),
      },
      findings: expect.arrayContaining([
        expect.objectContaining({
          id: "V103",
          code: "unplanned-value",
          count: 2,
          place: { file: "plan.yaml", line: 15 },
        }),
      ]),
    });
    const [run] = JSON.parse(files["live.sarif"] ?? "").runs;
    const results: {
      ruleId: string;
      locations: { physicalLocation: { region: { startLine: number } } }[];
    }[] = run.results;
    expect(results.map(({ ruleId }) => ruleId).sort()).toEqual(["V103", "V104", "V201"]);
    expect(
      results.find(({ ruleId }) => ruleId === "V103")?.locations[0]?.physicalLocation.region
        .startLine,
    ).toBe(15);
    expect(files["live.xml"]).toContain(
      '<testsuites name="dd0c-track dev" tests="4" failures="2" skipped="2">',
    );
    expect(files["live.xml"]).toContain("V103 unplanned-value:");
    expect(files["live.md"]).toContain("## ❌ Shop: 3 events held to the plan");
    expect(out).toBe(files["live.md"]);
    for (const text of Object.values(files)) expect(text).not.toContain("eve@shop.example");
  });

  test("forwarded, everything reaches the real host as well", async () => {
    const bodies: string[] = [];
    const host = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        bodies.push(`${request.method} ${request.url} ${body}`);
        response.end("{}");
      });
    });
    servers.push(host);
    await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
    const to = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const folder = folderWith({ "plan.yaml": plan });
    const { code, err } = await dev(folder, [
      "--no-ui",
      "--no-keep",
      "--forward",
      to,
      "--",
      ...sends(right),
    ]);
    expect([code, bodies.length]).toEqual([0, 1]);
    expect(bodies[0]).toMatch(/^POST \/batch\/ .*"order_paid"/);
    expect(err).toContain(`Forwarded to ${to}: 1 requests, 0 failed, 0 skipped`);
  });
});

describe("sessions of the past", () => {
  test("are queried, and reopened and held to the plan of today", () => {
    const folder = folderWith({ "plan.yaml": plan });
    cli(folder, ["dev", "--no-ui", "--", ...sends(right, wrong)]);
    const query = "SELECT verdict, properties.amount, codes[1] AS code FROM events ORDER BY seq";
    expect(cli(folder, ["dev", "--sql", query]).out).toBe(
      [
        "verdict  amount  code",
        "────────────────────────────────",
        "good         12  –",
        "bad          12  unplanned-value",
        "",
      ].join("\n"),
    );
    const again = cli(folder, ["dev", "--open", "--no-ui"]);
    expect(again.err).toContain("2 events: 1 good, 1 bad\n");
    expect(again.out.trimEnd().split("\n")).toHaveLength(2);
    const [name] = readdirSync(join(folder, ".dd0c-track/sessions")).filter((it) =>
      it.endsWith(".duckdb"),
    );
    const named = cli(folder, [
      "dev",
      "--open",
      `.dd0c-track/sessions/${name}`,
      "--no-ui",
      "--report",
      "json",
    ]);
    expect(JSON.parse(named.out.slice(named.out.indexOf("{"))).counts).toMatchObject({ events: 2 });
  });

  test("--keep names the file, and does not overwrite one", () => {
    const folder = folderWith({ "plan.yaml": plan });
    expect(cli(folder, ["dev", "--keep", "mine.duckdb", "--", ...sends(right)]).code).toBe(0);
    const { code, err } = cli(folder, ["dev", "--keep", "mine.duckdb", "--", ...sends(right)]);
    expect([code, err]).toEqual([2, expect.stringContaining("mine.duckdb is there already.")]);
    expect(
      cli(folder, ["dev", "--open", "mine.duckdb", "--sql", "SELECT count(*) AS n FROM events"])
        .out,
    ).toBe("n\n─\n1\n");
  });
});

test.each<[string, string[], string]>([
  ["no plan", ["dev", "-p", "nowhere"], "There is no plan at nowhere."],
  ["a port that is none", ["dev", "--port", "http"], "It is a number from 0 to 65535"],
  ["a host that is none", ["dev", "--forward", "us.posthog.com"], "It is an address such as"],
  ["a product that is none", ["dev", "--product", "wbe"], 'The plan has no product "wbe".'],
  ["a word for --fail-on", ["dev", "--fail-on", "violations"], 'Did you mean "violation"?'],
  ["a format that is none", ["dev", "--report", "xml"], "It is json, sarif, junit, markdown"],
  ["a session that is none", ["dev", "--open", "none.duckdb", "--no-ui"], "There is no session at"],
  ["no session yet", ["dev", "--sql", "SELECT 1"], "There is no session yet."],
  [
    "a command that is none",
    ["dev", "--no-keep", "--", "./nothing-here"],
    'The command "./nothing-here" cannot be started',
  ],
  ["nobody listens", ["emit", "--to", "http://127.0.0.1:9"], "cannot be reached"],
])("%s: 2, and says what to do", (_, args, words) => {
  const folder = folderWith({ "plan.yaml": plan, "dd0c-track.yaml": config });
  const { code, err } = cli(folder, args);
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

test("a plan with errors is not checked against: 1", () => {
  const folder = folderWith({ "plan.yaml": plan.replace("type: integer", "type: intger") });
  const { code, err } = cli(folder, ["dev", "--no-keep"]);
  expect([code, err]).toEqual([1, expect.stringContaining('Did you mean "integer"?')]);
});

describe("emit", () => {
  test("prints the same events each time, and dev finds them good", async () => {
    const folder = folderWith({ "plan.yaml": plan });
    const { out } = cli(folder, ["emit"]);
    const events = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ event, properties }) => `${event} ${properties.product}`)).toEqual([
      "order_paid desk",
      "order_paid web",
      "order_refunded desk",
      "order_refunded web",
    ]);
    expect(cli(folder, ["emit"]).out).toBe(out);
    expect(cli(folder, ["emit", "--product", "desk"]).out.trimEnd().split("\n")).toHaveLength(2);
    const emit = [process.execPath, mainFile, "emit", "--to"];
    const sent = await dev(folder, [
      "--no-ui",
      "--no-keep",
      "--coverage",
      "100",
      "--",
      "sh",
      "-c",
      `"${emit.join('" "')}" $POSTHOG_HOST`,
    ]);
    expect([sent.code, sent.err]).toEqual([0, expect.stringContaining("4 events: 4 good")]);
    const bad = await dev(folder, [
      "--no-ui",
      "--no-keep",
      "--",
      "sh",
      "-c",
      `"${emit.join('" "')}" $POSTHOG_HOST --bad`,
    ]);
    expect(bad.code).toBe(1);
    for (const code of [
      "V001 unknown-event",
      "V101 missing-property",
      "V205 secret-in-clear",
      "V303 contradictory-context",
    ])
      expect(bad.err).toContain(`✗ ${code}`);
  });
});

test("Ctrl-C ends it, with a summary; while it runs the page is there", async () => {
  const folder = folderWith({ "plan.yaml": plan });
  const child = start(folder, ["--port", "0", "--no-keep"]);
  const url = await said(child, /Page +(http:\S+)/);
  expect(await (await fetch(url)).text()).toContain("<title>dd0c-track dev</title>");
  await fetch(`${url}/batch/`, {
    method: "POST",
    body: JSON.stringify({ api_key: "k", batch: [wrong] }),
  });
  child.kill("SIGINT");
  const { code, err } = await ended(child);
  expect([code, err]).toEqual([0, expect.stringContaining("1 event: 0 good, 1 bad")]);
});

const texts = new WeakMap<ChildProcess, { out: string; err: string }>();

function start(folder: string, args: readonly string[]): ChildProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [mainFile, "dev", ...args], {
    cwd: folder,
    env: { PATH, HOME },
  });
  const text = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => {
    text.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    text.err += chunk;
  });
  texts.set(child, text);
  children.push(child);
  return child;
}

/** Waits until the child has said something on its standard error. */
async function said(child: ChildProcess, words: RegExp): Promise<string> {
  await expect.poll(() => texts.get(child)?.err ?? "", { timeout: 15_000 }).toMatch(words);
  return words.exec(texts.get(child)?.err ?? "")?.[1] ?? "";
}

async function ended(
  child: ChildProcess,
): Promise<{ code: number | null; out: string; err: string }> {
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, ...(texts.get(child) ?? { out: "", err: "" }) };
}

/** Runs `dev` beside this process, which has something to answer meanwhile. */
function dev(folder: string, args: readonly string[]): ReturnType<typeof ended> {
  return ended(start(folder, args));
}
