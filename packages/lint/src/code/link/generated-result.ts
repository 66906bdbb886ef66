import type { CallRef } from "./module.js";
import { unknown, type Value, type World } from "./value.js";

type Generated = Extract<Value, { k: "generated" }>;

/** Methods that give the same tracker, knowing more. */
const BINDS: ReadonlySet<string> = new Set([
  "forTenant",
  "with",
  "forPerson",
  "from",
  "forWorkspace",
]);

/** What a call on a part of a generated client gives. */
export function generatedResult(_world: World, of: Generated, call: CallRef): readonly Value[] {
  const { role, client } = of;
  switch (role.k) {
    case "create":
      return [{ ...of, role: { k: "tracker" } }];
    case "path":
      return role.path.length === 0 ? [{ ...of, role: { k: "named", call } }] : [unknown("call")];
    case "method":
      if (!BINDS.has(role.name)) return [unknown("call")];
      if (role.name === "forPerson" || (role.name === "with" && !namesTenant(call)))
        return [{ ...of, role: { k: "tracker" } }];
      return [
        { ...of, client: { ...client, isBound: true, binding: call }, role: { k: "tracker" } },
      ];
    default:
      return [unknown("call")];
  }
}

/** `with({ tenant_id })`, and `with` of something that hides its keys. */
function namesTenant({ fact }: CallRef): boolean {
  const [first] = fact.args;
  if (first?.t !== "object") return true;
  return first.props.some((it) => "spread" in it || ("k" in it && it.k === "tenant_id"));
}
