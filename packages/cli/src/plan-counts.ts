import type { ResolvedPlan } from "@dd0c/track-codegen";
import { many } from "./reporters/findings.js";

/** `dd0c 1.0.0: 92 events, 6 products, 3 runtimes`. */
export function planCounts(plan: ResolvedPlan): string {
  const events = new Set(plan.events.map(({ name }) => name)).size;
  const counts = [
    many(events, "event"),
    many(plan.products.length, "product"),
    many(plan.runtimes.length, "runtime"),
  ];
  return `${plan.name} ${plan.version}: ${counts.join(", ")}`;
}
