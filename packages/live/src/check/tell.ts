import { nearest, type PropertyValue, typeInWords } from "@dd0c/track-codegen";
import type { ValueScope } from "./compile-value.js";
import { hasEmail, masked, secretIn } from "./find-private.js";
import { findPrivate } from "./find-private-values.js";
import type { Found } from "./found.js";
import type { LiveCode } from "./live-pages.js";

/** Adds a finding about a value. */
export type Tell = (
  code: LiveCode,
  path: string,
  message: string,
  found: Found[],
  help?: string,
) => void;

/** Makes a `Tell` of the line of the plan that a scope is about. */
export function teller({ origin }: ValueScope): Tell {
  return (code, path, message, found, help) =>
    void found.push({ code, path, message, help: help ?? null, origin });
}

/** Tells of a property that the plan does not have, and of what it gives away. */
export function unplanned(
  key: string,
  value: unknown,
  path: string,
  known: Iterable<string>,
  { origin }: Pick<ValueScope, "origin">,
  found: Found[],
): void {
  const near = nearest(key.slice(0, 80), known);
  found.push({
    code: "unplanned-property",
    path,
    message: `The plan has no ${nameOf(path)} here.`,
    help:
      near === null
        ? "Add it to the plan, or stop sending it."
        : `Did you mean "${near}"? Else add it to the plan, or stop sending it.`,
    origin,
  });
  findPrivate(value, path, origin, found);
}

/** Tells of a value of another type, and of what it gives away. */
export function wrongType(
  value: unknown,
  path: string,
  of: PropertyValue,
  tell: Tell,
  found: Found[],
): void {
  const is = value === null ? "null" : Array.isArray(value) ? "a list" : typeWords(value);
  tell("wrong-type", path, `${nameOf(path)} is ${is}; the plan says ${typeInWords(of)}.`, found);
  // What is of the wrong type may still be somebody's address.
  if (of.pii?.handling !== "allow") findPrivate(value, path, null, found);
}

/** A path as messages name it: without the dot that it starts with. */
export function nameOf(path: string): string {
  return JSON.stringify(cut(path.startsWith(".") ? path.slice(1) : path));
}

/** A value as messages show it; never one that says who somebody is. */
export function shown(value: unknown, { pii }: PropertyValue): string {
  if (pii !== null || (typeof value === "string" && (hasEmail(value) || secretIn(value) !== null)))
    return masked(value);
  return cut(JSON.stringify(value) ?? "undefined");
}

/** A text that fits into a message. */
export function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What to do about a thing that is on its way out. */
export function instead(replacement: string | null): string | undefined {
  return replacement === null ? undefined : `Send "${replacement}" instead.`;
}

function typeWords(value: unknown): string {
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
