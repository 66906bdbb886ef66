import type { JsonSchema } from "../../plan/property-type.js";
import { jsonText } from "../../print/json-text.js";

/** A schema's JSON without the last line break: printed once, and put into file and bundle alike. */
export function schemaText(schema: JsonSchema | boolean): string {
  return jsonText(schema).trimEnd();
}

/** A document of a head, perhaps a body whose members follow it, and its definitions in their order. */
export function documentText(
  head: JsonSchema,
  body: string | null,
  definitions: readonly (readonly [name: string, text: string])[],
): string {
  const members = [membersOf(schemaText(head)), ...(body === null ? [] : [membersOf(body)])];
  if (definitions.length > 0) {
    const texts = definitions.map(([name, text]) => `    ${JSON.stringify(name)}: ${deeper(text)}`);
    members.push(`  "$defs": {\n${texts.join(",\n")}\n  }`);
  }
  return `{\n${members.join(",\n")}\n}\n`;
}

/** An object's text without its braces. */
function membersOf(text: string): string {
  return text.slice("{\n".length, -"\n}".length);
}

function deeper(text: string): string {
  return text.replaceAll("\n", "\n    ");
}
