import { perEvent } from "../../plan/per-event.js";
import type { Event } from "../../plan/resolved-plan.js";
import { Lines } from "../../print/lines.js";
import type { Client } from "./client.js";
import { Imports } from "./imports.js";
import type { TypeContext } from "./kinds.js";

interface Stretch {
  readonly lines: Lines;
  readonly imports: Imports;
}

const remembered = perEvent<Stretch>();

/** Adds what `print` prints of an event, printed once for all clients of a runtime, and remembered. */
export function addStretch(
  lines: Lines,
  event: Event,
  client: Client,
  what: "type" | "method",
  print: (lines: Lines, context: TypeContext) => void,
): void {
  const { plan, runtime, shapes } = client;
  const stretch = remembered(event, plan, `${what} ${runtime}`, () => {
    const made = { lines: new Lines(), imports: new Imports() };
    print(made.lines, { runtime, shapes, imports: made.imports });
    return made;
  });
  client.imports.take(stretch.imports);
  lines.append(stretch.lines);
}
