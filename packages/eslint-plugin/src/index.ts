import type { ESLint, Linter } from "eslint";
import { fileRules } from "./every-rule.js";
import { ownVersion } from "./own-version.js";
import { trackRule } from "./track-rule.js";

/** The plugin: the code rules by their names, as `@dd0c/track/event-outside-plan`. */
export const plugin: ESLint.Plugin & { readonly rules: NonNullable<ESLint.Plugin["rules"]> } = {
  meta: { name: "@dd0c/eslint-plugin-track", version: ownVersion(), namespace: "@dd0c/track" },
  rules: Object.fromEntries(fileRules.map((rule) => [rule.page.name, trackRule(rule)])),
};

/** Every rule, for configs that put the plugin together themselves. */
export const rules: typeof plugin.rules = plugin.rules;

/** Flat configs: `recommended` as the command's preset of that name, `strict` with all rules. */
export const configs: Readonly<Record<"recommended" | "strict", Linter.Config>> = {
  recommended: configOf("recommended"),
  strict: configOf("strict"),
};

function configOf(preset: "recommended" | "strict"): Linter.Config {
  const wanted = fileRules.filter(
    ({ page }) =>
      page.preset === "recommended" || (preset === "strict" && page.preset === "strict"),
  );
  return {
    name: `@dd0c/track/${preset}`,
    plugins: { "@dd0c/track": plugin },
    rules: Object.fromEntries(
      wanted.map(({ page }) => [
        `@dd0c/track/${page.name}`,
        page.severity === "error" ? "error" : "warn",
      ]),
    ),
  };
}
