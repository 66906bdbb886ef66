import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, folderWith, textsBelow, withCli } from "./run-cli.js";

withCli();

const plan = `plan: shop
version: 1.2.0
runtimes: [node]
events:
  order_paid:
    description: Money arrived.
    properties:
      amount: { type: number, required: always, description: How much. }
      contact: { type: string, pii: email, description: Where to write. }
  order_refunded:
    description: Money went back.
`;
const changed = plan
  .replace("type: number", "type: string")
  .replace("pii: email, ", "")
  .replace("  order_refunded:\n    description: Money went back.\n", "");
const config = `plan: schema/plan.yaml
outputs:
  - { emitter: typescript, to: packages/events/src }
`;

function git(folder: string, ...args: readonly string[]): string {
  const identity = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A repository whose branch `main` has the plan, and whose work tree has it changed. */
function repository(head = changed): string {
  const folder = folderWith({
    "schema/plan.yaml": plan,
    "dd0c-track.yaml": config,
    "packages/events/package.json": '{ "name": "@shop/events", "version": "1.4.0" }',
    ".changeset/README.md": "Changesets.\n",
  });
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", "one");
  writeFileSync(join(folder, "schema/plan.yaml"), head);
  return folder;
}

function idsIn(out: string): readonly string[] {
  const { plans } = JSON.parse(out) as { plans: { changes: { id: string }[] }[] };
  return plans.flatMap(({ changes }) => changes.map(({ id }) => id));
}

describe("each side", () => {
  const wanted = ["B210", "B311", "B101", "B502"];

  test("a git ref against the working tree; nothing in the repository is touched", () => {
    const folder = repository();
    const before = textsBelow(folder);
    const { code, out, err } = cli(folder, ["diff", "main", "--format", "json"]);
    expect(code).toBe(1);
    expect([...idsIn(out)].sort()).toEqual([...wanted].sort());
    expect(err).toContain("main → the working tree: 4 changes; the version needs a major step");
    expect(textsBelow(folder)).toEqual(before);
    expect(git(folder, "status", "--short")).toBe(" M schema/plan.yaml\n");
  });

  test("`ref:path`, two refs, a folder, a file, a resolved plan", () => {
    const folder = repository();
    git(folder, "commit", "-qam", "two");
    const resolved = cli(folder, ["resolve", "--json"]).out;
    const old = folderWith({ "plan.yaml": plan, "plan.json": "", "new.json": resolved });
    writeFileSync(join(old, "plan.json"), cli(old, ["resolve", "--json"]).out);
    const sides = [
      ["HEAD~1", "HEAD"],
      ["HEAD~1:schema/plan.yaml", "main:schema"],
      [old, "schema/plan.yaml"],
      [join(old, "plan.yaml"), "HEAD"],
      [join(old, "plan.json")],
      [join(old, "plan.yaml"), join(old, "new.json")],
    ];
    for (const side of sides) {
      const { code, out } = cli(folder, ["diff", ...side, "--format", "json"]);
      expect({ side, code }).toEqual({ side, code: 1 });
      expect([...idsIn(out)].sort(), side.join(" ")).toEqual([...wanted].sort());
    }
  });

  test("an installed package that carries a manifest, and the same packed", () => {
    const folder = repository();
    const made = folderWith({
      "plan.yaml": plan,
      "dd0c-track.yaml": "plan: plan.yaml\noutputs:\n  - { emitter: manifest, to: manifest }\n",
      "package.json": '{ "name": "@shop/events", "version": "1.0.0" }',
    });
    expect(cli(made, ["generate"]).code).toBe(0);
    const manifest = readFileSync(join(made, "manifest/manifest.json"), "utf8");
    const host = folderWith({
      "dd0c-track.yaml": config,
      "schema/plan.yaml": changed,
      "node_modules/@shop/events/package.json": '{ "name": "@shop/events" }',
      "node_modules/@shop/events/manifest/manifest.json": manifest,
    });
    const installed = cli(host, ["diff", "@shop/events", "--format", "json"]);
    expect([...idsIn(installed.out)].sort()).toEqual([...wanted].sort());
    writeFileSync(join(host, "schema/plan.yaml"), plan);
    expect(cli(host, ["diff", "@shop/events"]).code).toBe(0);
    const { status, stdout } = spawnSync("npm", ["pack", "--offline", "--silent"], {
      cwd: made,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    const packed = cli(folder, ["diff", join(made, stdout.trim()), "--format", "json"]);
    expect([...idsIn(packed.out)].sort()).toEqual([...wanted].sort());
  });

  test.each([
    [["diff", "nowhere"], "is no git ref, no path and no installed package"],
    [["diff", "main:nowhere"], "There is no plan at main:nowhere."],
    [["diff", "--output=x"], "unknown option"],
    [["diff", "dd0c-track.yaml"], "has errors, so it cannot be compared"],
    [["diff", "packages/events/package.json"], "is no resolved plan and no manifest"],
    [["diff", "main", "--for", "nobody"], 'Nobody is called "nobody".'],
    [["diff", "main", "--accept", "0123456789ab"], "A change is accepted for a reason."],
    [["diff", "main", "--accept", "0123456789ab", "--reason", "r"], "has the fingerprint"],
    [["diff", "main", "--reason", "r"], "belongs to `--accept`"],
  ])("%j is bad input", (args, message) => {
    const folder = repository();
    const before = textsBelow(folder);
    const { code, out, err } = cli(folder, args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(textsBelow(folder)).toEqual(before);
  });

  test("a plan that is new on this branch is no error", () => {
    const folder = repository();
    git(folder, "rm", "-rq", "--cached", "schema");
    git(folder, "commit", "-qm", "two");
    const { code, err } = cli(folder, ["diff", "main"]);
    expect(code).toBe(0);
    expect(err).toContain("There is no plan at main yet: all of it is new.");
  });
});

describe("reports", () => {
  test("for people: both places, what breaks for whom, what to do", () => {
    const { out } = cli(repository(), ["diff", "main"]);
    expect(out).toContain(
      "schema/plan.yaml:8:7 error[B210 type-changed] `amount` of `order_paid` was number and is string",
    );
    expect(out).toContain("  main:schema/plan.yaml:8:7 Before, it was here in main.");
    expect(out).toContain("main:schema/plan.yaml:10:3 error[B101 event-removed]");
    expect(out).toContain("│   order_refunded:\n");
    expect(out).toMatch(/Accept: `--accept [\da-f]{12} --reason "…" --by <team>`/);
    expect(out).toContain("✗ 4 errors in 2 files");
  });

  test("for a pull request: a summary, a table for each audience, foldable notes", () => {
    const folder = repository(`${changed}  cart_filled:\n    description: "Some <b> | *text*."\n`);
    const { out } = cli(folder, ["diff", "main", "--format", "markdown"]);
    expect(out.split("\n")[0]).toBe(
      "❌ **Tracking plan**: 4 breaking changes, 1 note between `main` and the working tree. This is a **major** change.",
    );
    expect(out).toContain("### 🔒 Personal data");
    expect(out).toContain("### 💥 Calls that stop compiling");
    expect(out).toContain("<details><summary>1 note: what harms nobody</summary>");
    for (const line of out.split("\n").filter((it) => it.startsWith("|")))
      expect(line.replaceAll("\\|", "").split("|").length).toBe(7);
  });

  test("nothing to report is one line", () => {
    const folder = repository(plan);
    const { code, out } = cli(folder, ["diff", "main", "--format", "markdown"]);
    expect(code).toBe(0);
    expect(out).toBe(
      "✅ **Tracking plan**: nothing changed between `main` and the working tree.\n",
    );
    expect(cli(folder, ["diff", "main"])).toEqual({
      code: 0,
      out: "",
      err: "✓ main → the working tree: nothing changed that anybody notices\n",
    });
  });

  test("for machines, every place is in a file that the new side has", () => {
    const folder = repository();
    const { out } = cli(folder, ["diff", "main", "--format", "github"]);
    const files = [...out.matchAll(/^::\w+ file=([^,]+),/gm)].map(([, file]) => file);
    expect(files).toEqual([
      "schema/plan.yaml",
      "schema/plan.yaml",
      "schema/plan.yaml",
      "schema/plan.yaml",
    ]);
    const sarif = JSON.parse(cli(folder, ["diff", "main", "--format", "sarif"]).out);
    expect(sarif.runs[0].results).toHaveLength(4);
  });

  test("only what an audience notices", () => {
    const folder = repository(changed.replace("1.2.0", "2.0.0"));
    const ids = (audiences: string): readonly string[] =>
      idsIn(cli(folder, ["diff", "main", "--for", audiences, "--format", "json"]).out);
    expect(ids("privacy")).toEqual(["B311"]);
    expect([...ids("source,P")].sort()).toEqual(["B101", "B210", "B311"]);
  });
});

describe("changes that are right all the same", () => {
  test("are accepted by fingerprint, with a reason; locked ones by a team", () => {
    const folder = repository(changed.replace("1.2.0", "2.0.0"));
    const report = JSON.parse(cli(folder, ["diff", "main", "--format", "json"]).out);
    const prints: Readonly<Record<string, string>> = Object.fromEntries(
      report.plans[0].changes.map((it: { id: string; fingerprint: string }) => [
        it.id,
        it.fingerprint,
      ]),
    );
    const accept = (...args: readonly string[]) =>
      cli(folder, ["diff", "main", "--accept", ...args]);
    expect(accept(prints.B311 ?? "", "--reason", "r").err).toContain("Add `--by <team>`.");
    expect(accept(prints.B101 ?? "", prints.B210 ?? "", "--reason", "The bank counts.").code).toBe(
      1,
    );
    expect(
      accept(prints.B311 ?? "", "--reason", "Reviewed.", "--by", "privacy", "--until", "2099-12-31")
        .code,
    ).toBe(0);
    const text = readFileSync(join(folder, "schema/accepted-changes.yaml"), "utf8");
    expect(text).toContain(
      `- fingerprint: "${prints.B101}" # B101 event-removed: events/order_refunded`,
    );
    expect(text).toContain('  by: "privacy"\n  until: "2099-12-31"\n');
    expect(cli(folder, ["check"]).code).toBe(0);
    expect(cli(folder, ["diff", "main"]).err).toContain("0 changes, 3 accepted");
  });

  test("entries that fit nothing or make no sense are found", () => {
    const folder = repository(plan);
    const path = join(folder, "schema/accepted-changes.yaml");
    writeFileSync(path, '- fingerprint: "0123456789ab"\n  reason: Once.\n');
    const { code, out } = cli(folder, ["diff", "main"]);
    expect(code).toBe(0);
    expect(out).toContain("schema/accepted-changes.yaml:1:16 warning[B601 accepted-change-unused]");
    writeFileSync(path, "- fingerprint: 12\n  raeson: Once.\n");
    const wrong = cli(folder, ["diff", "main"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("schema/accepted-changes.yaml:2:3");
  });
});

describe("the version", () => {
  test("a changeset is written once, and declares what is needed", () => {
    const folder = repository(changed.replace("version: 1.2.0\n", "version: 2.0.0\n"));
    cli(folder, ["diff", "main", "--changeset"]);
    const written = Object.entries(textsBelow(join(folder, ".changeset"))).filter(([path]) =>
      path.startsWith("plan-"),
    );
    expect(written).toHaveLength(1);
    expect(written[0]?.[1]).toMatch(
      /^---\n"@shop\/events": major\n---\n\nThe tracking plan shop changed\.\n\nWhat breaks:\n\n- /,
    );
    expect(cli(folder, ["diff", "main", "--changeset"]).err).toContain("is up to date");
  });

  test("without a version in the plan, waiting changesets declare it", () => {
    const bare = (text: string): string => text.replace("version: 1.2.0\n", "");
    const folder = repository(bare(changed));
    git(folder, "commit", "-qam", "two");
    const ids = (): readonly string[] =>
      idsIn(cli(folder, ["diff", "HEAD~1", "--format", "json"]).out);
    expect(ids()).not.toContain("B502");
    writeFileSync(join(folder, ".changeset/new.md"), '---\n"@shop/events": patch\n---\n\nText.\n');
    expect(ids()).toContain("B502");
    writeFileSync(join(folder, ".changeset/new.md"), '---\n"@shop/events": major\n---\n\nText.\n');
    expect(ids()).not.toContain("B502");
  });
});
