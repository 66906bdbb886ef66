import type { TypedSpec } from "../language/kinds/index.js";
import type { ContextFieldSpec } from "../language/sections/context.js";
import type { Located } from "../language/source.js";
import type { Collected } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import { expectRuntimes, expectWord } from "./expect-word.js";
import { extensionsOf } from "./extensions.js";
import type { Property } from "./property-type.js";
import type { Report } from "./report.js";
import { resolvePii } from "./resolve-pii.js";
import { resolveType } from "./resolve-type.js";
import type { ContextField, Product } from "./resolved-plan.js";
import { typeScope } from "./type-scope.js";

/** A field of the context, with its type and where its value comes from. */
export function resolveField(
  name: string,
  spec: ContextFieldSpec,
  { root: { value: root, file } }: Collected,
  scope: PlanScope,
): ContextField {
  const { located } = file;
  const { vocabulary, report } = scope;
  const context = root.context ?? {};
  const origin = report.origin(located.keySpan(context, name));
  const value = spec.from === "client" ? clientValue(name, spec, origin, report) : null;
  expectApplicable(spec, located, report);
  if (spec.group !== undefined && root.groups !== undefined) {
    expectWord(spec.group, Object.keys(root.groups), located.valueSpan(spec, "group"), report, {
      code: "group-unknown",
      what: "group",
      where: "`groups:`",
    });
  }
  expectRuntimes(spec.runtimes, vocabulary, located, report);
  const places = {
    ...typeScope({ owner: context, located, lineage: [] }, scope),
    span: (_owner: object, key: string) => located.valueSpan(spec, key),
  };
  const runtimes = spec.runtimes ?? vocabulary.runtimes.map((it) => it.name);
  return {
    name,
    type: resolveType(typedSpec(spec, value, vocabulary.products), places),
    nullable: false,
    description: spec.description ?? null,
    pii: resolvePii(spec.pii, spec, located, vocabulary, report) ?? null,
    required: spec.required !== "optional",
    when: null,
    examples: (spec.examples ?? []) as Property["examples"],
    deprecated: null,
    tags: [],
    origin,
    lineage: [],
    extensions: extensionsOf(spec, located),
    from: spec.from,
    value,
    group: spec.group ?? null,
    runtimes: [...new Set(runtimes)].sort(),
  };
}

function clientValue(
  name: string,
  spec: ContextFieldSpec,
  place: Parameters<Report["add"]>[1],
  report: Report,
): ContextField["value"] {
  if (spec.value !== undefined) return spec.value;
  if (name === "product" || name === "runtime" || name === "plan") return name;
  report.add(
    "missing-key",
    place,
    `"${name}" comes from the client, and nothing says what it holds.`,
    { help: "Add `value: product`, `runtime` or `plan`." },
  );
  return "product";
}

/** Keys that say something about one type only. */
const keysOfType = {
  format: "string",
  pattern: "string",
  max_length: "string",
  values: "enum",
} as const;

/** Findings for keys that say nothing about a field of this source and type, and for an enum without values. */
function expectApplicable(spec: ContextFieldSpec, located: Located, report: Report): void {
  const isGiven = spec.from === "caller" || spec.from === "runtime";
  const { type = "string" } = spec;
  for (const [key, of] of [...Object.entries(keysOfType), ["type", type] as const]) {
    if (Reflect.get(spec, key) === undefined || (isGiven && of === type)) continue;
    const why = isGiven
      ? `\`${key}\` says nothing about the type ${type}.`
      : `\`${key}\` says nothing about a field that comes from the ${spec.from}.`;
    report.add("unknown-key", located.keySpan(spec, key), why, { help: "Take it out." });
  }
  if (isGiven && type === "enum" && (spec.values ?? []).length === 0)
    report.add("missing-key", located.keySpan(spec, "type"), "An enum has no `values`.", {
      help: "Add `values: […]`.",
    });
}

/** A context field as a written-out property; what a client fills in is an enum of what it can be. */
function typedSpec(
  spec: ContextFieldSpec,
  value: ContextField["value"],
  products: readonly Product[],
): TypedSpec {
  if (spec.from === "clock") return { type: "timestamp" };
  if (value === "product") return { type: "enum", values: products.map((product) => product.name) };
  if (value !== null) return { type: "string" };
  const { type = "string", format, pattern, max_length } = spec;
  if (type === "string") return { type, format, pattern, max_length };
  return type === "enum" ? { type, values: spec.values ?? ["…"] } : { type };
}
