import type { Condition } from "../../plan/property-type.js";
import type { ManifestEvent } from "./manifest-event.js";
import type { ManifestPii, ManifestProperty, ManifestValue } from "./manifest-property.js";

/**
 * `manifest.json`: what the lint and the live check need to know of a plan, and no more. Where a key
 * is optional, its absence says: no, none, unbounded. No line numbers: an event changes only its own.
 */
export interface Manifest {
  /** What it was made from, and by which command. */
  readonly $comment: string;
  /** Raised when a reader of the old format would misread the new one. */
  readonly format: 1;
  readonly plan: ManifestPlan;
  readonly runtimes: readonly string[];
  readonly products: readonly ManifestProduct[];
  /** In the order in which people pass them. */
  readonly stages: readonly string[];
  readonly integrations: readonly string[];
  readonly context: readonly ManifestContextField[];
  readonly superProperties: readonly ManifestProperty[];
  readonly groups: readonly ManifestGroup[];
  readonly person: ManifestPerson;
  readonly privacy: ManifestPrivacy;
  readonly reserved: { readonly events: readonly string[]; readonly properties: readonly string[] };
  readonly funnels: readonly ManifestFunnel[];
  readonly types: readonly ManifestNamedType[];
  /** Sorted by name; the pair of name and product is unique. */
  readonly events: readonly ManifestEvent[];
}

export interface ManifestPlan {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** The plan's root file. */
  readonly file: string;
  /** Base address of the published taxonomy. */
  readonly docs?: string;
}

export interface ManifestProduct {
  readonly name: string;
  readonly title: string;
  readonly owner?: string;
  readonly features: readonly string[];
  readonly activation?: ManifestActivation;
}

export interface ManifestActivation {
  /** The aha moment. */
  readonly event: string;
  /** The event that starts the clock. */
  readonly from: string;
  /** The target, in seconds. */
  readonly within: number;
}

export interface ManifestContextField extends ManifestProperty {
  readonly from: "caller" | "runtime" | "client" | "clock";
  /** What a `client` field holds. */
  readonly value?: "product" | "runtime" | "plan";
  readonly group?: string;
  /** The runtimes whose events carry it. */
  readonly runtimes: readonly string[];
}

export interface ManifestGroup {
  readonly name: string;
  readonly traits: readonly ManifestProperty[];
}

export interface ManifestPerson {
  /** The decision on what identifies a person. */
  readonly distinctId?: ManifestPii;
  readonly traits: readonly ManifestProperty[];
}

export interface ManifestPrivacy {
  /** A word in a property's name → the class it gives away. */
  readonly words: Readonly<Record<string, string>>;
  readonly harmless: readonly string[];
}

export interface ManifestNamedType extends ManifestValue {
  readonly name: string;
}

export interface ManifestFunnel {
  readonly name: string;
  /** Absent: for the whole plan. */
  readonly product?: string;
  readonly by: string;
  /** In seconds. */
  readonly window: number;
  readonly stages: readonly {
    readonly name: string;
    /** Any of these reaches the stage. */
    readonly events: readonly string[];
    readonly where?: readonly Condition[];
    readonly atLeast: number;
    readonly optional?: true;
  }[];
}
