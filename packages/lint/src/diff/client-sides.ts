import type { ClientSide } from "./accepts-source.js";

/** The sorts of clients that runtimes have; a runtime of the plan's own has none. */
export function clientSides(runtimes: readonly string[]): readonly ClientSide[] {
  const sides: ClientSide[] = [];
  if (runtimes.includes("browser")) sides.push("browser");
  if (runtimes.includes("node") || runtimes.includes("slack")) sides.push("server");
  return sides;
}
