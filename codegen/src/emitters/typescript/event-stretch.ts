import { perEvent } from "../../plan/per-event.js";
import type { PropertyValue } from "../../plan/property-type.js";
import type { Event } from "../../plan/resolved-plan.js";
import { Lines } from "../../print/lines.js";
import type { Client } from "./client.js";
import { Imports } from "./imports.js";
import type { TypeContext } from "./kinds.js";

interface Stretch {
  readonly lines: Lines;
  readonly imports: Imports;
}

const remembered = perEvent<Stretch>(({ docs, products, types }) => [docs, products, types], {
  withinRun: true,
});

/** Adds what `print` prints of an event, printed once for all clients that call it alike, and remembered. */
export function addStretch(
  lines: Lines,
  event: Event,
  client: Client,
  what: "type" | "method",
  print: (lines: Lines, context: TypeContext) => void,
): void {
  const { plan, runtime, shapes } = client;
  const isHashed = what === "type" && runtime === "browser" && event.properties.some(holdsHash);
  const variant = `${isHashed ? "type in a browser" : what} ${shapes.namesIn(event)}`;
  const stretch = remembered(event, plan, variant, () => {
    const made = { lines: new Lines(), imports: new Imports() };
    print(made.lines, { runtime, shapes, imports: made.imports });
    return made;
  });
  client.imports.take(stretch.imports);
  lines.append(stretch.lines);
}

/** Whether a browser's caller gives a hash somewhere in a value: only there do runtimes differ. */
function holdsHash({ type, pii }: PropertyValue): boolean {
  if (pii?.handling === "hash") return true;
  if (type.kind === "array") return holdsHash(type.items);
  if (type.kind === "map") return holdsHash(type.values);
  if (type.kind === "union") return type.anyOf.some(holdsHash);
  return type.kind === "object" && type.properties.some(holdsHash);
}
