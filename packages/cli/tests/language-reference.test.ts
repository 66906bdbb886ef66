import { emitters } from "@dd0c/track-codegen";
import { expect, test } from "vitest";
import { emittersPage } from "../src/emitters-page.js";
import { kindExamples } from "../src/kind-examples.js";
import { kindsPage } from "../src/kinds-page.js";

const pages = "../../../docs/reference";

// A page that is out of date fails; `-u` writes it anew.
test("docs/reference/kinds.md has every kind, with what its example becomes", async () => {
  const page = await kindsPage();
  for (const kind of Object.keys(kindExamples))
    expect(page).toMatch(new RegExp(`\\n## (?:<a .*>)?${kind}\\n[^]*?\`\`\`yaml\\n`));
  expect(page).toContain("readonly is_trial?: boolean;");
  await expect(page).toMatchFileSnapshot(`${pages}/kinds.md`);
});

test("docs/reference/emitters.md has every emitter, with its options", async () => {
  const page = emittersPage();
  for (const { name } of Object.values(emitters)) expect(page).toContain(`\n## ${name}\n`);
  expect(page).toContain("| `charts` | `true` |");
  await expect(page).toMatchFileSnapshot(`${pages}/emitters.md`);
});
