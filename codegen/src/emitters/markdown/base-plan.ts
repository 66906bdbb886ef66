import * as z from "zod";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";

/** As much of an earlier plan as the changelog needs. */
export type BasePlan = Pick<ResolvedPlan, "format" | "version" | "events">;

/** Tells a resolved plan from other JSON. Its own schema is large, and it comes from our own command. */
export const basePlan: z.ZodType<BasePlan> = z.custom<BasePlan>(isPlan, {
  error: "This is no resolved plan. `dd0c-track resolve --json` prints one.",
});

function isPlan(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { format, version, events } = value as Partial<Record<keyof BasePlan, unknown>>;
  return (
    format === 1 && typeof version === "string" && Array.isArray(events) && events.every(isEvent)
  );
}

function isEvent(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { name, products, properties } = value as Readonly<Record<string, unknown>>;
  return typeof name === "string" && Array.isArray(products) && Array.isArray(properties);
}
