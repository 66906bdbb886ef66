/** An object out of foreign JSON; empty where it is none. */
export function objectAt(value: unknown, key?: string): Readonly<Record<string, unknown>> {
  const found = key === undefined ? value : objectAt(value)[key];
  const isObject = typeof found === "object" && found !== null && !Array.isArray(found);
  return isObject ? (found as Readonly<Record<string, unknown>>) : {};
}

/** A list out of foreign JSON; empty where it is none. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = objectAt(value)[key];
  return Array.isArray(found) ? found : [];
}

/** A text out of foreign JSON, trimmed; null where it is none or empty. */
export function textAt(value: unknown, key: string): string | null {
  const found = objectAt(value)[key];
  return typeof found === "string" && found.trim() !== "" ? found.trim() : null;
}

/** The texts of a list out of foreign JSON. */
export function textsAt(value: unknown, key: string): readonly string[] {
  return listAt(value, key).filter((item): item is string => typeof item === "string");
}

/** A finite number out of foreign JSON. */
export function numberAt(value: unknown, key: string): number | undefined {
  const found = objectAt(value)[key];
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}
