import { byName } from "./by-name.js";
import type { Collected } from "./collect.js";
import { expectRuntimes, expectTeam } from "./expect-word.js";
import { resolvePiiClasses } from "./pii-class.js";
import type { Report } from "./report.js";
import { resolveLadder } from "./resolve-ladder.js";
import { resolveProducts } from "./resolve-products.js";
import type { Naming, PiiClass, Product, Rung, Runtime, Team } from "./resolved-plan.js";
import { expectUsableName } from "./usable-name.js";

/** The words that the rest of a plan may use: its products, teams, runtimes, stages, classes, … */
export interface Vocabulary {
  readonly products: readonly Product[];
  readonly teams: readonly Team[];
  readonly runtimes: readonly Runtime[];
  readonly stages: readonly Rung[];
  readonly tiers: readonly Rung[];
  readonly integrations: readonly Rung[];
  readonly piiClasses: ReadonlyMap<string, PiiClass>;
  readonly naming: Naming;
}

/** Resolves the header of a plan: everything but activations, which need the events first. */
export function resolveVocabulary(collected: Collected, report: Report): Vocabulary {
  const { value: root, file, span } = collected.root;
  const { located } = file;
  const ladder = (section: "stages" | "tiers" | "integrations", what: string) => {
    const place = (key: string | number) => located.keySpan(root[section] ?? root, key);
    return resolveLadder(root[section], { what, kind: "text" }, place, report);
  };
  expectUsableName(root.plan, "plan", span, report);
  for (const alias of Object.keys(root.imports ?? {}))
    expectUsableName(alias, "imported plan", located.keySpan(root.imports ?? {}, alias), report);
  const vocabulary = {
    teams: resolveTeams(collected, report),
    runtimes: resolveRuntimes(collected, report),
    stages: ladder("stages", "stage"),
    tiers: ladder("tiers", "tier"),
    integrations: ladder("integrations", "integration"),
    piiClasses: resolvePiiClasses(collected, report),
    naming: resolveNaming(root.naming ?? {}),
  };
  const { defaults = {} } = root;
  expectTeam(defaults.owner, vocabulary, () => located.valueSpan(defaults, "owner"), report);
  expectRuntimes(defaults.runtimes, vocabulary, located, report);
  if (typeof defaults.required === "object")
    report.add(
      "wrong-value",
      located.valueSpan(defaults, "required"),
      "A condition cannot be the default.",
      { help: "Write `always` or `optional`." },
    );
  return { ...vocabulary, products: resolveProducts(collected, vocabulary, report) };
}

function resolveNaming(naming: NonNullable<Collected["root"]["value"]["naming"]>): Naming {
  return {
    event: naming.event ?? null,
    domains: naming.domains ?? [],
    case: naming.case ?? (naming.event === undefined ? "any" : "snake"),
    tense: { completed: naming.tense?.completed ?? null, state: naming.tense?.state ?? null },
    maxLength: naming.max_length ?? 100,
  };
}

function resolveTeams({ root: { value, file } }: Collected, report: Report): readonly Team[] {
  const teams = value.teams ?? {};
  return byName(
    Object.entries(teams).map(([name, team]): Team => {
      const span = file.located.keySpan(teams, name);
      expectUsableName(name, "team", span, report);
      return {
        name,
        title: team?.title ?? name,
        description: team?.description ?? null,
        slack: team?.slack ?? null,
        github: team?.github ?? null,
        origin: report.origin(span),
      };
    }),
  );
}

function resolveRuntimes({ root: { value, file } }: Collected, report: Report): readonly Runtime[] {
  const { runtimes = ["browser", "node"] } = value;
  const names = Array.isArray(runtimes)
    ? runtimes
    : Object.fromEntries(
        Object.entries(runtimes).map(([name, it]) => [name, it?.description ?? null]),
      );
  const place = (key: string | number) => file.located.keySpan(runtimes, key);
  return byName(resolveLadder(names, { what: "runtime", kind: "handle" }, place, report));
}
