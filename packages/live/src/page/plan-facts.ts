import { fateOf, type NamedTypes, type ResolvedPlan } from "@dd0c/track-codegen";

/** As much of the plan as the page needs at once. */
export interface PlanFacts {
  readonly title: string;
  readonly version: string;
  readonly products: readonly { readonly name: string; readonly title: string }[];
  readonly stages: readonly string[];
  readonly funnels: readonly {
    readonly name: string;
    readonly product: string | null;
    readonly description: string;
    readonly by: string;
  }[];
  readonly events: readonly {
    readonly name: string;
    readonly product: string;
    readonly stage: string | null;
    readonly description: string;
    readonly properties: readonly string[];
    readonly runtimes: readonly string[];
  }[];
}

/** Makes them from a plan. */
export function planFacts(plan: ResolvedPlan): PlanFacts {
  const types: NamedTypes = new Map(plan.types.map((type) => [type.name, type]));
  return {
    title: plan.title,
    version: plan.version,
    products: plan.products.map(({ name, title }) => ({ name, title })),
    stages: plan.stages.map(({ name }) => name),
    funnels: plan.funnels.map(({ name, product, description, by }) => ({
      name,
      product,
      description,
      by,
    })),
    events: plan.events.flatMap(({ name, products, stage, description, properties, runtimes }) =>
      products.map((product) => ({
        name,
        product,
        stage,
        description,
        properties: properties
          .filter((it) => fateOf(it, types) !== "dropped" && it.deprecated === null)
          .map((it) => it.name),
        runtimes,
      })),
    ),
  };
}
