import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test.each(["node", "browser", "slack"])("%s says its own version", async (name) => {
  const read = (file: string) =>
    readFileSync(new URL(`../../${name}/${file}`, import.meta.url), "utf8");
  const { version } = JSON.parse(read("package.json"));
  expect(read("src/version.ts")).toContain(`VERSION = "${version}"`);
});
