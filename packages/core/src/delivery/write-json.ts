/** What JSON spells otherwise than it is: quotes, backslashes, controls, and whatever is not ASCII. */
const SPECIAL = /[^ !#-[\]-~]/;

/** Property names whose JSON is kept, and their longest: a plan has a few thousand short ones. */
const NAMES = 8_192;
const NAME_LENGTH = 64;
const names = new Map<string, string>();

/**
 * The JSON of an object without its braces, as `JSON.stringify` writes it, in two thirds of its time for
 * what events are made of: short plain texts, numbers, flags, a small object. Anything else is left to
 * `JSON.stringify`. A bigint becomes the number that it is to its writer; cycles and throwing getters
 * throw.
 */
export function jsonMembers(holder: object): string {
  const given = holder as Readonly<Record<string, unknown>>;
  let members = "";
  for (const name of Object.keys(given)) {
    const json = jsonOf(given[name]);
    if (json === undefined) continue;
    members += members ? `,${nameJson(name)}${json}` : `${nameJson(name)}${json}`;
  }
  return members;
}

/** Undefined for what JSON leaves out: functions, symbols, undefined. */
function jsonOf(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return SPECIAL.test(value) ? JSON.stringify(value) : `"${value}"`;
    case "number":
      return Number.isFinite(value) ? `${value}` : "null";
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return value === null
        ? "null"
        : isPlain(value)
          ? `{${jsonMembers(value)}}`
          : stringify(value);
    case "bigint":
      return jsonOf(Number(value));
    default:
      return undefined;
  }
}

/** Whether an object says all by its own members. */
function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype && !("toJSON" in value);
}

function stringify(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, (_, member) =>
      typeof member === "bigint" ? Number(member) : member,
    );
  }
}

function nameJson(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const json = `${JSON.stringify(name)}:`;
  if (name.length > NAME_LENGTH) return json;
  if (names.size >= NAMES) names.clear();
  names.set(name, json);
  return json;
}
