import { compilePlan, memoryFiles, positionIn } from "@dd0c/track-codegen";
import type { Draft, DraftEvent } from "./draft.js";
import { type DraftPlace, type PrintedDraft, printDraft } from "./print-draft.js";

/** A draft that compiles, and what had to be left out of it for that. */
export interface FittedDraft extends PrintedDraft {
  readonly draft: Draft;
  readonly leftOut: readonly LeftOut[];
}

/** Something that no plan can say, in the compiler's own words. */
export interface LeftOut {
  /** Null for a shared property. */
  readonly event: string | null;
  /** Null where the whole event was left out. */
  readonly property: string | null;
  readonly reason: string;
}

/**
 * Takes out of a draft what the compiler refuses (a name that PostHog keeps for itself, two names
 * that become one type) until it compiles. Each round takes something out, so it ends.
 */
export function fitDraft(draft: Draft): FittedDraft {
  const leftOut: LeftOut[] = [];
  let fitting = draft;
  for (;;) {
    const printed = printDraft(fitting);
    const refused = refusals(printed);
    if (refused.length === 0) return { ...printed, draft: fitting, leftOut };
    leftOut.push(...refused);
    fitting = without(fitting, refused);
  }
}

function refusals({ text, places }: PrintedDraft): readonly LeftOut[] {
  const { diagnostics, sources } = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": text }));
  const found = new Map<string, LeftOut>();
  for (const { severity, span, message } of diagnostics) {
    if (severity !== "error") continue;
    const source = sources.get(span.file);
    const place = source && placeAt(places, positionIn(source, span.start).line - 1);
    if (!place) throw new Error(`A draft's head does not compile: ${message}`);
    found.set(`${place.event}\n${place.property}`, {
      event: place.event,
      property: place.property,
      reason: message,
    });
  }
  return [...found.values()];
}

function placeAt(places: readonly DraftPlace[], line: number): DraftPlace | undefined {
  return places.filter((place) => place.line <= line).at(-1);
}

function without(draft: Draft, refused: readonly LeftOut[]): Draft {
  const events = new Set(refused.filter(({ property }) => property === null).map((it) => it.event));
  const properties = new Set(refused.map(({ event, property }) => `${event}\n${property}`));
  const keep = (event: DraftEvent): DraftEvent => ({
    ...event,
    properties: event.properties.filter(({ name }) => !properties.has(`${event.name}\n${name}`)),
  });
  const shared = draft.properties?.filter(({ name }) => !properties.has(`null\n${name}`)) ?? [];
  return {
    ...draft,
    properties: shared,
    events: draft.events.filter(({ name }) => !events.has(name)).map(keep),
  };
}
