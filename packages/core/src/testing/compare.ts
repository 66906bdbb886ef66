/** A failed assertion; test runners show `actual` and `expected` as a diff. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly actual: unknown;
  readonly expected: unknown;
  constructor(message: string, actual: unknown, expected: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

/** Whether `actual` has everything of `expected`: objects in part, arrays item by item, leaves alike. */
export function isMatch(actual: unknown, expected: unknown): boolean {
  return differences(actual, expected, "").length === 0;
}

/** What keeps `actual` from having everything of `expected`, a line each: `path: want …, got …`. */
export function differences(actual: unknown, expected: unknown, path: string): readonly string[] {
  if (expected === null || typeof expected !== "object") {
    return Object.is(actual, expected) || (expected === undefined && actual === undefined)
      ? []
      : [`${path || "it"}: want ${show(expected)}, got ${show(actual)}`];
  }
  const isList = Array.isArray(expected);
  if (actual === null || typeof actual !== "object" || Array.isArray(actual) !== isList)
    return [`${path || "it"}: want ${show(expected)}, got ${show(actual)}`];
  const own = actual as Readonly<Record<string, unknown>>;
  const lengths =
    isList && expected.length !== Object.keys(own).length
      ? [`${path}: want ${expected.length} items, got ${Object.keys(own).length}`]
      : [];
  return lengths.concat(
    Object.entries(expected).flatMap(([key, value]) =>
      differences(own[key], value, isList ? `${path}[${key}]` : path ? `${path}.${key}` : key),
    ),
  );
}

interface Seen {
  readonly event: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The message for an event that was expected and did not come, with the nearest one that did. */
export function describeMiss(
  name: string,
  expected: object,
  seen: readonly Seen[],
  notes: readonly string[],
): string {
  const near = seen
    .filter((event) => event.event === name)
    .map((event) => differences(event.properties, expected, ""))
    .sort((one, two) => one.length - two.length)[0];
  const names = [...new Set(seen.map((event) => event.event))];
  const lines = near
    ? [
        `No ${name} with these properties. The nearest differs in:`,
        ...near.map((line) => `  ${line}`),
      ]
    : [`No ${name} was tracked.`, `  tracked: ${names.join(", ") || "nothing"}`];
  return [...lines, ...notes.map((note) => `  note: ${note}`)].join("\n");
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
}
