/** Whether it can have members of its own: an object or a list. */
export function isHolder(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}

/**
 * A member that is the object's own, undefined for anything else: what a polluted prototype says is
 * not what the caller said.
 */
export function ownMember(holder: unknown, name: string): unknown {
  return isHolder(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}
