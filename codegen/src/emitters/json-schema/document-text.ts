import type { JsonSchema } from "../../plan/property-type.js";
import { jsonText } from "../../print/json-text.js";

/** A schema's JSON without the last line break: printed once, and put into file and bundle alike. */
export function schemaText(schema: JsonSchema | boolean): string {
  return jsonText(schema).trimEnd();
}

/** A definition's name, and its text as a line of `$defs` and what hangs below it. */
export type Definition = readonly [name: string, text: string];

/** A definition from its name and its schema's text. */
export function definition(name: string, text: string): Definition {
  return [name, `    ${JSON.stringify(name)}: ${text.replaceAll("\n", "\n    ")}`];
}

/** A document of a head, perhaps a body whose members follow it, and its definitions in their order. */
export function documentText(
  head: JsonSchema,
  body: string | null,
  definitions: readonly Definition[],
): string {
  const members = [membersOf(schemaText(head)), ...(body === null ? [] : [membersOf(body)])];
  const start = `{\n${members.join(",\n")}`;
  if (definitions.length === 0) return `${start}\n}\n`;
  // One join over all of it: a bundle is megabytes.
  const texts = definitions.map(([, text]) => text);
  texts[0] = `${start},\n  "$defs": {\n${texts[0]}`;
  texts.push(`${texts.pop()}\n  }\n}\n`);
  return texts.join(",\n");
}

/** An object's text without its braces. */
function membersOf(text: string): string {
  return text.slice("{\n".length, -"\n}".length);
}
