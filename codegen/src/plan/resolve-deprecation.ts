import type { Deprecation } from "./property-type.js";

interface Written {
  readonly reason: string;
  readonly replaced_by?: string | undefined;
  readonly since?: string | undefined;
  readonly sunset?: string | undefined;
}

/** `deprecated:` as resolved; null where it is absent. */
export function resolveDeprecation(written: Written | undefined): Deprecation | null {
  if (written === undefined) return null;
  const { reason, replaced_by, since, sunset } = written;
  return { reason, replacedBy: replaced_by ?? null, since: since ?? null, sunset: sunset ?? null };
}
