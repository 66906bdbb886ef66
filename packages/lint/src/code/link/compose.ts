import { unknown, type Value } from "./value.js";

/** Strings that a template can make at most. */
const MOST = 400;

/**
 * What comes of texts with holes between them: each combination where the holes are finite, else one
 * value that keeps what is known and what is not.
 */
export function compose(
  texts: readonly string[],
  holes: readonly (readonly Value[])[],
): readonly Value[] {
  let made: (readonly (string | Value)[])[] = [[texts[0] ?? ""]];
  holes.forEach((values, index) => {
    const all = values.length === 0 ? [unknown("composed")] : values;
    const after = texts[index + 1] ?? "";
    if (made.length * all.length > MOST) {
      made = [[...(made[0] ?? []), unknown("too-many"), after]];
      return;
    }
    made = made.flatMap((head) => all.map((value) => [...head, ...partsOf(value), after]));
  });
  return made.map(finish);
}

function partsOf(value: Value): readonly (string | Value)[] {
  if (value.k === "string") return [value.v];
  if (value.k === "scalar") return [String(value.v)];
  return value.k === "composed" ? value.parts : [value];
}

function finish(parts: readonly (string | Value)[]): Value {
  const merged: (string | Value)[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === "string" && typeof last === "string")
      merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  const kept = merged.filter((it) => it !== "");
  const [only] = kept;
  if (kept.length === 0) return { k: "string", v: "", module: null, at: null };
  if (kept.length === 1 && only !== undefined)
    return typeof only === "string" ? { k: "string", v: only, module: null, at: null } : only;
  return { k: "composed", parts: kept };
}
