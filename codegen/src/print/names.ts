/** `["cost", "anomaly"]` → `CostAnomaly`. A name that starts with a digit gets an underscore. */
export function pascalCase(words: readonly string[]): string {
  let name = "";
  for (const word of words) name += word.charAt(0).toUpperCase() + word.slice(1);
  return /^[A-Z]/.test(name) || !/^\p{Nd}/u.test(name) ? name : `_${name}`;
}

/** `["cost", "anomaly"]` → `costAnomaly`. */
export function camelCase(words: readonly string[]): string {
  const [first = "", ...others] = words;
  return first.toLowerCase() + (others.length > 0 ? pascalCase(others).replace(/^_/, "") : "");
}

/** `["cost", "anomaly"]` → `cost-anomaly`; for file names and anchors. */
export function kebabCase(words: readonly string[]): string {
  return words.map((word) => word.toLowerCase()).join("-");
}

/** Whether a name may stand after a dot and before a colon in TypeScript as it is. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) || /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

/** The name as a key of an object type: as it is, or in quotes. */
export function propertyKey(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** The name of a method in an interface: `new(…)` would make one that constructs, so it stands in quotes. */
export function methodKey(name: string): string {
  return name === "new" ? '"new"' : propertyKey(name);
}

/** How code reaches a member of a member: `track.cost.alerted`, `track["Signed Up"]`. */
export function memberPath(root: string, path: readonly string[]): string {
  const steps = path.map((name) => (isIdentifier(name) ? `.${name}` : `[${stringLiteral(name)}]`));
  return root + steps.join("");
}

/** Text as a TypeScript string literal; line separators are escaped too. */
export function stringLiteral(text: string): string {
  const literal = JSON.stringify(text);
  return literal.includes("\u2028") || literal.includes("\u2029")
    ? literal.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")
    : literal;
}
