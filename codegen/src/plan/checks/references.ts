import type { Span } from "../../language/span.js";
import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";
import { visitPropertyLists } from "./property-lists.js";

/** What events and properties say of other names: replacements, and what sampling counts by. */
export function checkReferences(plan: ResolvedPlan, report: Report): void {
  const names = new Set(plan.events.map((event) => event.name));
  const keys = ["event", "distinct_id", ...plan.context.map((field) => field.name)];
  for (const event of plan.events) {
    expectReplacement(
      { ...event, place: replacedBy(event, report) },
      names,
      "event of this plan",
      report,
    );
    checkKeys(event, keys, report);
  }
  visitPropertyLists(plan, (properties) => {
    for (const property of properties) checkProperty(property, properties, report);
  });
}

function checkProperty(property: Property, properties: readonly Property[], report: Report): void {
  if (property.deprecated !== null) {
    const names = new Set(properties.map((it) => it.name));
    const replaced = { ...property, place: replacedBy(property, report) };
    expectReplacement(replaced, names, "property beside it", report);
  }
  if (property.type.kind !== "enum") return;
  const { members } = property.type;
  for (const { value, deprecated } of members) {
    if (deprecated === null) continue;
    const values = new Set(members.map((member) => String(member.value)));
    const place = replacedBy(property, report, ["values", String(value)]);
    const member = { name: String(value), deprecated, place };
    expectReplacement(member, values, `value of "${property.name}"`, report);
  }
}

/** Where a thing, or a part of it, says what replaces it. */
function replacedBy(of: Event | Property, report: Report, part: readonly string[] = []): Span {
  return report.inside(of, [...part, "deprecated", "replaced_by"]);
}

/** A finding unless the replacement is one of `names`, and not the deprecated thing itself. */
function expectReplacement(
  { name, deprecated, place }: { readonly place: Span } & Pick<Event, "name" | "deprecated">,
  names: ReadonlySet<string>,
  what: string,
  report: Report,
): void {
  const replacement = deprecated?.replacedBy ?? null;
  if (replacement === null || (names.has(replacement) && replacement !== name)) return;
  const why = replacement === name ? "itself" : `"${replacement}", which is no ${what}`;
  report.add("replacement-unknown", place, `"${name}" is replaced by ${why}.`, {
    help: report.didYouMean(
      replacement,
      [...names].filter((it) => it !== name),
    ),
  });
}

function checkKeys(event: Event, keys: readonly string[], report: Report): void {
  for (const key of ["sample", "limit"] as const) {
    const by = event[key]?.by;
    if (by === undefined || keys.includes(by)) continue;
    report.add(
      "ref-unknown",
      report.inside(event, [key, "by"]),
      `"${event.name}" is counted by "${by}", which is no field of the context.`,
      { help: report.didYouMean(by, keys) ?? `It is one of ${keys.join(", ")}.` },
    );
  }
}
