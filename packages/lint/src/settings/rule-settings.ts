import type { Severity } from "@dd0c/track-codegen";
import picomatch from "picomatch";
import type { Preset, RulePage } from "../rule-page.js";

/** How bad a config wants a rule's findings to be. */
export type Level = "off" | "info" | "warn" | "error";

/** `rules:` of a config, with rules by their names. */
export interface RuleSettings {
  readonly extends: Preset;
  readonly levels: ReadonlyMap<string, Level>;
  readonly overrides: readonly RuleOverride[];
}

/** Levels for some files, products or events; what it does not narrow down holds for all. */
export interface RuleOverride {
  /** Globs, from the config's folder. */
  readonly files?: readonly string[];
  readonly products?: readonly string[];
  /** Globs of event names, such as `billing.*`. */
  readonly events?: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
}

/** What a finding is about, as far as overrides look at it. */
export interface RulePlace {
  readonly file: string;
  readonly event: string | null;
  /** The products that the event belongs to; none where it is about none. */
  readonly products: readonly string[];
}

/** How bad a finding of a rule is at a place; null where the rule is off there. `own` is what the finding itself says. */
export type SeverityAt = (page: RulePage, place: RulePlace, own?: Severity) => Severity | null;

/** What holds without a config. */
export const defaultSettings: RuleSettings = {
  extends: "recommended",
  levels: new Map(),
  overrides: [],
};

const severities = { off: null, info: "info", warn: "warning", error: "error" } as const;

/** Turns settings into the question that every family of rules asks; later overrides win. */
export function severityAt(settings: RuleSettings): SeverityAt {
  const overrides = settings.overrides.map((override) => ({
    levels: override.levels,
    covers: coverage(override),
  }));
  return (page, place, own) => {
    let level = settings.levels.get(page.name);
    for (const { levels, covers } of overrides) {
      const here = levels.get(page.name);
      if (here !== undefined && covers(place)) level = here;
    }
    if (level !== undefined) return severities[level];
    return isIn(page.preset, settings.extends) ? (own ?? page.severity) : null;
  };
}

/** Whether a rule could be on anywhere; one that could not need not look. */
export function isEverOn({ name, preset }: RulePage, settings: RuleSettings): boolean {
  const levels = [settings, ...settings.overrides].map((it) => it.levels.get(name));
  if (levels.some((level) => level !== undefined && level !== "off")) return true;
  return isIn(preset, settings.extends) && settings.levels.get(name) !== "off";
}

function isIn(preset: Preset | null, taken: Preset): boolean {
  return preset === "recommended" || (preset === "strict" && taken === "strict");
}

function coverage({ files, products, events }: RuleOverride): (place: RulePlace) => boolean {
  const isFile = files === undefined ? null : picomatch([...files]);
  const isEvent = events === undefined ? null : picomatch([...events], { dot: true });
  return ({ file, event, products: held }) =>
    (isFile === null || isFile(file)) &&
    (isEvent === null || (event !== null && isEvent(event))) &&
    (products === undefined || held.some((product) => products.includes(product)));
}
