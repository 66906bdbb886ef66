import { arrivingEvent, type NamedTypes } from "../../plan/arrival.js";
import { perEvent } from "../../plan/per-event.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { docComment } from "../../print/doc-comment.js";
import { Lines } from "../../print/lines.js";
import { schemaName, valueText } from "./kinds.js";
import { listText } from "./list-text.js";
import { addMembers, conditionsText } from "./object-text.js";
import { deprecatedTag } from "./property-doc.js";

/** What the schemas of events share: the plan, its named types, and context fields written once. */
export interface EventContext {
  readonly plan: ResolvedPlan;
  readonly types: NamedTypes;
  /** Whether context fields are part of an event. */
  readonly isContextWanted: boolean;
  /** Context field → how an event refers to its schema. */
  readonly given: ReadonlyMap<string, string>;
}

/** Adds the schema of all events of one name; where products hold it differently, a union of theirs. */
export function addEventSchema(
  lines: Lines,
  events: readonly Event[],
  context: EventContext,
): void {
  const [first, second] = events;
  if (first === undefined) return;
  const make = () => eventLines(first, events, context);
  const isAlone = second === undefined;
  const variant = String(context.isContextWanted);
  lines.append(isAlone ? remembered(first, context.plan, variant, make) : make());
}

const remembered = perEvent<Lines>((plan) => [
  plan.name,
  plan.context,
  plan.superProperties,
  plan.types,
]);

function eventLines(first: Event, events: readonly Event[], context: EventContext): Lines {
  const lines = new Lines();
  const shapes = events.map((event) => shapeText(event, context));
  const [, second] = events;
  const text = second === undefined ? shapes.join("") : `z.union(${listText(shapes)})`;
  const isDeprecated = events.every((event) => event.deprecated !== null);
  const tags = isDeprecated ? deprecatedTag(first.deprecated) : [];
  lines.add("", ...docComment([first.description, `\`${first.name}\``], tags));
  return lines.block(
    `export const ${schemaName(first.words)} = define(() =>`,
    () => lines.add(`${text},`),
    ");",
  );
}

function shapeText(event: Event, { plan, types, isContextWanted, given }: EventContext): string {
  const properties = arrivingEvent(plan, event, types, isContextWanted);
  if (properties.length === 0) return "z.strictObject({})";
  const own = new Set(event.properties.map((property) => property.name));
  const shared = new Map(
    properties
      .filter(({ name }) => !own.has(name))
      .map((it) => [it.name, given.get(it.name) ?? valueText(it, types)]),
  );
  const lines = new Lines();
  lines.block("z.strictObject({", () => addMembers(lines, properties, types, shared), "})");
  return lines.toText() + conditionsText(properties);
}
