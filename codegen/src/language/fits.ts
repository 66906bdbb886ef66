import * as z from "zod";

type Schema = z.core.$ZodType;
type Fit = (value: unknown) => boolean;

/**
 * Whether a schema accepts a value for certain; false means "ask the schema", which then says what
 * is wrong. Copies nothing and explains nothing, which makes it several times as fast, above all
 * while the engine is cold. For plain data as YAML and JSON have it.
 */
export function fits(schema: Schema, value: unknown): boolean {
  return fitOf(schema)(value);
}

const known = new WeakMap<Schema, Fit>();

/** Made when first asked: kinds refer to themselves. */
function fitOf(schema: Schema): Fit {
  const before = known.get(schema);
  if (before !== undefined) return before;
  let made: Fit | undefined;
  const fit: Fit = (value) => {
    made ??= makeFit(schema) ?? ((it) => z.safeParse(schema, it).success);
    return made(value);
  };
  known.set(schema, fit);
  return fit;
}

/** Null where a schema is of a kind that is not known here: then it is asked itself. */
function makeFit(schema: Schema): Fit | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
      return "format" in def ? null : withChecks((it) => typeof it === "string", def.checks);
    case "number":
      return numberFit(def);
    case "boolean":
      return (it) => typeof it === "boolean";
    case "null":
      return (it) => it === null;
    case "undefined":
      return (it) => it === undefined;
    case "unknown":
      return () => true;
    case "literal":
      return oneOf(def.values);
    case "enum":
      return oneOf(Object.values(def.entries));
    case "optional": {
      const inner = fitOf(def.innerType);
      return (it) => it === undefined || inner(it);
    }
    case "nullable": {
      const inner = fitOf(def.innerType);
      return (it) => it === null || inner(it);
    }
    case "array": {
      const item = fitOf(def.element);
      return withChecks(
        (it) => Array.isArray(it) && it.every((member) => item(member)),
        def.checks,
      );
    }
    case "record":
      return recordFit(def);
    case "union":
      return unionFit(def);
    case "object":
      return def.checks === undefined && typeOf(def.catchall) === "never"
        ? objectFit(def.shape)
        : null;
    default:
      return null;
  }
}

function oneOf(values: readonly unknown[]): Fit {
  const all = new Set(values);
  return (it) => all.has(it);
}

function numberFit(def: z.core.$ZodNumberDef): Fit | null {
  if (!("format" in def)) return withChecks(Number.isFinite, def.checks);
  return def.format === "safeint" ? withChecks(Number.isSafeInteger, def.checks) : null;
}

function recordFit({ keyType, valueType, checks }: z.core.$ZodRecordDef): Fit | null {
  const key = (keyType as z.core.$ZodTypes)._zod.def;
  if (key.type !== "string" || key.checks !== undefined || checks !== undefined) return null;
  const member = fitOf(valueType);
  return (it) => {
    if (!isObject(it)) return false;
    for (const name in it) if (!member(it[name])) return false;
    return true;
  };
}

/** An object without other keys than those of its shape. */
function objectFit(shape: z.core.$ZodObjectDef["shape"]): Fit {
  const members = new Map(Object.entries(shape).map(([name, it]) => [name, fitOf(it)]));
  const required = Object.keys(shape).filter((name) => typeOf(shape[name]) !== "optional");
  return (it) => {
    if (!isObject(it)) return false;
    for (const name in it) if (members.get(name)?.(it[name]) !== true) return false;
    return required.every((name) => Object.hasOwn(it, name));
  };
}

function unionFit(def: z.core.$ZodUnionDef): Fit | null {
  if (def.checks !== undefined) return null;
  if ("discriminator" in def) return branchFit(def as z.core.$ZodDiscriminatedUnionDef);
  if (def.inclusive === false) return null;
  const fitting = def.options.map(fitOf);
  return (it) => fitting.some((fit) => fit(it));
}

/** A union of objects that one of their members tells apart. */
function branchFit({ options, discriminator }: z.core.$ZodDiscriminatedUnionDef): Fit | null {
  const branches = new Map<unknown, Fit>();
  for (const option of options) {
    const { def } = (option as z.core.$ZodTypes)._zod;
    const values = def.type === "object" ? valuesOf(def.shape[discriminator]) : null;
    if (values === null) return null;
    for (const value of values) branches.set(value, fitOf(option));
  }
  return (it) => isObject(it) && branches.get(it[discriminator])?.(it) === true;
}

/** The values that a discriminator has in a branch; null where they are not a short list. */
function valuesOf(schema: Schema | undefined): readonly unknown[] | null {
  if (schema === undefined) return null;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "literal") return def.values;
  if (def.type === "undefined") return [undefined];
  return def.type === "optional" && typeOf(def.innerType) === "undefined" ? [undefined] : null;
}

function typeOf(schema: Schema | undefined): string | undefined {
  return schema?._zod.def.type;
}

/** Null where one of the checks is not known here. */
function withChecks(fit: Fit, checks: readonly z.core.$ZodCheck<never>[] | undefined): Fit | null {
  if (checks === undefined || checks.length === 0) return fit;
  const all: Fit[] = [fit];
  for (const check of checks) {
    const next = checkFit(check as z.core.$ZodChecks);
    if (next === null) return null;
    all.push(next);
  }
  return (it) => all.every((one) => one(it));
}

/** What a check asks of a value whose type is right already. */
function checkFit(check: z.core.$ZodChecks): Fit | null {
  const { def } = check._zod;
  switch (def.check) {
    case "min_length":
      return (it) => lengthOf(it) >= def.minimum;
    case "max_length":
      return (it) => lengthOf(it) <= def.maximum;
    case "greater_than":
      return (it) => Number(it) > Number(def.value) || (def.inclusive && it === def.value);
    case "less_than":
      return (it) => Number(it) < Number(def.value) || (def.inclusive && it === def.value);
    case "string_format": {
      const { pattern } = def;
      if (def.format !== "regex" || pattern === undefined || /[gy]/.test(pattern.flags))
        return null;
      return (it) => pattern.test(String(it));
    }
    default:
      return null;
  }
}

function lengthOf(value: unknown): number {
  return (value as string | readonly unknown[]).length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
