import type { EventSpec } from "../language/sections/event.js";
import type { Definition } from "./collect.js";
import type { Ancestor } from "./property-type.js";
import type { Report } from "./report.js";
import type { Vocabulary } from "./vocabulary.js";

/** An event definition after its template was written out, for some products. */
export interface Expansion {
  readonly name: string;
  readonly definition: Definition<EventSpec>;
  readonly spec: EventSpec;
  readonly products: readonly string[];
  readonly lineage: readonly Ancestor[];
}

/** `feature.<name>.used` over `{ name: features }`: one event a feature, for the products that have it. */
export function expandTemplates(
  definition: Definition<EventSpec>,
  products: readonly string[],
  vocabulary: Vocabulary,
  report: Report,
): readonly Expansion[] {
  const { name, value } = definition;
  const placeholders = [...name.matchAll(/<([^<>]*)>/g)].map(([, placeholder = ""]) => placeholder);
  if (placeholders.length === 0 && value.expand === undefined) {
    return [{ name, definition, spec: value, products, lineage: [] }];
  }
  if (!placeholdersMatch(definition, placeholders, report)) return [];
  const lineage: readonly Ancestor[] = [{ kind: "template", name, origin: definition.origin }];
  const expansions = new Map<string, { values: ReadonlyMap<string, string>; products: string[] }>();
  for (const product of products) {
    for (const values of combinations(placeholders, value, product, vocabulary)) {
      const key = [...values.values()].join("\n");
      const known = expansions.get(key) ?? { values, products: [] };
      known.products.push(product);
      expansions.set(key, known);
    }
  }
  return [...expansions.values()].map(({ values, products: holders }) => ({
    name: fill(name, values),
    definition,
    spec: fillSpec(value, values),
    products: holders,
    lineage,
  }));
}

function placeholdersMatch(
  { name, value, file, span }: Definition<EventSpec>,
  placeholders: readonly string[],
  report: Report,
): boolean {
  const expanded = Object.keys(value.expand ?? {});
  const loose = placeholders.find((placeholder) => !expanded.includes(placeholder));
  const unused = expanded.find((key) => !placeholders.includes(key));
  if (loose !== undefined) {
    report.add(
      "template-placeholder",
      span,
      `"${name}" has <${loose}>, and nothing says what stands there.`,
      {
        help: `Add \`expand: { ${loose || "name"}: features }\`, or a list of words.`,
      },
    );
  } else if (unused !== undefined) {
    report.add(
      "template-placeholder",
      file.located.keySpan(value.expand ?? value, unused),
      `"${name}" has no <${unused}>.`,
      {
        help: `Write <${unused}> into the event's name, or take the entry out.`,
      },
    );
  }
  return loose === undefined && unused === undefined;
}

/** Every choice of values for the placeholders, in one product. */
function combinations(
  placeholders: readonly string[],
  { expand = {} }: EventSpec,
  product: string,
  vocabulary: Vocabulary,
): readonly ReadonlyMap<string, string>[] {
  let all: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const placeholder of placeholders) {
    const words = wordsFor(expand[placeholder], product, vocabulary);
    all = all.flatMap((chosen) => words.map((word) => new Map([...chosen, [placeholder, word]])));
  }
  return all;
}

function wordsFor(
  source: "features" | "integrations" | string[] | undefined,
  product: string,
  vocabulary: Vocabulary,
): readonly string[] {
  if (Array.isArray(source)) return source;
  if (source === "integrations") return vocabulary.integrations.map((it) => it.name);
  return vocabulary.products.find((it) => it.name === product)?.features.map((it) => it.name) ?? [];
}

function fillSpec(spec: EventSpec, values: ReadonlyMap<string, string>): EventSpec {
  const filled: EventSpec = { ...spec, description: fill(spec.description, values) };
  if (spec.trigger !== undefined) filled.trigger = fill(spec.trigger, values);
  if (spec.answers !== undefined) filled.answers = fill(spec.answers, values);
  for (const [placeholder, source] of Object.entries(spec.expand ?? {})) {
    if (source === "features") filled.feature ??= values.get(placeholder);
    if (source === "integrations") filled.integration ??= values.get(placeholder);
  }
  return filled;
}

function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    /<([^<>]*)>/g,
    (whole, placeholder: string) => values.get(placeholder) ?? whole,
  );
}
