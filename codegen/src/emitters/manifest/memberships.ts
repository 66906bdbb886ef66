import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { given } from "./given.js";
import type { ManifestEvent, ManifestMembership } from "./manifest-event.js";

/** Where events stand in funnels and activations, looked up by name. */
export interface Memberships {
  of(event: Event): Pick<ManifestEvent, "activates" | "starts" | "funnels">;
}

/** Gathers the memberships of all events, once for the plan. */
export function membershipsOf({ products, funnels }: ResolvedPlan): Memberships {
  const activates = new Map<string, string[]>();
  const starts = new Map<string, string[]>();
  const stages = new Map<string, ManifestMembership[]>();
  for (const { name: product, activation } of products) {
    if (activation === null) continue;
    append(activates, activation.event, product);
    append(starts, activation.from, product);
  }
  for (const funnel of funnels) {
    const product = funnel.product === null ? {} : { product: funnel.product };
    for (const stage of funnel.stages)
      for (const event of stage.events)
        append(stages, event, { funnel: funnel.name, stage: stage.name, ...product });
  }
  const holds = ({ products: mine }: Event, product: string | undefined) =>
    product === undefined || mine.includes(product);
  return {
    of: (event) =>
      given({
        activates: some(activates.get(event.name), (it) => holds(event, it)),
        starts: some(starts.get(event.name), (it) => holds(event, it)),
        funnels: some(stages.get(event.name), (it) => holds(event, it.product)),
      }),
  };
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Those that belong; null where none does. */
function some<Item>(
  items: readonly Item[] | undefined,
  belongs: (item: Item) => boolean,
): readonly Item[] | null {
  const own = items?.filter(belongs) ?? [];
  return own.length === 0 ? null : own;
}
