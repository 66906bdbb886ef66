import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CASES, type FaultCase } from "./cases";
import { type Contestant, type Outcome, runCase } from "./run-case";

/** `FAULTS=all` adds the slow cases, `FAULTS=table` posthog-node as well, and writes the table. */
const mode = process.env.FAULTS ?? "";
const isTable = mode === "table";
const PAGE = fileURLToPath(new URL("../../../../docs/reference/delivery.md", import.meta.url));
const rows: string[] = [];
let code: string;

beforeAll(async () => {
  code = mkdtempSync(join(tmpdir(), "dd0c-faults-code-"));
  await build({
    entryPoints: [
      fileURLToPath(new URL("../../../core/tests/fixtures/cost-node.ts", import.meta.url)),
    ],
    outfile: join(code, "client.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["dd0c-source"],
  });
});
afterAll(() => {
  rmSync(code, { recursive: true, force: true });
  if (isTable) writeTable();
});

const cases = CASES.filter((fault) => mode || !fault.isSlow);
test.each(cases.map((fault) => [fault.name, fault] as const))(
  "%s",
  async (_, fault) => {
    const run = (who: Contestant) => runCase(fault, who, join(code, "client.mjs"));
    const plain = await run("dd0c/track");
    const { needs = [] } = fault;
    const hooked = needs.includes("an exit hook")
      ? await run("dd0c/track with an exit hook")
      : undefined;
    const spooled = needs.includes("a spool") ? await run("dd0c/track with a spool") : undefined;
    const theirs = isTable ? await run("posthog-node") : undefined;
    rows.push(row(fault, { plain, spooled, hooked, theirs }));
    expect(plain.doubled).toBe(0);
    for (const saved of [hooked, spooled])
      if (saved) expect(saved).toMatchObject({ lost: 0, doubled: 0 });
    if (!fault.needs) {
      expect(plain.lost).toBe(fault.mayLose ?? 0);
      if (plain.counted !== undefined) expect(plain.counted).toBe(plain.lost);
      expect(plain.took).toBeLessThan((fault.within ?? 0) + 500);
    }
  },
  90_000,
);

interface Outcomes {
  readonly plain: Outcome;
  readonly spooled: Outcome | undefined;
  readonly hooked: Outcome | undefined;
  readonly theirs: Outcome | undefined;
}

function row(fault: FaultCase, { plain, spooled, hooked, theirs }: Outcomes): string {
  const cell = (outcome: Outcome | undefined, title = ""): string[] => {
    if (!outcome) return [];
    const { lost, doubled, again, took } = outcome;
    const extra = [
      ...(doubled ? [`${doubled} doubled`] : []),
      ...(again ? [`${again} again under their uuid`] : []),
    ];
    const seconds = `${(took / 1_000).toFixed(1)} s`;
    return [`${title}${[lost.toLocaleString("en"), ...extra, seconds].join("; ")}`];
  };
  const ours = [
    ...cell(plain),
    ...cell(hooked, "with `exitHook: true`: "),
    ...cell(spooled, "with a spool: "),
  ];
  return `| ${fault.name} | ${ours.join("<br>")} | ${cell(theirs).join("")} |`;
}

function writeTable(): void {
  const table = ["| fault | dd0c/track | posthog-node |", "| --- | --- | --- |", ...rows].join(
    "\n",
  );
  const page = readFileSync(PAGE, "utf8");
  const made = `<!-- begin -->\n\n${table}\n\n<!-- end -->`;
  writeFileSync(PAGE, page.replace(/<!-- begin -->.*<!-- end -->/s, made));
}
