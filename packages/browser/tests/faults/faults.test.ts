import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CASES, type FaultCase } from "./cases";
import { buildPageScript, type Contestant } from "./page-script";
import { type Outcome, runCase } from "./run-case";

const CHROMIUM = "/usr/bin/chromium";
/** `FAULTS=table` puts posthog-js through the faults as well, and writes the table. */
const isTable = process.env.FAULTS === "table";
const PAGE = fileURLToPath(new URL("../../../../docs/reference/delivery.md", import.meta.url));
const rows = new Map<string, string>();

describe.runIf(existsSync(CHROMIUM))("faults in Chromium", () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    script = await buildPageScript();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    if (isTable) writeTable();
  });

  const cases = CASES.map((fault) => [fault.name, fault] as const);
  const prove = isTable ? test.each(cases) : test.concurrent.each(cases);
  prove(
    "%s",
    async (name, fault) => {
      const run = (who: Contestant): Promise<Outcome> => runCase(fault, who, browser, script);
      const stored = await run("dd0c/track with a store");
      // Whatever fails here is written all the same.
      if (isTable)
        rows.set(name, row(name, stored, await run("dd0c/track"), await run("posthog-js")));
      expect(stored).toMatchObject({ lost: 0, doubled: 0 });
    },
    90_000,
  );
});

function row(name: string, ...outcomes: readonly Outcome[]): string {
  const cells = outcomes.map(({ lost, doubled, again }) =>
    [
      lost.toLocaleString("en"),
      ...(doubled ? [`${doubled} doubled`] : []),
      ...(again ? [`${again} again under their uuid`] : []),
    ].join("; "),
  );
  return `| ${[name, ...cells].join(" | ")} |`;
}

function writeTable(): void {
  const table = [
    "| fault | dd0c/track, `localStore()` | dd0c/track | posthog-js |",
    "| --- | --- | --- | --- |",
    ...CASES.map((fault: FaultCase) => rows.get(fault.name)),
  ].join("\n");
  const page = readFileSync(PAGE, "utf8");
  const made = `<!-- begin browser -->\n\n${table}\n\n<!-- end browser -->`;
  writeFileSync(PAGE, page.replace(/<!-- begin browser -->.*<!-- end browser -->/s, made));
}
