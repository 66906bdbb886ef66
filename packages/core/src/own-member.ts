/**
 * A member that is the object's own, undefined for anything else: what a polluted prototype says is
 * not what the caller said.
 */
export function ownMember(holder: unknown, name: string): unknown {
  return holder !== null && typeof holder === "object" && Object.hasOwn(holder, name)
    ? (holder as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
