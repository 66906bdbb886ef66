import type { Origin } from "@dd0c/track-codegen";
import { hasEmail, masked, secretIn } from "./find-private.js";
import type { Found } from "./found.js";

/** Levels that are looked at; the endpoint refuses what is deeper. */
const deepest = 70;

/** Looks through a value about which the plan says nothing, for e-mail addresses and secrets. */
export function findPrivate(
  value: unknown,
  path: string,
  origin: Origin | null,
  found: Found[],
  depth = 0,
): void {
  if (typeof value === "string") {
    const name = JSON.stringify((path.startsWith(".") ? path.slice(1) : path).slice(0, 60));
    if (hasEmail(value)) {
      const message = `${name} holds an e-mail address in clear: ${masked(value)}.`;
      found.push({ code: "personal-data-in-clear", path, message, help: null, origin });
    }
    const secret = secretIn(value);
    if (secret !== null) {
      const message = `${name} holds ${secret}.`;
      found.push({ code: "secret-in-clear", path, message, help: null, origin });
    }
    return;
  }
  if (typeof value !== "object" || value === null || depth > deepest) return;
  const before = found.length;
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    findPrivate(member, isList ? `${path}[${key}]` : `${path}.${key}`, origin, found, depth + 1);
    // One place says it; a thousand say no more.
    if (found.length > before) return;
  }
}
