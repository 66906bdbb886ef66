import type { DiagnosticCode } from "../language/diagnostic.js";
import { didYouMean } from "../language/nearest.js";
import type { FeaturesSpec } from "../language/sections/product.js";
import type { Span } from "../language/span.js";
import type { Collected, Definition } from "./collect.js";
import { builtInPiiClasses } from "./pii-class.js";
import type { Report } from "./report.js";
import type { Naming, PiiClass, Product, Rung, Runtime, Team } from "./resolved-plan.js";

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
  const { value: root, file, origin } = collected.root;
  const naming = root.naming ?? {};
  const teams = Object.entries(root.teams ?? {}).map(
    ([name, team]): Team => ({
      name,
      title: team?.title ?? name,
      description: team?.description ?? null,
      slack: team?.slack ?? null,
      github: team?.github ?? null,
      origin: report.origin(file.located.keySpan(root.teams ?? {}, name)),
    }),
  );
  const vocabulary = {
    teams: byName(teams),
    runtimes: resolveRuntimes(root.runtimes),
    stages: rungs(root.stages),
    tiers: rungs(root.tiers),
    integrations: rungs(root.integrations),
    piiClasses: resolvePiiClasses(root.privacy?.classes ?? {}),
    naming: {
      event: naming.event ?? null,
      case: naming.case ?? (naming.event === undefined ? "any" : "snake"),
      tense: { completed: naming.tense?.completed ?? null, state: naming.tense?.state ?? null },
      maxLength: naming.max_length ?? 100,
    },
  } satisfies Omit<Vocabulary, "products">;
  if (root.products === undefined) {
    const features = collected.features.flatMap(({ value }) => rungs(value));
    const product: Product = {
      name: root.plan,
      title: root.title ?? root.plan,
      description: root.description ?? null,
      owner: root.defaults?.owner ?? null,
      domains: [],
      features,
      activation: null,
      implicit: true,
      origin,
    };
    return { ...vocabulary, products: [product] };
  }
  const products = Object.entries(root.products).map(
    ([name, product]): Product => ({
      name,
      title: product?.title ?? name,
      description: product?.description ?? null,
      owner: product?.owner ?? root.defaults?.owner ?? null,
      domains: product?.domains ?? [],
      features: featuresOf(name, collected.features),
      activation: null,
      implicit: false,
      origin: report.origin(file.located.keySpan(root.products ?? {}, name)),
    }),
  );
  const known = { ...vocabulary, products: byName(products) };
  for (const team of products)
    expectTeam(team.owner, known, file.located.keySpan(root.products, team.name), report);
  return known;
}

/** A finding unless `word` is one of `words`; says the nearest. True where it is. */
export function expectWord(
  word: string,
  words: Iterable<string>,
  place: Span,
  report: Report,
  how: { readonly code: DiagnosticCode; readonly what: string; readonly where: string },
): boolean {
  const known = [...words];
  if (known.includes(word)) return true;
  const all =
    known.length === 0
      ? `There are none: add ${how.where}.`
      : `There is ${listOf(known)}; or add it to ${how.where}.`;
  report.add(how.code, place, `"${word}" is no ${how.what} of this plan.`, {
    help: didYouMean(word, known) ?? all,
  });
  return false;
}

/** A finding unless `owner` is a team of the plan. A plan without `teams:` names owners freely. */
export function expectTeam(
  owner: string | null,
  { teams }: Pick<Vocabulary, "teams">,
  place: Span,
  report: Report,
): void {
  if (owner === null || teams.length === 0) return;
  const names = teams.map((team) => team.name);
  expectWord(owner, names, place, report, {
    code: "owner-unknown",
    what: "team",
    where: "`teams:`",
  });
}

/** Sorted by name, in code-unit order, the same on every machine. */
export function byName<Named extends { readonly name: string }>(
  list: readonly Named[],
): readonly Named[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** `a, b and c`, at most eight. */
export function listOf(words: readonly string[]): string {
  const shown = words.length > 8 ? [...words.slice(0, 8), "…"] : words;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function rungs(ladder: FeaturesSpec | undefined): readonly Rung[] {
  if (ladder === undefined) return [];
  if (Array.isArray(ladder)) return ladder.map((name) => ({ name, description: null }));
  return Object.entries(ladder).map(([name, description]) => ({ name, description }));
}

function resolveRuntimes(runtimes: Collected["root"]["value"]["runtimes"]): readonly Runtime[] {
  if (runtimes === undefined)
    return ["browser", "node"].map((name) => ({ name, description: null }));
  if (Array.isArray(runtimes)) return byName(runtimes.map((name) => ({ name, description: null })));
  return byName(
    Object.entries(runtimes).map(([name, it]) => ({ name, description: it?.description ?? null })),
  );
}

function resolvePiiClasses(
  own: Readonly<
    Record<string, { description?: string | undefined; handling: PiiClass["handling"] }>
  >,
): ReadonlyMap<string, PiiClass> {
  const classes = new Map(builtInPiiClasses.map((it) => [it.name, it]));
  for (const [name, { description, handling }] of Object.entries(own)) {
    classes.set(name, {
      name,
      description: description ?? classes.get(name)?.description ?? null,
      handling,
    });
  }
  return classes;
}

function featuresOf(
  product: string,
  features: readonly Definition<FeaturesSpec>[],
): readonly Rung[] {
  return features
    .filter((it) => it.product === product || it.product === null)
    .flatMap(({ value }) => rungs(value));
}
