import * as z from "zod";

/** An entry of `lint: emitters:` as it is written. */
export interface EmitterSpec {
  module: string;
  export: string;
  event: string | number;
  properties?: string | number | null | undefined;
  distinct_id?: string | number | null | undefined;
  name?: string | undefined;
}

/** `lint:` of a config as it is written. */
export interface LintSpec {
  include?: string[] | undefined;
  exclude?: string[] | undefined;
  tests?: string[] | undefined;
  emitters?: EmitterSpec[] | undefined;
}

const slot = (what: string) =>
  z.union([z.int().nonnegative(), z.string().regex(/^\d+(?:\.[\w$]+)*$/)]).describe(what);

const emitter: z.ZodType<EmitterSpec> = z.strictObject({
  module: z.string().min(1).describe("The file, relative to this config, or the package."),
  export: z.string().min(1).describe("The exported function, `default`, or `Class.method`."),
  event: slot("Which argument names the event: `0`, or a path such as `0.event`."),
  properties: slot("Which argument holds the properties.").nullable().optional(),
  distinct_id: slot("Which argument is the person's id.").nullable().optional(),
  name: z
    .string()
    .includes("{0}")
    .optional()
    .describe("The name on the wire, `{0}` standing for the one in the code: `{0} - [WEB]`."),
});

/** What `lint:` is held to: which code `dd0c-track lint` reads. */
export const lintSection: z.ZodType<LintSpec> = z
  .strictObject({
    include: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("Files, folders or globs that track; everything below this file unless told."),
    exclude: z
      .array(z.string().min(1))
      .optional()
      .describe("Globs of files that are not looked at, such as `vendor/**`."),
    tests: z
      .array(z.string().min(1))
      .optional()
      .describe("Globs of files that count as tests, beside the usual names."),
    emitters: z
      .array(emitter)
      .optional()
      .describe(
        "Functions that send events although the code does not show how: relays over a wire.",
      ),
  })
  .describe("Which code `dd0c-track lint` holds to the plan.");
