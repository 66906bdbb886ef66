import type { Origin } from "./origin.js";
import type {
  Ancestor,
  Condition,
  Deprecation,
  Extensions,
  Pii,
  Property,
  PropertyValue,
} from "./property-type.js";

/**
 * The plan after every decision was made: the only thing that emitters, rules, docs and the lint
 * see. Plain data, frozen, sorted by name (stages, tiers and funnel stages keep their order),
 * JSON-safe. Nothing is optional: what does not apply is null or empty.
 */
export interface ResolvedPlan {
  readonly format: 1;
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly description: string | null;
  /** Base address of the published taxonomy, without a slash at the end. */
  readonly docs: string | null;
  readonly origin: Origin;
  readonly naming: Naming;
  readonly teams: readonly Team[];
  readonly runtimes: readonly Runtime[];
  /** At least one; a plan without `products` has one, named after the plan, with `implicit` set. */
  readonly products: readonly Product[];
  readonly stages: readonly Rung[];
  readonly tiers: readonly Rung[];
  readonly integrations: readonly Rung[];
  readonly context: readonly ContextField[];
  readonly superProperties: readonly Property[];
  readonly groups: readonly Group[];
  readonly person: Person;
  readonly privacy: Privacy;
  readonly types: readonly NamedTypeDefinition[];
  /** Every shared property, as defined. */
  readonly properties: readonly SharedProperty[];
  readonly propertyGroups: readonly PropertyGroup[];
  readonly events: readonly Event[];
  readonly funnels: readonly Funnel[];
  readonly health: readonly Health[];
  readonly reserved: { readonly events: readonly string[]; readonly properties: readonly string[] };
  readonly extensions: Extensions;
}

export interface Naming {
  /** `<domain>.<object>.<action>`, or null where any name goes. */
  readonly event: string | null;
  /** First words that names of shared events may have; none where the plan does not say. */
  readonly domains: readonly string[];
  readonly case: "snake" | "kebab" | "camel" | "pascal" | "title" | "any";
  readonly tense: {
    readonly completed: "past" | "present" | null;
    readonly state: "past" | "present" | null;
  };
  readonly maxLength: number;
}

export interface Team {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly slack: string | null;
  readonly github: string | null;
  readonly origin: Origin;
}

export interface Runtime {
  readonly name: string;
  readonly description: string | null;
}

export interface Product {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly owner: string | null;
  readonly domains: readonly string[];
  readonly features: readonly Rung[];
  readonly activation: Activation | null;
  /** The plan names no products, so this one stands for all of it. */
  readonly implicit: boolean;
  readonly origin: Origin;
  readonly extensions: Extensions;
}

/** A named step of an ordered list: a stage, tier, feature or integration. */
export interface Rung {
  readonly name: string;
  readonly description: string | null;
}

export interface Activation {
  readonly event: string;
  readonly from: string;
  readonly within: TimeSpan;
  readonly description: string | null;
  readonly origin: Origin;
}

/** `24h`, and the same in seconds. */
export interface TimeSpan {
  readonly text: string;
  readonly seconds: number;
}

export interface ContextField extends Property {
  readonly from: "caller" | "runtime" | "client" | "clock";
  /** What a `client` field holds. */
  readonly value: "product" | "runtime" | "plan" | null;
  /** The group that the value is the key of. */
  readonly group: string | null;
  /** The runtimes whose events carry it. */
  readonly runtimes: readonly string[];
}

export interface Group {
  readonly name: string;
  readonly description: string | null;
  readonly traits: readonly Property[];
  readonly origin: Origin;
}

export interface Person {
  readonly description: string | null;
  /** The decision on what identifies a person; null: an id that is not personal data. */
  readonly distinctId: { readonly description: string | null; readonly pii: Pii | null };
  readonly traits: readonly Property[];
}

export interface Privacy {
  readonly classes: readonly PiiClass[];
  /** A word in a property's name → the class it gives away. */
  readonly words: readonly { readonly word: string; readonly class: string }[];
  readonly harmless: readonly string[];
}

