import type * as z from "zod";

/** What a file is held to, and what people call it. */
export interface FileShape {
  readonly schema: z.ZodType;
  /** "the plan file", for messages. */
  readonly name: string;
  /** Keys that only another file may have, with where they belong: "the plan's root file". */
  readonly elsewhere?: { readonly keys: ReadonlySet<string>; readonly where: string };
}

/** Where in a file something is wrong. */
export interface Place {
  readonly shape: FileShape;
  /** The object in which the owner stands, and its key there; null at the top of a file. */
  readonly above: { readonly owner: object; readonly key: string | number } | null;
  /** The last object or list on the way, and the key in it that the issue is about. */
  readonly owner: object;
  readonly key: string | number;
  readonly value: unknown;
  /** `events.user_signed_up.kind`, for the message. */
  readonly path: readonly PropertyKey[];
}

/** The place at the end of a path from the file's top. */
export function placeOf(value: unknown, path: readonly PropertyKey[], shape: FileShape): Place {
  let owner: object = typeof value === "object" && value !== null ? value : {};
  let key: string | number = "";
  let above: Place["above"] = null;
  let current: unknown = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null) break;
    if (current !== owner) above = { owner, key };
    owner = current;
    key = typeof step === "number" ? step : String(step);
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return { shape, above, owner, key, value: current, path };
}

/** What is wrong, as a person would say it: "`kind`", "Item 2 of `runtimes`", "The plan file". */
export function nameOf({ shape, path, key }: Place): string {
  if (path.length === 0) return capital(shape.name);
  if (typeof key !== "number") return `\`${key}\``;
  const list = [...path].reverse().find((step) => typeof step !== "number");
  return `Item ${key + 1} of ${list === undefined ? shape.name : `\`${String(list)}\``}`;
}

/** `events › user_signed_up › properties › plan`; the file itself where the path is empty. */
export function whereOf(path: readonly PropertyKey[], shape: FileShape): string {
  if (path.length === 0) return shape.name;
  return `\`${path.map(String).join(" › ")}\``;
}

/** With a capital, to begin a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
