import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";
import { visitPropertyLists } from "./property-lists.js";

/** What events and properties say of other names: replacements, and what sampling counts by. */
export function checkReferences(plan: ResolvedPlan, report: Report): void {
  const names = new Set(plan.events.map((event) => event.name));
  const keys = ["event", "distinct_id", ...plan.context.map((field) => field.name)];
  for (const event of plan.events) {
    expectReplacement(event, names, "event of this plan", report);
    checkKeys(event, keys, report);
  }
  visitPropertyLists(plan, (properties) => {
    for (const property of properties) checkProperty(property, properties, report);
  });
}

function checkProperty(property: Property, properties: readonly Property[], report: Report): void {
  if (property.deprecated !== null) {
    const names = new Set(properties.map((it) => it.name));
    expectReplacement(property, names, "property beside it", report);
  }
  if (property.type.kind !== "enum") return;
  const { members } = property.type;
  for (const { value, deprecated } of members) {
    if (deprecated === null) continue;
    const values = new Set(members.map((member) => String(member.value)));
    const member = { name: String(value), deprecated, origin: property.origin };
    expectReplacement(member, values, `value of "${property.name}"`, report);
  }
}

/** A finding unless the replacement is one of `names`, and not the deprecated thing itself. */
function expectReplacement(
  { name, deprecated, origin }: Pick<Event, "name" | "deprecated" | "origin">,
  names: ReadonlySet<string>,
  what: string,
  report: Report,
): void {
  const replacement = deprecated?.replacedBy ?? null;
  if (replacement === null || (names.has(replacement) && replacement !== name)) return;
  const why = replacement === name ? "itself" : `"${replacement}", which is no ${what}`;
  report.add("replacement-unknown", origin, `"${name}" is replaced by ${why}.`, {
    help: report.didYouMean(
      replacement,
      [...names].filter((it) => it !== name),
    ),
  });
}

function checkKeys(
  { name, sample, limit, origin }: Event,
  keys: readonly string[],
  report: Report,
): void {
  for (const by of [sample?.by, limit?.by]) {
    if (by === undefined || keys.includes(by)) continue;
    report.add(
      "ref-unknown",
      origin,
      `"${name}" is counted by "${by}", which is no field of the context.`,
      { help: report.didYouMean(by, keys) ?? `It is one of ${keys.join(", ")}.` },
    );
  }
}
