/**
 * What the plan decided about one value that is PII: the class under which it is hashed and which is
 * part of what is hashed, or false where it does not travel.
 */
export type PiiFact = string | false;

/** The same of an id. True, which servers are told: it is PII, and the plan lets it travel as it is. */
export type IdFact = PiiFact | true;

/** The PII among members, by name: `[]` stands for each item of a list, `{}` for each value of a map. */
export interface PiiFacts {
  readonly [name: string]: PiiFact | PiiFacts;
}

/** What is known of some properties. */
export interface EventFacts {
  /**
   * On servers: every property there is; any other is left out and counted. Without the list
   * nothing is looked at. What is inside a property stays the types' business.
   */
  readonly properties?: readonly string[];
  readonly pii?: PiiFacts;
}

/** Where a context field's value comes from: from the caller, the runtime, or the plan itself. */
export type ContextFact =
  | {
      readonly from: "caller" | "runtime";
      /** Without a value the event is dropped and counted as `missing_context`. */
      readonly required?: true;
      readonly pii?: IdFact;
      /** The PostHog group type whose key this field is. */
      readonly group?: string;
      /** With a group that a caller gives: the method that binds its key, such as `forTenant`. */
      readonly bind?: string;
    }
  | { readonly from?: never; readonly group?: never; readonly value: string };

/** Keep this share (0..1) of an event; by anything but `event` a whole person or tenant is kept or not. */
export interface SampleFact {
  readonly rate: number;
  /** `event`, `distinct_id`, or the name of a context field. */
  readonly by: string;
}

/** At most `max` of an event in each window of `per_seconds`, counted for each `by` apart. */
export interface LimitFact {
  readonly max: number;
  readonly per_seconds: number;
  /** `event`, `distinct_id`, or the name of a context field. */
  readonly by: string;
}

/** What a client must know about one event; an event with none of it has no entry. */
export interface ClientEvent extends EventFacts {
  readonly sample?: SampleFact;
  readonly limit?: LimitFact;
  /**
   * Properties with one constant value: the client writes them itself. Among them PostHog's own
   * `$process_person_profile: false`, where it is to make no person of the event.
   */
  readonly set?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a Slack event is filled from. `outcome` is `success` or `failed`; `user` and `channel` are ids. */
export type SlackFact =
  | "command"
  | "action_id"
  | "callback_id"
  | "duration_ms"
  | "outcome"
  | "user"
  | "channel";

/** An event that the Slack runtime records itself: planned property → what fills it. */
export interface AutoEvent {
  readonly event: string;
  readonly properties: Readonly<Record<string, SlackFact>>;
}

/** The plan as far as a client acts on it: plain data, written into the generated file. */
export interface ClientPlan {
  readonly format: 1;
  /** Every field but a `clock` one, which is the event's own timestamp. */
  readonly context: Readonly<Record<string, ContextFact>>;
  /** Group type → what is known of its traits. Its key arrives in the context field that names the group. */
  readonly groups?: Readonly<Record<string, { readonly traits: EventFacts }>>;
  readonly person?: { readonly distinct_id?: IdFact; readonly traits?: EventFacts };
  /** Properties that ride on every event once registered, by name. */
  readonly super_properties?: EventFacts & { readonly names: readonly string[] };
  readonly events?: Readonly<Record<string, ClientEvent>>;
  /** Names of properties that are PII and that the plan lets travel as they are: no guard looks at them. */
  readonly allow?: readonly string[];
  /** Slack only: what is recorded without a call. */
  readonly auto?: Readonly<Partial<Record<"command" | "action" | "shortcut" | "view", AutoEvent>>>;
}
