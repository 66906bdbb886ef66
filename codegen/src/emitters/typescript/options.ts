import * as z from "zod";

/** Options of the `typescript` emitter. */
export const typescriptOptions = z.strictObject({
  products: z
    .array(z.string())
    .optional()
    .describe("Only clients of these products; all unless told."),
  runtimes: z
    .array(z.enum(["browser", "node", "slack"]))
    .optional()
    .describe("Only clients for these runtimes; all of the plan's unless told."),
  checked: z
    .boolean()
    .default(false)
    .describe(
      "Whether tsc checks the generated files too. Unless told, they start with @ts-nocheck: they are right by construction, and your compiler options are not theirs.",
    ),
  modules: z
    .strictObject({
      core: z.string().default("@dd0c/track-core/generated"),
      browser: z.string().default("@dd0c/track-browser"),
      node: z.string().default("@dd0c/track-node"),
      slack: z.string().default("@dd0c/track-slack"),
    })
    .prefault({})
    .describe("Where generated code imports its runtimes from."),
});

export type TypescriptOptions = z.infer<typeof typescriptOptions>;
