import type { ReferenceSpec } from "../language/kinds/index.js";
import type { Span } from "../language/span.js";
import type { Report } from "./report.js";

/** What a refinement is about: the shared thing's name, and where each key of the refinement stands. */
export interface Refinement {
  readonly name: string;
  readonly spec: ReferenceSpec;
  readonly report: Report;
  span(key: string): Span;
}

/** A finding: the refinement would let through what the shared property refuses. */
export function weakens(refinement: Refinement, key: string, how: string): void {
  refinement.report.add(
    "override-weakens-base",
    refinement.span(key),
    `This weakens "${refinement.name}": ${how}.`,
    {
      help: "A refinement may only tighten. Change the shared property for everybody, or define another one.",
    },
  );
}
