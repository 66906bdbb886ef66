import { planJsonSchema } from "@dd0c/track-codegen";

/** The schema's file name; it lies beside the plan's root file. */
export const schemaName = "plan.schema.json";

/** The JSON Schema of plan files, as it is written beside a plan for editors. */
export function schemaText(): string {
  return `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
}
