import type { Span } from "@dd0c/track-codegen";
import type { EventFact, FiniteEvent, UnresolvedEvent } from "./event-fact.js";
import type { PropertiesFact, TypeEscape, ValueFact } from "./value-fact.js";

/**
 * How sure we are that a call sends an event. `sdk`: the receiver is a vendor's SDK, proven by its
 * import or global. `generated`: one of our clients. `wrapper`: a function of this code base that
 * provably ends in an SDK. `name`: it only reads like one; a hint, never more than a warning.
 */
export type Tier = "sdk" | "generated" | "wrapper" | "name";

/** Whose SDK, in lower case: `posthog`, `segment`, `mixpanel`, …; `dd0c` for a generated client. */
export type Vendor = string;

/** One link from a call to the SDK, the call itself first. */
export interface Step {
  readonly span: Span;
  /** What the link is, in words: `track`, `useAnalytics().capture`, `posthog.capture`. */
  readonly label: string;
  readonly kind: "call" | "wrapper" | "jsx" | "sdk" | "generated" | "configured";
}

/**
 * A place that sends an event: a call or a JSX element that names it. Calls inside wrappers that only
 * pass a name on are none. `E` says whether its names are known.
 */
export interface Site<E extends EventFact = FiniteEvent> {
  /** The whole call or JSX element. */
  readonly span: Span;
  /** What is called: `posthog.capture`, `track.cost.anomaly.alerted`, the element's name. */
  readonly callee: Span;
  /** The callee as it is written, on one line. */
  readonly calleeText: string;
  /** `path`: `track.a.b.c(…)`. `curried`: `track("a.b.c")(…)`. `jsx`: a name in an attribute. */
  readonly form: "call" | "jsx" | "path" | "curried";
  readonly tier: Tier;
  readonly vendor: Vendor;
  readonly event: E;
  /** Null where the call passes none, as `capture("x")` does. */
  readonly properties: PropertiesFact | null;
  /** The person's id, where the call itself says it: a server SDK's `distinctId`, a wrapper's argument. */
  readonly distinctId: ValueFact | null;
  /** Generated clients: the second argument (context and call options). Raw calls: the SDK's own options. */
  readonly options: PropertiesFact | null;
  /** The generated client that is called; null for everything else. */
  readonly client: GeneratedClient | null;
  /** From this call to the SDK: the first step is the call itself, the last one the SDK's. */
  readonly steps: readonly Step[];
  readonly place: Place;
  /** Ways round the type checker in the call: casts on callee and arguments, suppressions on its lines. */
  readonly escapes: readonly TypeEscape[];
  /** True where the promise that the call returns is neither awaited, returned, voided nor caught. */
  readonly isFloating: boolean;
}

/** A call that sends an event whose name cannot be told from the code. */
export type UnresolvedSite = Site<UnresolvedEvent>;

/** Where in the code something stands. */
export interface Place {
  /** Names of the enclosing declarations, outermost first, joined by dots: `Checkout.onPay`; "" at a module's top. */
  readonly symbol: string;
  /** In a test, story, fixture, mock or e2e file. */
  readonly isInTest: boolean;
  /** Directly in a loop or in the callback of `forEach` and its like. */
  readonly isInLoop: boolean;
  /** Runs during the render of a component: in its body, in no function of its own. */
  readonly isInRender: boolean;
  /** At a module's top, where it runs once for all requests. */
  readonly isAtTop: boolean;
  /** The serverless handler around it, if any: an entry of `Analysis.handlers`. */
  readonly handler: Handler | null;
}

/** An exported function that a platform calls and then freezes. */
export interface Handler {
  readonly span: Span;
  /** `handler`, `POST`, `default`. */
  readonly name: string;
  readonly platform:
    | "aws-lambda"
    | "next-route"
    | "next-api"
    | "edge-function"
    | "worker"
    | "netlify";
  /** It flushes, shuts down, waits (`waitUntil`, `after`) or is wrapped in `withFlush`. */
  readonly flushes: boolean;
}

/** A generated client, and how the tracker in this call came about. */
export interface GeneratedClient {
  /** As it is imported: `@dd0c/track-events/cost/node`, `../generated/cost/node`. */
  readonly module: string;
  /** As the client's own path says them; null where the path says nothing. */
  readonly product: string | null;
  readonly runtime: string | null;
  /** The tenant is known to this tracker: `forTenant`, `with({ tenant_id })`, or the runtime's own binding. */
  readonly isBound: boolean;
  /** What `forTenant` was given, where it is seen. */
  readonly tenant: ValueFact | null;
  /** The call that bound it and the place it stands in; null where it is not bound or not seen. */
  readonly binding: { readonly span: Span; readonly place: Place } | null;
}
