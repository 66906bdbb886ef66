import * as z from "zod";

/** The keys that the object at `path` of a file may have, from the file's schema itself. */
export function keysAt(
  file: z.ZodType,
  path: readonly PropertyKey[],
  owner: object,
): readonly string[] {
  const keys = schemasAt(file, path)
    .flatMap((schema) => objects(schema, owner))
    .flatMap((it) => Object.keys(it.shape));
  return [...new Set(keys)];
}

/** What the value at `path` of a file is held to: one schema, or more where a union is on the way. */
export function schemasAt(file: z.ZodType, path: readonly PropertyKey[]): readonly z.ZodType[] {
  let schemas: readonly z.ZodType[] = [file];
  for (const step of path) schemas = schemas.flatMap((schema) => inner(schema, step));
  return schemas.map(bare);
}

/** What the value under `key` of `owner` is held to; where the owner says its type, by that type alone. */
export function schemasIn(
  file: z.ZodType,
  path: readonly PropertyKey[],
  owner: object,
): readonly z.ZodType[] {
  const members = schemasAt(file, path.slice(0, -1))
    .flatMap((schema) => objects(schema, owner))
    .flatMap(({ shape }): readonly z.ZodType[] => shape[String(path.at(-1))] ?? []);
  return members.length > 0 ? members.map(bare) : schemasAt(file, path);
}

/** What a schema is without the wrapper that lets a key be left out. */
function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}

/** The schemas of what stands under `key`. */
function inner(schema: z.ZodType, key: PropertyKey): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional) return inner(schema.unwrap() as z.ZodType, key);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => inner(option as z.ZodType, key));
  }
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (!(schema instanceof z.ZodObject)) return [];
  const member: z.ZodType | undefined = schema.shape[String(key)];
  return member === undefined ? [] : [member];
}

/** The object schemas that `owner` may be held to; of a discriminated union only the one that it says. */
function objects(schema: z.ZodType, owner: object): readonly z.ZodObject[] {
  if (schema instanceof z.ZodOptional) return objects(schema.unwrap() as z.ZodType, owner);
  if (schema instanceof z.ZodObject) return [schema];
  if (!(schema instanceof z.ZodUnion)) return [];
  const all = schema.options.flatMap((option) => objects(option as z.ZodType, owner));
  const meant = all.filter((it) => {
    const { type }: { readonly type?: z.ZodType } = it.shape;
    return type?.safeParse((owner as { type?: unknown }).type).success === true;
  });
  return meant.length > 0 ? meant : all;
}
