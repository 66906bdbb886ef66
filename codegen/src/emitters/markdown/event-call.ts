import type { JsonValue } from "../../plan/property-type.js";
import type { Event } from "../../plan/resolved-plan.js";
import { wordsOf } from "../../plan/words-of.js";
import { camelCase, isIdentifier, propertyKey, stringLiteral } from "../../print/names.js";
import type { ExampleProperty } from "./event-example.js";
import type { Types } from "./example-value.js";
import { protectValue } from "./protect-value.js";

/** The event's call in one runtime's TypeScript: `track.cost.anomaly.alerted({ … });`. */
export function eventCall(
  event: Event,
  examples: readonly ExampleProperty[],
  types: Types,
  runtime: string,
): string {
  const lines = examples
    .filter(({ property }) => property.type.kind !== "const")
    .flatMap((example) => memberLine(example, types, runtime));
  const call = `track${event.path.map(step).join("")}`;
  return lines.length === 0 ? `${call}();` : [`${call}({`, ...lines, "});"].join("\n");
}

/** In a browser nobody has the key to hash with, so the hash comes from a server. */
function memberLine(
  { property, value }: ExampleProperty,
  types: Types,
  runtime: string,
): readonly string[] {
  const { name, pii } = property;
  const passed = protectValue(property, value, "call", types);
  if (passed === undefined) return [];
  if (pii?.handling !== "hash") return [`  ${key(name)}: ${literal(passed, "  ")},`];
  const comment = `tracker.hash(${stringLiteral(pii.class)}, …), on a server`;
  return runtime === "browser"
    ? [`  ${key(name)}: ${camelCase(["hashed", ...wordsOf(name)])}, // ${comment}`]
    : [`  ${key(name)}: ${literal(passed, "  ")}, // arrives hashed`];
}

function step(word: string): string {
  return isIdentifier(word) ? `.${word}` : `[${stringLiteral(word)}]`;
}

/** A plain `__proto__:` would set the prototype. */
function key(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}

function literal(value: JsonValue, indent: string): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item: JsonValue) => literal(item, deeper))
    : Object.entries(value).map(([name, member]) => `${key(name)}: ${literal(member, deeper)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return `${open}${close}`;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${parts.join(", ")}${space}${close}`;
  if (line.length + indent.length <= 80 && !line.includes("\n")) return line;
  return [open, ...parts.map((part) => `${deeper}${part},`), `${indent}${close}`].join("\n");
}
