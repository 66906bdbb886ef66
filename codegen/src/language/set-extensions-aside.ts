import type { ShapeIssue } from "./shape-issue.js";
import type { Located } from "./source.js";

/**
 * Takes the keys under `x-…` out of the objects that are held to a schema, which knows nothing of
 * them, and returns what the schema finds wrong without them. Free-form data keeps such keys.
 */
export function setExtensionsAside(
  value: unknown,
  located: Located,
  judge: () => readonly ShapeIssue[],
): readonly ShapeIssue[] {
  let issues = judge();
  for (let round = 0; round < mostRounds; round++) {
    const found = new Map<object, readonly string[]>();
    for (const issue of issues) gather(issue, value, found);
    if (found.size === 0) break;
    for (const [owner, keys] of found) located.setAside(owner, keys);
    issues = judge();
  }
  return issues;
}

/** A union hides what is inside its branches only once; more rounds than levels are never needed. */
const mostRounds = 8;

function gather(issue: ShapeIssue, outer: unknown, found: Map<object, readonly string[]>): void {
  const owner = issue.path.reduce<unknown>(
    (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
    outer,
  );
  if (issue.code === "invalid_union") {
    for (const branch of issue.errors) for (const inner of branch) gather(inner, owner, found);
  }
  if (issue.code !== "unrecognized_keys" || typeof owner !== "object" || owner === null) return;
  const keys = issue.keys.filter((key) => key.startsWith("x-"));
  if (keys.length > 0) found.set(owner, keys);
}
