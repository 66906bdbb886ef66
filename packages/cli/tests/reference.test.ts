import pc from "picocolors";
import { expect, test } from "vitest";
import { createProgram } from "../src/program.js";
import { cliPage, configPage, diagnosticsPage } from "../src/reference-pages.js";
import { livePage, rulesPage } from "../src/rule-reference.js";
import { schemaText } from "../src/schema-text.js";

const pages = "../../../docs/reference";
const colours = pc.createColors(false);
const silent = {
  out: () => {},
  err: () => {},
  colours,
  errColours: colours,
  env: {},
  folder: ".",
  width: 100,
};

// A page that is out of date fails; `-u` writes it anew.
test.each([
  ["diagnostics.md", diagnosticsPage()],
  ["cli.md", cliPage(createProgram(silent, () => {}))],
  ["config.md", configPage()],
  ["plan-rules.md", rulesPage("plan")],
  ["breaking-rules.md", rulesPage("breaking")],
  ["code-rules.md", rulesPage("code")],
  ["live-findings.md", livePage()],
])("docs/reference/%s says what the code does", async (name, text) => {
  await expect(text).toMatchFileSnapshot(`${pages}/${name}`);
});

test("schema/plan.schema.json is the compiler's", async () => {
  await expect(schemaText()).toMatchFileSnapshot("../../../schema/plan.schema.json");
});
