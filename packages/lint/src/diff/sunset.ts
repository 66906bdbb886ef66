import type { Deprecation } from "@dd0c/track-codegen";
import type { DiffSettings } from "./settings.js";

/** Whether the day after which a thing may be removed is over. */
export function isPastSunset(deprecated: Deprecation | null, { today }: DiffSettings): boolean {
  return deprecated?.sunset != null && deprecated.sunset < today;
}

/** Whole days from one day to another, each YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
