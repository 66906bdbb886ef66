import type { Span } from "../language/span.js";
import type { Origin } from "./origin.js";
import type { Report } from "./report.js";

/**
 * Members of every object, function or promise. As a name they make a client stumble, and
 * TypeScript cannot tell an object that lacks them from one that has them.
 */
export const objectMembers: ReadonlySet<string> = new Set([
  "__proto__",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "constructor",
  "prototype",
  "then",
  "toJSON",
  "toString",
  "toLocaleString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "apply",
  "bind",
  "call",
  "arguments",
  "caller",
]);

/** Characters that nobody can see or that turn the reading direction, and halves of characters. */
export const invisible: RegExp =
  /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;

const handle = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * A finding where a name cannot be used. A `handle` becomes part of paths, types and links; any
 * other name is only shown and compared.
 */
export function expectUsableName(
  name: string,
  what: string,
  place: Span | Origin,
  report: Report,
  kind: "handle" | "text" = "handle",
): void {
  if (objectMembers.has(name)) {
    report.add(
      "reserved-name",
      place,
      `"${name}" cannot be the name of ${withArticle(what)}: JavaScript objects have it already.`,
      { help: "Choose another word." },
    );
  } else if (kind === "handle" ? !handle.test(name) : name.trim() === "" || invisible.test(name)) {
    report.add("wrong-value", place, `"${name}" cannot be the name of ${withArticle(what)}.`, {
      help:
        kind === "handle"
          ? "Start with a letter, and go on with letters, digits, _ or -."
          : "Write a word without control characters.",
    });
  }
}

function withArticle(what: string): string {
  return `${/^[aeiou]/.test(what) ? "an" : "a"} ${what}`;
}
