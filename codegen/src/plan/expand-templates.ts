import type { EventSpec } from "../language/sections/event.js";
import type { Definition } from "./collect.js";
import { mostEvents } from "./limits.js";
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

/** Words for placeholders. */
type Values = ReadonlyMap<string, string>;

/** `feature.<name>.used` over `{ name: features }`: one event a feature, for the products that have it. */
export function expandTemplates(
  definition: Definition<EventSpec>,
  products: readonly string[],
  vocabulary: Vocabulary,
  report: Report,
): readonly Expansion[] {
  const { name, value, origin } = definition;
  const placeholders = placeholdersOf(name);
  if (placeholders.length === 0 && value.expand === undefined) {
    return [{ name, definition, spec: value, products, lineage: [] }];
  }
  if (!placeholdersMatch(definition, placeholders, report)) return [];
  const lineage: readonly Ancestor[] = [{ kind: "template", name, origin }];
  const expansions = new Map<string, { values: Values; products: string[] }>();
  for (const product of products) {
    const words = placeholders.map((it) => wordsFor(value.expand?.[it], product, vocabulary));
    if (words.reduce((count, it) => count * it.length, 1) + expansions.size > mostEvents) {
      report.add(
        "plan-too-large",
        definition.span,
        `"${name}" makes more than ${mostEvents} events.`,
        {
          help: "Take a placeholder out, or shorten its list.",
        },
      );
      return [];
    }
    for (const values of combinations(placeholders, words)) {
      const key = [...values.values()].join("\n");
      const known = expansions.get(key);
      if (known === undefined) expansions.set(key, { values, products: [product] });
      else known.products.push(product);
    }
  }
  if (expansions.size === 0 && products.length > 0) reportEmpty(definition, report);
  return [...expansions.values()].map(({ values, products: holders }) => ({
    name: fill(name, values),
    definition,
    spec: fillSpec(value, values),
    products: holders,
    lineage,
  }));
}

/** The placeholders of a template's name, each once. */
function placeholdersOf(name: string): readonly string[] {
  return [...new Set([...name.matchAll(/<([^<>]*)>/g)].map(([, it = ""]) => it))];
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
      { help: `Add \`expand: { ${loose || "name"}: features }\`, or a list of words.` },
    );
  }
  if (unused !== undefined) {
    report.add(
      "template-placeholder",
      file.located.keySpan(value.expand ?? value, unused),
      `"${name}" has no <${unused}>.`,
      { help: `Write <${unused}> into the event's name, or take the entry out.` },
    );
  }
  return loose === undefined && unused === undefined;
}

function reportEmpty({ name, value, file }: Definition<EventSpec>, report: Report): void {
  const sources = [
    ...new Set(Object.values(value.expand ?? {}).filter((it) => !Array.isArray(it))),
  ];
  report.add(
    "template-placeholder",
    file.located.keySpan(value, "expand"),
    `"${name}" becomes no event: there are no ${sources.join(" or ")}.`,
    { help: "Name some, or write the words here as a list." },
  );
}

/** Every choice of words for the placeholders. */
function combinations(
  placeholders: readonly string[],
  words: readonly (readonly string[])[],
): readonly Values[] {
  let all: readonly Values[] = [new Map()];
  for (const [index, placeholder] of placeholders.entries()) {
    const choices = words[index] ?? [];
    all = all.flatMap((chosen) => choices.map((word) => new Map([...chosen, [placeholder, word]])));
  }
  return all;
}

function wordsFor(
  source: "features" | "integrations" | readonly string[] | undefined,
  product: string,
  { products, integrations }: Vocabulary,
): readonly string[] {
  if (typeof source === "object") return [...new Set(source)];
  const rungs =
    source === "integrations"
      ? integrations
      : (products.find((it) => it.name === product)?.features ?? []);
  return rungs.map((it) => it.name);
}

function fillSpec(spec: EventSpec, values: Values): EventSpec {
  const filled: EventSpec = { ...spec, description: fill(spec.description, values) };
  for (const key of ["trigger", "answers", "emitted_from", "naming_exception"] as const) {
    const text = spec[key];
    if (text !== undefined) filled[key] = fill(text, values);
  }
  if (spec.deprecated !== undefined) {
    const { reason, replaced_by: replacement } = spec.deprecated;
    filled.deprecated = { ...spec.deprecated, reason: fill(reason, values) };
    if (replacement !== undefined) filled.deprecated.replaced_by = fill(replacement, values);
  }
  for (const [placeholder, source] of Object.entries(spec.expand ?? {})) {
    if (source === "features") filled.feature ??= values.get(placeholder);
    if (source === "integrations") filled.integration ??= values.get(placeholder);
  }
  return filled;
}

function fill(text: string, values: Values): string {
  return text.replace(
    /<([^<>]*)>/g,
    (whole, placeholder: string) => values.get(placeholder) ?? whole,
  );
}
