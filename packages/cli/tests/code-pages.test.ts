import { catalogue } from "@dd0c/track-codegen";
import { rulebook } from "@dd0c/track-lint";
import { livePages } from "@dd0c/track-live";
import { expect, test } from "vitest";
import { codePages } from "../src/code-pages.js";

test("compiler, gate and live check share no code and no number", () => {
  const all = Object.keys(catalogue).length + rulebook.size + Object.keys(livePages).length;
  expect(codePages.size).toBe(all);
  expect(new Set([...codePages.values()].map(({ id }) => id)).size).toBe(all);
});
