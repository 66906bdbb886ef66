import type { ResolvedPlan } from "@dd0c/track-codegen";
import { BadInput } from "../bad-input.js";
import { planFromManifest } from "./plan-from-manifest.js";

/** A plan that somebody resolved before, whole or as a manifest tells it. */
export interface StoredPlan {
  readonly plan: ResolvedPlan;
  readonly isManifest: boolean;
}

/** Reads what `resolve --json` or the manifest emitter wrote. */
export function storedPlan(text: string, name: string): StoredPlan {
  const value = parse(text, name);
  if (isResolvedPlan(value)) return { plan: value, isManifest: false };
  const manifest = planFromManifest(value);
  if (manifest !== null) return { plan: manifest, isManifest: true };
  throw new BadInput(`${name} is no resolved plan and no manifest.`, {
    help: "Make one with `dd0c-track resolve --json > plan.json`, with this version of dd0c-track.",
  });
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadInput(`${name} is no JSON.`, {
      help: "Make one with `dd0c-track resolve --json > plan.json`.",
    });
  }
}

const lists = [
  "teams",
  "runtimes",
  "products",
  "context",
  "superProperties",
  "groups",
  "types",
  "properties",
  "propertyGroups",
  "events",
  "funnels",
  "health",
] as const;

/** Whether data is what `resolve --json` of this format prints. */
function isResolvedPlan(value: unknown): value is ResolvedPlan {
  if (typeof value !== "object" || value === null) return false;
  const plan = value as Readonly<Record<string, unknown>>;
  return (
    plan.format === 1 &&
    typeof plan.name === "string" &&
    typeof plan.version === "string" &&
    typeof plan.origin === "object" &&
    lists.every((key) => Array.isArray(plan[key]))
  );
}