export interface PiiClass {
  readonly name: string;
  readonly description: string | null;
  readonly handling: "hash" | "drop" | "allow";
}

export interface NamedTypeDefinition extends PropertyValue {
  readonly name: string;
  readonly origin: Origin;
}

export interface SharedProperty extends Property {
  /** Names of the events that have it, in any product. */
  readonly usedBy: readonly string[];
}

export interface PropertyGroup {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly Property[];
  readonly usedBy: readonly string[];
  readonly origin: Origin;
}

/**
 * One event of one or more products. A shared event that a product extends is a separate member
 * for that product, with the same name; the pair (name, product) is unique.
 */
export interface Event {
  readonly name: string;
  /** The name cut at its dots, as a client walks it: ["cost", "anomaly", "first_detected"]. */
  readonly path: readonly string[];
  /** The name's words: ["cost", "anomaly", "first", "detected"]. Casing is for `print/names.ts`. */
  readonly words: readonly string[];
  readonly description: string;
  readonly trigger: string | null;
  readonly answers: string | null;
  readonly kind: "funnel" | "activation" | "feature" | "cross_sell" | "lifecycle" | "system" | null;
  readonly stage: string | null;
  readonly feature: string | null;
  readonly integration: string | null;
  readonly sentiment: "positive" | "negative" | null;
  readonly actor: "user" | "bot" | "system" | null;
  readonly products: readonly string[];
  /** Whether it comes from a file without `product:`. */
  readonly shared: boolean;
  readonly runtimes: readonly string[];
  readonly owner: string | null;
  readonly stability: "experimental" | "stable";
  readonly since: string | null;
  readonly tier: string | null;
  readonly tags: readonly string[];
  readonly emittedFrom: string | null;
  readonly deprecated: Deprecation | null;
  readonly expires: string | null;
  readonly namingException: string | null;
  readonly personless: boolean;
  readonly sample: { readonly rate: number; readonly by: string } | null;
  readonly limit: { readonly max: number; readonly per: TimeSpan; readonly by: string } | null;
  readonly auto: {
    readonly slack: "command" | "action" | "shortcut" | "view";
    readonly fill: readonly { readonly property: string; readonly from: string }[];
  } | null;
  readonly properties: readonly Property[];
  readonly origin: Origin;
  readonly lineage: readonly Ancestor[];
  readonly extensions: Extensions;
}

export interface Funnel {
  readonly name: string;
  readonly description: string;
  readonly answers: string | null;
  readonly owner: string | null;
  readonly by: string;
  readonly window: TimeSpan;
  /** The product it is for; null: the whole plan. A funnel `for: every product` is one funnel each. */
  readonly product: string | null;
  readonly stages: readonly FunnelStage[];
  readonly origin: Origin;
}

export interface FunnelStage {
  readonly name: string;
  readonly description: string | null;
  /** Any of these reaches the stage; activation is resolved to the product's event. */
  readonly events: readonly string[];
  readonly activation: boolean;
  readonly where: readonly Condition[];
  readonly atLeast: number;
  readonly optional: boolean;
  readonly origin: Origin;
}

export interface Health {
  readonly name: string;
  readonly description: string;
  readonly by: string;
  readonly every: TimeSpan;
  readonly owner: string | null;
  readonly inputs: readonly HealthInput[];
  /** From the highest to the lowest. */
  readonly bands: readonly {
    readonly name: string;
    readonly from: number;
    readonly description: string | null;
    readonly action: string | null;
  }[];
  readonly origin: Origin;
}

export interface HealthInput {
  readonly name: string;
  readonly description: string | null;
  readonly weight: number;
  readonly measure:
    | "activation"
    | "active_days"
    | "feature_breadth"
    | "integration_depth"
    | "sentiment";
  readonly window: TimeSpan | null;
  readonly fullAt: number | null;
  readonly events: readonly string[];
  /** Its value where nothing was seen, 0..1. */
  readonly empty: number;
}
