/** JSON as configs write it, with comments and trailing commas; null where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const plain = text
      .replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (it) =>
        it[0] === '"' ? it : " ",
      )
      .replace(/("(?:[^"\\\n]|\\.)*")|,(\s*[}\]])/g, (_, quoted, close) => quoted ?? close);
    try {
      return JSON.parse(plain.replace(/^\ufeff/, ""));
    } catch {
      return null;
    }
  }
}

/** A key of something that may be an object. */
export function keyOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
