import type { Funnel, FunnelStage, Health, ResolvedPlan } from "@dd0c/track-codegen";
import type { Pair, Place } from "./pairs.js";

/** Pairs what is counted: funnels with their stages, and health scores. */
export function* pairMeasures(base: ResolvedPlan, head: ResolvedPlan): Generator<Pair> {
  const implied = impliedProducts(base, head);
  const key = (funnel: Funnel): string => {
    const product = implied.has(funnel.product ?? "") ? "" : funnel.product;
    return product === null ? funnel.name : `${funnel.name}@${product}`;
  };
  const before = new Map(base.funnels.map((it) => [key(it), it]));
  const after = new Map(head.funnels.map((it) => [key(it), it]));
  for (const name of union(before, after)) {
    const from = before.get(name) ?? null;
    const to = after.get(name) ?? null;
    const at = placeOf("funnels", "the funnel", name, from, to);
    if (from !== null && to !== null) {
      yield { of: "funnel", base: from, head: to, at };
      yield* pairStages(from, to, at);
    } else yield { of: from === null ? "measure_added" : "measure_removed", at };
  }
  yield* pairHealth(base, head);
}

/** Products that stand for a whole plan on both sides are one, whatever they are called. */
function impliedProducts(base: ResolvedPlan, head: ResolvedPlan): ReadonlySet<string> {
  const from = base.products.filter(({ implicit }) => implicit);
  const to = head.products.filter(({ implicit }) => implicit);
  return new Set(from.length > 0 && to.length > 0 ? [...from, ...to].map(({ name }) => name) : []);
}

function* pairStages(base: Funnel, head: Funnel, at: Place): Generator<Pair> {
  const before = new Map(base.stages.map((it) => [it.name, it]));
  const after = new Map(head.stages.map((it) => [it.name, it]));
  for (const name of union(before, after)) {
    const from: FunnelStage | null = before.get(name) ?? null;
    const to: FunnelStage | null = after.get(name) ?? null;
    const place = {
      ...at,
      subject: `${at.subject}/stages/${name}`,
      name: `the stage \`${name}\` of ${at.name}`,
      base: from?.origin ?? null,
      head: to?.origin ?? null,
    };
    yield { of: "stage", base: from, head: to, at: place };
  }
}

function* pairHealth(base: ResolvedPlan, head: ResolvedPlan): Generator<Pair> {
  const before = new Map(base.health.map((it) => [it.name, it]));
  const after = new Map(head.health.map((it) => [it.name, it]));
  for (const name of union(before, after)) {
    const from: Health | null = before.get(name) ?? null;
    const to: Health | null = after.get(name) ?? null;
    const at = placeOf("health", "the health score", name, from, to);
    if (from !== null && to !== null)
      yield { of: "health", base: from, head: to, plans: { base, head }, at };
    else yield { of: from === null ? "measure_added" : "measure_removed", at };
  }
}

function placeOf(
  section: string,
  what: string,
  name: string,
  base: Funnel | Health | null,
  head: Funnel | Health | null,
): Place {
  return {
    subject: `${section}/${name}`,
    name: `${what} \`${name}\``,
    base: base?.origin ?? null,
    head: head?.origin ?? null,
    inherited: null,
    experimental: false,
  };
}

function union(
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].sort();
}
