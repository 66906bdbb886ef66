import type { TypedSpec } from "../language/kinds/index.js";
import type { ContextFieldSpec } from "../language/sections/context.js";
import type { Collected } from "./collect.js";
import { type Definitions, inOrder } from "./definitions.js";
import type { Property } from "./property-type.js";
import type { Report } from "./report.js";
import { resolvePii } from "./resolve-pii.js";
import type { ContextField, Group, Person, Product } from "./resolved-plan.js";
import { byName, expectWord, type Vocabulary } from "./vocabulary.js";

/** What events carry beside their own properties, and who they are about. */
export interface ResolvedContext {
  readonly context: readonly ContextField[];
  readonly superProperties: readonly Property[];
  readonly groups: readonly Group[];
  readonly person: Person;
}

/** Resolves `context:`, `super_properties:`, `groups:` and `person:`. */
export function resolveContext(
  collected: Collected,
  vocabulary: Vocabulary,
  definitions: Definitions,
  report: Report,
): ResolvedContext {
  const { value: root, file } = collected.root;
  const properties = (owner: Parameters<Definitions["resolve"]>[0]) =>
    inOrder(
      definitions.resolve(
        owner,
        undefined,
        { owner: owner ?? root, located: file.located, lineage: [] },
        root,
      ),
    );
  const { distinct_id: distinctId } = root.person ?? {};
  return {
    context: byName(
      Object.entries(root.context ?? {}).map(([name, spec]) =>
        resolveField(name, spec, collected, vocabulary, definitions, report),
      ),
    ),
    superProperties: properties(root.super_properties),
    groups: resolveGroups(collected, properties, report),
    person: {
      description: root.person?.description ?? null,
      distinctId: {
        description: distinctId?.description ?? null,
        pii:
          distinctId === undefined
            ? null
            : (resolvePii(distinctId.pii, distinctId, file.located, vocabulary, report) ?? null),
      },
      traits: properties(root.person?.traits),
    },
  };
}

function resolveField(
  name: string,
  spec: ContextFieldSpec,
  collected: Collected,
  vocabulary: Vocabulary,
  definitions: Definitions,
  report: Report,
): ContextField {
  const { value: root, file } = collected.root;
  const { located } = file;
  const value =
    spec.from === "client"
      ? clientValue(name, spec, located.keySpan(root.context ?? {}, name), report)
      : null;
  const typed = { [name]: typedSpec(spec, value, vocabulary.products) };
  const [property] = definitions.resolve(
    typed,
    undefined,
    { owner: root.context ?? {}, located, lineage: [] },
    root,
  );
  if (spec.group !== undefined && root.groups !== undefined) {
    expectWord(spec.group, Object.keys(root.groups), located.valueSpan(spec, "group"), report, {
      code: "group-unknown",
      what: "group",
      where: "`groups:`",
    });
  }
  const runtimes = vocabulary.runtimes.map((it) => it.name);
  for (const [index, runtime] of (spec.runtimes ?? []).entries()) {
    expectWord(runtime, runtimes, located.keySpan(spec.runtimes ?? spec, index), report, {
      code: "runtime-unknown",
      what: "runtime",
      where: "`runtimes:`",
    });
  }
  return {
    ...(property as Property),
    description: spec.description ?? null,
    pii: resolvePii(spec.pii, spec, located, vocabulary, report) ?? null,
    required: spec.required !== "optional",
    from: spec.from,
    value,
    group: spec.group ?? null,
    runtimes: [...(spec.runtimes ?? runtimes)].sort(),
  };
}

function clientValue(
  name: string,
  spec: ContextFieldSpec,
  span: Parameters<Report["add"]>[1],
  report: Report,
): ContextField["value"] {
  if (spec.value !== undefined) return spec.value;
  if (name === "product" || name === "runtime" || name === "plan") return name;
  report.add(
    "missing-key",
    span,
    `"${name}" comes from the client, and nothing says what it holds.`,
    {
      help: "Add `value: product`, `runtime` or `plan`.",
    },
  );
  return "product";
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
  const {
    from: _from,
    value: _value,
    group: _group,
    runtimes: _runtimes,
    required: _required,
    pii: _pii,
    type = "string",
    ...rest
  } = spec;
  return { ...rest, type } as TypedSpec;
}

/** The groups of the plan; one that only a context field names has no traits. */
function resolveGroups(
  collected: Collected,
  properties: (owner: Parameters<Definitions["resolve"]>[0]) => readonly Property[],
  report: Report,
): readonly Group[] {
  const { value: root, file } = collected.root;
  if (root.groups !== undefined) {
    const { groups } = root;
    return byName(
      Object.entries(groups).map(([name, spec]) => ({
        name,
        description: spec.description ?? null,
        traits: properties(spec.traits),
        origin: report.origin(file.located.keySpan(groups, name)),
      })),
    );
  }
  const context = root.context ?? {};
  const named = Object.entries(context).flatMap(([field, { group }]) =>
    group === undefined ? [] : [{ field, group }],
  );
  return byName(
    named.map(({ field, group }) => ({
      name: group,
      description: null,
      traits: [],
      origin: report.origin(file.located.keySpan(context, field)),
    })),
  );
}
