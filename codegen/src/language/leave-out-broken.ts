import type { TypedSpec } from "./kinds/index.js";
import { nearest } from "./nearest.js";
import { innermost, type PlacedIssue, type ShapeIssue } from "./shape-issue.js";

/** Stands in for a property that could not be understood, and fits wherever it is used. */
export const brokenProperty: Extract<TypedSpec, { type: "json_schema" }> = Object.freeze({
  type: "json_schema",
  schema: Object.freeze({}),
});

/**
 * The value with what is wrong taken out, as little as possible, so that the rest can still be
 * judged: a property becomes one that may be anything, a key goes, then what holds the key. Null
 * where nothing is left that has a plan's shape.
 */
export function leaveOutBroken(
  value: unknown,
  issues: readonly ShapeIssue[],
  judge: () => readonly ShapeIssue[],
): object | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  let left = issues;
  for (let depth = most; depth > 0; depth--) {
    if (left.length === 0) break;
    for (const placed of left.flatMap((issue) => innermost(issue))) leaveOut(value, placed, depth);
    left = judge();
  }
  return left.length === 0 ? value : null;
}

/** The most steps from a file's top after which it is worth keeping what lies around. */
const most = 4;

/** Mends what one issue is about, changing nothing less than `depth` steps from the file's top. */
function leaveOut(file: object, { issue, path }: PlacedIssue, depth: number): void {
  const property = propertyDepth(path);
  if (issue.code === "unrecognized_keys" && removeKeys(file, path, issue.keys)) {
    // `typ: string` names no shared property: what it was to be, nobody knows.
    if (path.length >= property && lacksType(at(file, path), issue.keys))
      put(file, path.slice(0, property), brokenProperty);
    return;
  }
  const key = String(path.at(-1));
  if (path.length >= property) put(file, path.slice(0, property), brokenProperty);
  else if (path[0] === "health" && path[2] === "inputs") put(file, path.slice(0, 2), undefined);
  else if (path[0] === "events" && path.length === 2) put(file, path, { description: "…" });
  else if (path[0] === "property_groups" && path.length === 2)
    put(file, path, { description: "…", properties: {} });
  else if (path[0] === "property_groups" && path.length === 3 && key === "properties")
    put(file, path, {});
  else if (path.length === 1 && key === "plan") put(file, path, "plan");
  else if (depth === most && key in standIns) put(file, path, standIns[key]);
  else put(file, path.slice(0, depth), undefined);
}

/** What says nothing and does no harm, for keys that others cannot do without. */
const standIns: Readonly<Record<string, string>> = {
  description: "…",
  window: "1d",
  within: "1d",
  every: "1d",
  per: "1d",
};

/** How many steps lead to the property that a path goes into; more than there are where it goes into none. */
function propertyDepth([section, , part]: readonly PropertyKey[]): number {
  if (section === "properties" || section === "types" || section === "super_properties") return 2;
  if (section === "person") return 3;
  if (section === "groups" && part === "traits") return 4;
  const holds = section === "events" || section === "extend" || section === "property_groups";
  return holds && part === "properties" ? 4 : Number.POSITIVE_INFINITY;
}

/** Whether a property says what it is under none of the right keys, but under one that is like them. */
function lacksType(spec: object | null, unknown: readonly string[]): boolean {
  if (spec === null || "type" in spec || "ref" in spec) return false;
  return unknown.some((key) => nearest(key, ["type", "ref"]) !== null);
}

function removeKeys(file: object, path: readonly PropertyKey[], keys: readonly string[]): boolean {
  const owner = at(file, path);
  if (owner === null) return false;
  for (const key of keys) Reflect.deleteProperty(owner, key);
  return true;
}

/** Sets or (undefined) deletes what stands at a path; a list with a broken item goes as a whole. */
function put(file: object, path: readonly PropertyKey[], replacement: unknown): void {
  const owner = at(file, path.slice(0, -1));
  const [last] = path.slice(-1);
  if (owner === null || last === undefined) return;
  if (replacement !== undefined) Reflect.set(owner, last, replacement);
  else if (Array.isArray(owner)) put(file, path.slice(0, -1), undefined);
  else Reflect.deleteProperty(owner, last);
}

function at(file: object, path: readonly PropertyKey[]): object | null {
  let owner: object = file;
  for (const step of path) {
    const next: unknown = Reflect.get(owner, step);
    if (typeof next !== "object" || next === null) return null;
    owner = next;
  }
  return owner;
}
