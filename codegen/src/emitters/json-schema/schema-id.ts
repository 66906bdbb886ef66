import { fileName } from "../../plan/file-name.js";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";
import type { JsonSchemaOptions } from "./options.js";
import { uriSegment } from "./schema-context.js";

/** The `$id` of a file, which names it and need not be an address: below the plan's docs, or a URN. */
export function schemaId(plan: ResolvedPlan, options: JsonSchemaOptions, path: string): string {
  const base = options.base_url ?? (plan.docs === null ? null : `${plan.docs}/schemas`);
  const segments = path.split("/").map(uriSegment);
  return base === null
    ? `urn:tracking-plan:${[plan.name, ...segments].join(":")}`
    : `${base.replace(/\/+$/, "")}/${segments.join("/")}`;
}

/** The file of an event, below `events/`: its name, with what no disk or address likes as `-`. */
export function eventPath(name: string): string {
  return `events/${fileName(name)}.schema.json`;
}
