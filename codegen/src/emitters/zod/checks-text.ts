/**
 * The end of every file: what plans ask for and zod has no word for. All of it always, so that an
 * event more changes only its own lines; functions, so that it may stand below its callers.
 */
export const checksText = `
/** The schema of an event; undefined where the plan has none of that name. */
export function schemaOf(event: string): z.ZodType | undefined {
  const byName: Readonly<Record<string, unknown>> = schemas;
  return Object.hasOwn(byName, event) ? (byName[event] as z.ZodType) : undefined;
}

/** Builds a schema; bundlers leave out what nothing imports. */
// @__NO_SIDE_EFFECTS__
export function define<Schema>(build: () => Schema): Schema {
  return build();
}

/** What arrives of a hashed value: the key's id, then at least 128 bits of the keyed hash. */
export function hashed(): z.ZodString {
  return z.string().regex(/^h1_[A-Za-z0-9-]{1,32}_[A-Za-z0-9_-]{22,86}$/, "is no h1_ hash");
}

/** A moment in RFC 3339, with seconds and an offset. */
export function timestamp(): z.ZodISODateTime {
  return z.iso.datetime({ offset: true }).regex(/T\\d\\d:\\d\\d:\\d\\d/, "has no seconds");
}

/** A time of day in RFC 3339, with seconds and an offset. */
export function timeOfDay(): z.ZodString {
  const shape = /^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$/;
  return z.string().regex(shape, "is no time such as 09:30:00Z");
}

/** Asks for a property where others have one of some values, are there (true) or are not (false). */
export function required(
  name: string,
  where: Readonly<Record<string, readonly unknown[] | boolean>>,
) {
  const conditions = Object.entries(where);
  const texts = conditions.map(([key, is]) => \`\${key} is \${describe(is)}\`);
  return z.refine<object>(
    (it) => {
      const values = new Map<string, unknown>(Object.entries(it));
      const holds = conditions.every(([key, is]) =>
        typeof is === "boolean"
          ? (values.get(key) !== undefined) === is
          : is.includes(values.get(key)),
      );
      return !holds || values.get(name) !== undefined;
    },
    { path: [name], error: \`Required where \${texts.join(" and ")}.\` },
  );
}

function describe(is: readonly unknown[] | boolean): string {
  if (typeof is === "boolean") return is ? "there" : "not there";
  return is.join(" or ");
}

/** A text's length in characters; an emoji counts as one. */
export function characters(min: number, max: number = Number.POSITIVE_INFINITY) {
  return z.refine<string>((text) => {
    const { length } = [...text];
    return length >= min && length <= max;
  }, \`has not \${min} to \${max} characters\`);
}

/** A list in which no item stands twice. */
export function unique() {
  return z.refine<readonly unknown[]>(
    (items) => new Set(items.map(canonical)).size === items.length,
    "holds an item twice",
  );
}

/** An object of at most so many keys. */
export function maxKeys(max: number) {
  return z.refine<object>((it) => Object.keys(it).length <= max, \`has more than \${max} keys\`);
}

/** JSON with sorted keys: equal for equal values. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return \`[\${value.map(canonical).join()}]\`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return \`{\${entries.map(([key, it]) => \`\${JSON.stringify(key)}:\${canonical(it)}\`).join()}}\`;
}
`;
