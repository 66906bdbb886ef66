import type { AutoEvent, ClientPlan, SlackFact } from "@dd0c/track-core/generated";
import type { BoltContext } from "./workspace";

/** As much of Bolt's middleware arguments as we read. Texts, values and tokens are not among it. */
export interface BoltArgs {
  readonly context: BoltContext;
  readonly next: () => Promise<void>;
  readonly body?: unknown;
  readonly command?: unknown;
  readonly action?: unknown;
  readonly shortcut?: unknown;
  readonly view?: unknown;
}

/** How a request went, once its listeners are done. */
export interface Outcome {
  readonly outcome: "success" | "failed";
  readonly duration_ms: number;
}

/** What a request is to the plan: the event it records, and what Slack sent of that kind. */
export interface Occasion {
  readonly auto: AutoEvent;
  readonly sent: Readonly<Record<string, unknown>>;
}

const KINDS = ["command", "action", "shortcut", "view"] as const;

/** The occasion of a request; undefined when the plan records nothing of its kind. */
export function occasionOf(client: ClientPlan, args: BoltArgs): Occasion | undefined {
  for (const kind of KINDS) {
    const sent = args[kind];
    const auto = client.auto?.[kind];
    if (auto && sent !== null && typeof sent === "object")
      return { auto, sent: sent as Readonly<Record<string, unknown>> };
  }
  return undefined;
}

/**
 * The properties of an auto event: names that the app itself chose (command, action, callback),
 * how it went, and ids hashed. What people typed is never read.
 */
export function autoProperties(
  client: ClientPlan,
  { auto, sent }: Occasion,
  args: BoltArgs,
  outcome: Outcome,
  hash: (fact: "user" | "channel", id: string) => string,
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(auto.properties)) {
    const value = readFact(fact, sent, args, outcome);
    if (value === undefined || value === "") continue;
    // Where the plan has the property hashed, its own class counts; an id never leaves as it is.
    const isPlanned = client.events?.[auto.event]?.pii?.[name] !== undefined;
    const isId = fact === "user" || fact === "channel";
    const safe = isId && !isPlanned ? hash(fact, String(value)) : value;
    if (safe !== "") properties[name] = safe;
  }
  return properties;
}

/**
 * The PII classes of Slack's ids where the plan names none. A user's is the one that plans give to
 * such ids in properties, so that both hash alike.
 */
export const ID_CLASSES: Readonly<Record<"user" | "channel", string>> = {
  user: "user_id",
  channel: "slack_channel_id",
};

function readFact(
  fact: SlackFact,
  sent: Readonly<Record<string, unknown>>,
  args: BoltArgs,
  outcome: Outcome,
): unknown {
  switch (fact) {
    case "outcome":
    case "duration_ms":
      return outcome[fact];
    case "user":
      return args.context.userId;
    case "channel":
      return sent.channel_id ?? idOf(memberOf(args.body, "channel"));
    default:
      return sent[fact];
  }
}

function idOf(channel: unknown): unknown {
  return typeof channel === "string" ? channel : memberOf(channel, "id");
}

/** A member of something that may be no object at all. */
export function memberOf(holder: unknown, name: string): unknown {
  return holder !== null && typeof holder === "object"
    ? (holder as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
