import type * as z from "zod";
import type { Diagnostic } from "./diagnostic.js";
import { readDocument } from "./document/read-document.js";
import { describeIssues } from "./shape-issue.js";
import { createSource, finding, Located, type Source } from "./source.js";

/** A YAML file that is no plan, such as `dd0c-track.yaml`, read with a plan's care. */
export interface ShapedFile<Value> {
  readonly source: Source;
  readonly located: Located;
  /** What it says as written: the very objects that `located` knows. */
  readonly raw: unknown;
  /** What it says, with defaults; null where anything is wrong. */
  readonly value: Value | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a YAML file and holds it to a schema. `name` is what people call it: "the config". */
export function parseShape<Value>(
  path: string,
  bytes: Uint8Array | string,
  schema: z.ZodType<Value>,
  name: string,
): ShapedFile<Value> {
  const { text, root, problems } = readDocument(bytes);
  const source = createSource(path, text);
  const located = new Located(source);
  const found: Diagnostic[] = problems.map(({ code, message, help, start, end }) =>
    finding(code, { file: path, start, end }, message, { help }),
  );
  if (root === null) return { source, located, raw: null, value: null, diagnostics: found };
  const raw = located.value(root);
  const result = schema.safeParse(raw);
  if (!result.success) {
    found.push(...describeIssues(result.error.issues, raw, located, { schema, name }));
  }
  const value = result.success && found.length === 0 ? result.data : null;
  return { source, located, raw, value, diagnostics: found };
}
