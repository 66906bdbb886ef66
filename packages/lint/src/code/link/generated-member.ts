import { unknown, type Value } from "./value.js";

type Generated = Extract<Value, { k: "generated" }>;

/** A member of a generated client: `createTracker`, `track`, a step of an event's path. */
export function generatedMember(of: Generated, key: string): Value {
  const { role } = of;
  switch (role.k) {
    case "module":
      return key === "createTracker" ? { ...of, role: { k: "create" } } : unknown("external");
    case "tracker":
      return key === "track"
        ? { ...of, role: { k: "path", path: [] } }
        : { ...of, role: { k: "method", name: key } };
    case "path":
      return ["toString", "valueOf", "then", "toJSON"].includes(key)
        ? unknown("external")
        : { ...of, role: { k: "path", path: [...role.path, key] } };
    default:
      return unknown("external");
  }
}
