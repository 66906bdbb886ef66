import type { FeaturesSpec } from "../language/sections/product.js";
import type { Span } from "../language/span.js";
import type { Report } from "./report.js";
import type { Rung } from "./resolved-plan.js";
import { expectUsableName } from "./usable-name.js";

/** What the names of a ladder are: a word for messages, and whether they become part of code. */
export interface RungKind {
  readonly what: string;
  readonly kind: "handle" | "text";
}

/**
 * A list of names, or a map from name to description, in order. A name that is there twice, in
 * `before` or here, is a finding and counts once.
 */
export function resolveLadder(
  ladder: FeaturesSpec | undefined,
  { what, kind }: RungKind,
  place: (key: string | number) => Span,
  report: Report,
  before: readonly Rung[] = [],
): readonly Rung[] {
  if (ladder === undefined) return before;
  const rungs = new Map(before.map((rung) => [rung.name, rung]));
  const written: readonly Rung[] = Array.isArray(ladder)
    ? ladder.map((name) => ({ name, description: null }))
    : Object.entries(ladder).map(([name, description]) => ({ name, description }));
  for (const [index, rung] of written.entries()) {
    const span = place(Array.isArray(ladder) ? index : rung.name);
    expectUsableName(rung.name, what, span, report, kind);
    if (rungs.has(rung.name)) {
      report.add("duplicate-definition", span, `The ${what} "${rung.name}" is there already.`, {
        help: "Take one of the two out.",
      });
    } else rungs.set(rung.name, rung);
  }
  return [...rungs.values()];
}
