import type {
  Activation,
  ContextField,
  Event,
  Funnel,
  FunnelStage,
  Health,
  Origin,
  Pii,
  Property,
  PropertyValue,
  ResolvedPlan,
} from "@dd0c/track-codegen";
import type { ClientSide } from "./accepts-source.js";
import type { Difference } from "./difference.js";
import type { Siblings } from "./requirement.js";

/** What every pair knows of its place. */
export interface Place {
  /** `events/order_paid/properties/amount`. */
  readonly subject: string;
  /** The same in words: `amount` of `order_paid`, each in backticks. */
  readonly name: string;
  readonly base: Origin | null;
  readonly head: Origin | null;
  /** Where the definition stands that it was inherited from, in the new plan if it is there. */
  readonly inherited: Origin | null;
  /** Whether nobody was promised that it stays. */
  readonly experimental: boolean;
}

/** Who has a property. */
export interface Owner extends Place {
  readonly kind: "event" | "context" | "trait" | "super_property" | "object";
  /** The clients in which callers pass the owner's properties; none where nobody does. */
  readonly sides: readonly ClientSide[];
  /** The event that it all belongs to; null outside of events. */
  readonly event: string | null;
}

/** Two things that are the same one in both plans, or one that only one of them has. */
export type Pair = { readonly at: Place } & (
  | { readonly of: "plan"; readonly base: ResolvedPlan; readonly head: ResolvedPlan }
  | { readonly of: "event"; readonly base: Event; readonly head: Event }
  | { readonly of: "event_removed"; readonly base: Event; readonly head: ResolvedPlan }
  | { readonly of: "event_added"; readonly head: Event }
  | { readonly of: "event_renamed"; readonly base: Event; readonly head: Event }
  | {
      readonly of: "event_products";
      readonly lost: readonly string[];
      readonly gained: readonly string[];
    }
  | PropertyPair
  | { readonly of: "property_removed"; readonly base: Property; readonly owner: Owner }
  | {
      readonly of: "property_added";
      readonly head: Property;
      readonly owner: Owner;
      readonly siblings: Siblings;
    }
  | {
      readonly of: "property_renamed";
      readonly base: Property;
      readonly head: Property;
      readonly owner: Owner;
    }
  | {
      readonly of: "property_moved";
      readonly name: string;
      readonly from: string;
      readonly to: string;
      readonly source: boolean;
    }
  | ValuePair
  | { readonly of: "field"; readonly base: ContextField; readonly head: ContextField | null }
  | { readonly of: "shared_property"; readonly base: Property; readonly head: Property }
  | { readonly of: "product"; readonly owners: Sides<string | null> }
  | {
      readonly of: "activation";
      readonly base: Activation | null;
      readonly head: Activation | null;
    }
  | { readonly of: "funnel"; readonly base: Funnel; readonly head: Funnel }
  | {
      readonly of: "stage";
      readonly base: FunnelStage | null;
      readonly head: FunnelStage | null;
    }
  | {
      readonly of: "health";
      readonly base: Health;
      readonly head: Health;
      readonly plans: Sides<ResolvedPlan>;
    }
  | { readonly of: "measure_removed" }
  | { readonly of: "measure_added" }
);

/** A property of both plans. */
export interface PropertyPair {
  readonly of: "property";
  readonly base: Property;
  readonly head: Property;
  readonly owner: Owner;
  readonly requirement: RequirementChange | null;
}

/** A value of both plans: a property's, a list's items, a map's values. */
export interface ValuePair {
  readonly of: "value";
  readonly base: PropertyValue;
  readonly head: PropertyValue;
  readonly owner: Owner;
  readonly differences: readonly Difference[];
  /** What is decided on personal data, with what named types say. */
  readonly pii: Sides<Pii | null>;
  /** What is done with the values of each side's class unless a property says. */
  readonly usual: Sides<Pii["handling"] | null>;
  /** Whether the new decision on personal data refuses what old calls pass. */
  readonly refusesCalls: boolean;
}

/** How much more or less a property is asked for. `source`: a call that left it out does not compile. */
export interface RequirementChange {
  readonly kind: "required" | "optional" | "tightened" | "loosened";
  readonly source: boolean;
}

/** The same thing of both plans. */
export interface Sides<Thing> {
  readonly base: Thing;
  readonly head: Thing;
}

/** A pair of one sort. */
export type PairOf<Of extends Pair["of"]> = Extract<Pair, { readonly of: Of }>;
