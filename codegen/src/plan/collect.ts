import type { LoadedPlan } from "../language/load-plan.js";
import type { ParsedFile } from "../language/parse-file.js";
import type { PlanFile, RootFile } from "../language/plan-file.js";
import { isReservedKey } from "../language/source.js";
import type { Span } from "../language/span.js";
import { extensionsOf } from "./extensions.js";
import type { Origin } from "./origin.js";
import type { Extensions } from "./property-type.js";
import type { Report } from "./report.js";

/** Something that a file defines by name. */
export interface Definition<Value> {
  readonly name: string;
  readonly value: Value;
  readonly file: ParsedFile;
  /** The section that it is an entry of. */
  readonly section: object;
  /** The product of the file it stands in; null in files that are shared. */
  readonly product: string | null;
  /** Where its name stands. */
  readonly span: Span;
  readonly origin: Origin;
}

type Entries<Section extends keyof PlanFile> = Definition<
  NonNullable<PlanFile[Section]> extends Record<string, infer Value>
    ? Value
    : NonNullable<PlanFile[Section]>
>;

/** Everything that the files of a plan define, still as written. */
export interface Collected {
  readonly root: Definition<RootFile>;
  readonly files: readonly ParsedFile[];
  readonly properties: readonly Entries<"properties">[];
  readonly types: readonly Entries<"types">[];
  readonly propertyGroups: readonly Entries<"property_groups">[];
  readonly events: readonly Entries<"events">[];
  readonly extensions: readonly Entries<"extend">[];
  readonly funnels: readonly Entries<"funnels">[];
  readonly health: readonly Entries<"health">[];
  readonly features: readonly Definition<NonNullable<PlanFile["features"]>>[];
  readonly activations: readonly Definition<NonNullable<PlanFile["activation"]>>[];
  /** The files that an event may refer to: those that say more than events, and those of imported plans. */
  readonly around: readonly ParsedFile[];
  /** Keys under `x-…` at the top of any file. */
  readonly ownKeys: Extensions;
}

/** Puts the sections of all files together. A name that is defined twice is a finding; the first counts. */
export function collect(plan: LoadedPlan, report: Report): Collected {
  for (const file of plan.files) report.addSource(file.source, file.root);
  const gather = new Gather(plan.files, report);
  const { root } = plan;
  const span = root.located.keySpan(root.value, "plan");
  return {
    root: {
      name: root.value.plan,
      value: root.value,
      file: root,
      section: root.value,
      product: null,
      span,
      origin: report.origin(span),
    },
    files: plan.files,
    around: [...plan.files.filter(saysMoreThanEvents), ...importedFiles(plan)],
    properties: gather.entries("properties"),
    types: gather.entries("types"),
    propertyGroups: gather.entries("property_groups"),
    events: gather.entries("events", true),
    extensions: gather.entries("extend", true),
    funnels: gather.entries("funnels"),
    health: gather.entries("health"),
    features: gather.single("features"),
    activations: gather.single("activation"),
    ownKeys: gather.ownKeys(),
  };
}

function saysMoreThanEvents({ value }: ParsedFile): boolean {
  return Object.keys(value).some((key) => key !== "events" && key !== "product");
}

function importedFiles({ imports }: LoadedPlan): readonly ParsedFile[] {
  return [...imports.values()].flatMap((plan) => [...plan.files, ...importedFiles(plan)]);
}

class Gather {
  readonly #files: readonly ParsedFile[];
  readonly #report: Report;

  constructor(files: readonly ParsedFile[], report: Report) {
    this.#files = files;
    this.#report = report;
  }

  /** The entries of a section; `perProduct`: two products may use the same name. */
  entries<Section extends keyof PlanFile>(
    section: Section,
    perProduct = false,
  ): Entries<Section>[] {
    const seen = new Map<string, Entries<Section>>();
    for (const file of this.#files) {
      const part = file.value[section];
      if (part === undefined || typeof part !== "object") continue;
      for (const [name, value] of Object.entries(part)) {
        if (isReservedKey(name)) continue;
        const entry = this.#define(name, value, file, part) as Entries<Section>;
        const key = perProduct && entry.product !== null ? `${entry.product}\n${name}` : name;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, entry);
        else this.#duplicate(entry, first);
      }
    }
    return [...seen.values()];
  }

  /** A section that is one thing for the file's product. */
  single<Section extends "features" | "activation">(
    section: Section,
  ): Definition<NonNullable<PlanFile[Section]>>[] {
    return this.#files.flatMap((file) => {
      const value = file.value[section];
      if (value === undefined) return [];
      return [this.#define(section, value as NonNullable<PlanFile[Section]>, file, file.value)];
    });
  }

  /** The keys under `x-…` of all files. */
  ownKeys(): Extensions {
    const seen = new Map<string, Definition<unknown>>();
    for (const file of this.#files) {
      for (const [name, value] of Object.entries(extensionsOf(file.value, file.located))) {
        const entry = this.#define<unknown>(name, value, file, file.value);
        const first = seen.get(name);
        if (first === undefined) seen.set(name, entry);
        else this.#duplicate(entry, first);
      }
    }
    const values = [...seen].map(([name, { value }]) => [name, value] as const);
    return Object.fromEntries(values.sort(([a], [b]) => (a < b ? -1 : 1))) as Extensions;
  }

  #define<Value>(name: string, value: Value, file: ParsedFile, section: object): Definition<Value> {
    const span = file.located.keySpan(section, name);
    return {
      name,
      value,
      file,
      section,
      product: file.value.product ?? null,
      span,
      origin: this.#report.origin(span),
    };
  }

  #duplicate(entry: Definition<unknown>, first: Definition<unknown>): void {
    this.#report.add("duplicate-definition", entry.span, `"${entry.name}" is defined twice.`, {
      help: "Keep one of the two, or give this one a name of its own.",
      related: [this.#report.related("first defined here", first.span)],
    });
  }
}
