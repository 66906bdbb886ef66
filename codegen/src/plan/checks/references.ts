import { didYouMean } from "../../language/nearest.js";
import type { Property } from "../property-type.js";
import type { Report } from "../report.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";

/** What events say of other names: replacements, sampling keys, filled-in properties, hashing. */
export function checkReferences(plan: ResolvedPlan, report: Report): void {
  const names = new Set(plan.events.map((event) => event.name));
  const keys = ["event", "distinct_id", ...plan.context.map((field) => field.name)];
  for (const event of plan.events) {
    checkReplacement(event, names, report);
    checkKeys(event, keys, report);
    checkAuto(event, report);
    event.properties.forEach((property) => {
      checkHashing(property, report);
    });
  }
}

function checkReplacement(
  { name, deprecated, origin }: Event,
  names: ReadonlySet<string>,
  report: Report,
): void {
  const replacement = deprecated?.replacedBy ?? null;
  if (replacement === null || names.has(replacement)) return;
  report.add(
    "replacement-unknown",
    origin,
    `"${name}" is replaced by "${replacement}", which is no event of this plan.`,
    { help: didYouMean(replacement, names) },
  );
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
      { help: didYouMean(by, keys) ?? `It is one of ${keys.join(", ")}.` },
    );
  }
}

function checkAuto({ name, auto, runtimes, properties, origin }: Event, report: Report): void {
  if (auto === null) return;
  if (!runtimes.includes("slack")) {
    report.add(
      "runtime-unknown",
      origin,
      `"${name}" is recorded by the Slack client, but is not sent from slack.`,
      { help: "Add slack to its `runtimes:`." },
    );
  }
  const filled = auto.fill.map((entry) => entry.property);
  const known = properties.map((property) => property.name);
  for (const property of filled.filter((it) => !known.includes(it))) {
    report.add(
      "ref-unknown",
      origin,
      `"${name}" fills in "${property}", which is no property of it.`,
      { help: didYouMean(property, known) },
    );
  }
  for (const property of properties.filter(
    (it) => it.required && it.type.kind !== "const" && !filled.includes(it.name),
  )) {
    report.add(
      "ref-unknown",
      origin,
      `"${name}" is recorded by itself, but nothing fills in "${property.name}", which is required.`,
      { help: "Add it under `auto: fill:`, or make it optional." },
    );
  }
}

/** A hash is text, so only what is one value can be hashed. */
function checkHashing(property: Property, report: Report): void {
  const { kind } = property.type;
  if (property.pii?.handling === "hash" && !["string", "integer", "named", "enum"].includes(kind)) {
    report.add(
      "hash-type-mismatch",
      property.origin,
      `"${property.name}" is a ${kind}, and only text can be hashed.`,
      { help: "Mark the personal value inside it, or drop the whole." },
    );
  }
}
