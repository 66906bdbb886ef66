type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const width = 100;

/** JSON for people and diffs: two spaces a level, short lists of scalars on one line, one break at the end. */
export function jsonText(value: Json): string {
  const parts: string[] = [];
  print(value, "\n", parts);
  parts.push("\n");
  return parts.join("");
}

function print(value: Json, indent: string, parts: string[]): void {
  if (typeof value !== "object" || value === null) parts.push(JSON.stringify(value));
  else if (isList(value)) printList(value, indent, parts);
  else printObject(value, indent, parts);
}

function printList(list: readonly Json[], indent: string, parts: string[]): void {
  const line = list.every(isScalar) ? `[${list.map((it) => JSON.stringify(it)).join(", ")}]` : null;
  if (line !== null && line.length + indent.length <= width) {
    parts.push(line);
    return;
  }
  let open = "[";
  for (const item of list) {
    parts.push(`${open}${indent}  `);
    print(item, `${indent}  `, parts);
    open = ",";
  }
  parts.push(`${indent}]`);
}

function printObject(
  object: { readonly [key: string]: Json },
  indent: string,
  parts: string[],
): void {
  let open = "{";
  for (const key of Object.keys(object)) {
    parts.push(`${open}${indent}  ${JSON.stringify(key)}: `);
    print(object[key] ?? null, `${indent}  `, parts);
    open = ",";
  }
  parts.push(open === "{" ? "{}" : `${indent}}`);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function isScalar(value: Json): boolean {
  return typeof value !== "object" || value === null;
}
