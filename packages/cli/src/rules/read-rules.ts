import { catalogue, type Diagnostic, didYouMean, finding, type Located } from "@dd0c/track-codegen";
import {
  type Level,
  type RuleOverride,
  type RulePage,
  type RuleSettings,
  rulebook,
  severityAt,
} from "@dd0c/track-lint";
import type { KnownRules } from "./rules-of.js";
import type { LevelsSpec, OverrideSpec, RulesSpec } from "./rules-section.js";

/** `rules:` of a config with every rule by its name; findings where one does not exist. */
export function readRules(spec: RulesSpec, located: Located): KnownRules {
  const notes: Diagnostic<string>[] = [];
  const { extends: preset = "recommended", overrides = [], ...rest } = spec;
  // The schema has seen to it that what is left are levels.
  const levels = levelsOf(rest as LevelsSpec, spec, located, notes);
  const settings = {
    extends: preset,
    levels,
    overrides: overrides.map((override) => overrideOf(override, located, notes)),
  };
  return { settings, notes: notes.flatMap((note) => atLevel(note, settings)) };
}

function overrideOf(
  { files, products, events, rules }: OverrideSpec,
  located: Located,
  notes: Diagnostic<string>[],
): RuleOverride {
  return {
    ...(files === undefined ? {} : { files }),
    ...(products === undefined ? {} : { products }),
    ...(events === undefined ? {} : { events }),
    levels: levelsOf(rules, rules, located, notes),
  };
}

function levelsOf(
  spec: LevelsSpec,
  owner: object,
  located: Located,
  notes: Diagnostic<string>[],
): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const [word, level] of Object.entries(spec)) {
    const page = pageOf(word);
    if (page === null) notes.push(unknownRule(word, owner, located));
    else levels.set(page.name, level);
  }
  return levels;
}

function pageOf(word: string): RulePage | null {
  const plain = word.toLowerCase();
  const byName = rulebook.get(plain);
  if (byName !== undefined) return byName;
  for (const page of rulebook.values()) if (page.id.toLowerCase() === plain) return page;
  return null;
}

function unknownRule(word: string, owner: object, located: Located): Diagnostic<string> {
  const span = located.keySpan(owner, word);
  const plain = word.toLowerCase();
  const isCompilers = Object.entries(catalogue).some(
    ([code, { id }]) => code === plain || id.toLowerCase() === plain,
  );
  const message = isCompilers
    ? `"${word}" is the compiler's, and has no level: what it makes hangs on it.`
    : `There is no rule "${word}".`;
  const words = [...rulebook.values()].flatMap(({ id, name }) => [id, name]);
  const help = isCompilers
    ? "Take the line out."
    : (didYouMean(word, words) ?? "`dd0c-track rules` lists them.");
  return finding("unknown-rule", span, message, {
    severity: "warning",
    help,
    subject: `config/rules/${word}`,
  });
}

/** P801 is a rule like others: `unknown-rule: off` silences it, `error` makes it fail. */
function atLevel(note: Diagnostic<string>, settings: RuleSettings): readonly Diagnostic<string>[] {
  const page = rulebook.get(note.code);
  const place = { file: note.span.file, event: null, products: [] };
  const severity = page === undefined ? null : severityAt(settings)(page, place);
  return severity === null ? [] : [{ ...note, severity }];
}
