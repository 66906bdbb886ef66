import type { ClientPlan } from "@dd0c/track-core/generated";
import {
  createServerReport,
  createServerTracker,
  type OpenSpool,
  type ServerOptions,
  type ServerTracker,
} from "@dd0c/track-core/server";
import {
  autoProperties,
  type BoltArgs,
  ID_CLASSES,
  memberOf,
  type Outcome,
  occasionOf,
} from "./auto-events";
import { later } from "./later";
import { type Bound, requestTracker } from "./request-tracker";
import { slackPlatform } from "./slack-platform";
import { uuidV5 } from "./uuid-v5";
import { VERSION } from "./version";
import { type BoltContext, type TenantOf, workspaceOf } from "./workspace";

/** What every Slack tracker can do, whatever its plan; `BoundTracker` is the generated one. */
export interface SlackTracker<BoundTracker> extends ServerTracker {
  /** For `app.use`: records the plan's own Slack events once the listeners have run. */
  readonly middleware: (args: BoltArgs) => Promise<void>;
  /** The tracker of the request with this Bolt context: its tenant, and its user, hashed. */
  of(context: BoltContext): BoundTracker;
}

/** How a Slack tracker is started. */
export interface SlackTrackerOptions extends ServerOptions {
  /** Which tenant a workspace belongs to. Events of a workspace without one are dropped and counted. */
  readonly tenantOf: TenantOf;
  /**
   * Keeps what waits on disk as well, so that it outlives the process: `spoolIn({ folder })` of
   * `@dd0c/track-node/spool`. Needs an `api_key`.
   */
  readonly spool?: OpenSpool | undefined;
}

/** Starts a tracker in a Slack bot. Called by generated code, with the plan of one product. */
export function createSlackTracker<T extends SlackTracker<unknown>>(
  client: ClientPlan,
  options: SlackTrackerOptions,
): T {
  const lib = { name: "dd0c-track-slack", version: VERSION };
  const report = createServerReport(slackPlatform, options);
  const parts = { ...options, store: options.spool?.(options.api_key ?? "") };
  const root = createServerTracker<Bound>(client, slackPlatform, parts, lib, { middleware, of });
  const requests = new WeakMap<BoltContext, Bound>();
  const tenantField = fieldOfTenant(client);
  const decided = client.person?.distinct_id;
  const userClass = typeof decided === "string" ? decided : ID_CLASSES.user;
  const hashId = (fact: keyof typeof ID_CLASSES, id: string): string =>
    root.hash(fact === "user" ? userClass : ID_CLASSES[fact], id);

  function trackerOf(context: BoltContext, body?: unknown): Bound {
    const known = requests.get(context);
    if (known) return known;
    const user = context.userId ? hashId("user", context.userId) : "";
    const bind = (tenant: string | undefined): Bound =>
      root.with({
        ...(tenantField && tenant ? { [tenantField]: tenant } : {}),
        ...(user ? { distinct_id: user } : {}),
      });
    const tenant = later<string | undefined>(
      () => options.tenantOf(workspaceOf(context)),
      (reason) => {
        report("tenant", reason);
        return undefined;
      },
    );
    const bound = {
      isHere: tenant.isHere,
      use: (callback: (tracker: Bound) => void) => tenant.use((id) => callback(bind(id))),
    };
    const made = requestTracker(root, bound, uuidsOf(body));
    requests.set(context, made);
    return made;
  }

  /** Runs our part of a request: whatever is wrong with it stays ours. */
  function quietly(run: () => void): void {
    try {
      run();
    } catch {
      report("internal", "the Slack middleware");
    }
  }

  function of(context: BoltContext): Bound {
    return trackerOf(context);
  }

  async function middleware(args: BoltArgs): Promise<void> {
    const started = performance.now();
    let outcome: Outcome["outcome"] = "failed";
    try {
      // Made before the listeners run, so that they find it by their context.
      quietly(() => trackerOf(args.context, args.body));
      await args.next();
      outcome = "success";
    } finally {
      const duration_ms = Math.round(performance.now() - started);
      quietly(() => record(args, { outcome, duration_ms }));
    }
  }

  function record(args: BoltArgs, outcome: Outcome): void {
    const occasion = occasionOf(client, args);
    if (!occasion) return;
    const properties = autoProperties(client, occasion, args, outcome, hashId);
    const trigger = memberOf(args.body, "trigger_id");
    const uuid =
      typeof trigger === "string" ? uuidV5(`${occasion.auto.event} ${trigger}`) : undefined;
    trackerOf(args.context, args.body).track(occasion.auto.event)(properties, uuid ? { uuid } : {});
  }

  return root as unknown as T;
}

/** The context field that holds the tenant: the caller's field with a group, or the only one. */
function fieldOfTenant(client: ClientPlan): string | undefined {
  const fields = Object.entries(client.context).filter(([, fact]) => fact.from === "caller");
  const grouped = fields.find(([, fact]) => "group" in fact && fact.group);
  return (grouped ?? fields[0])?.[0];
}

/** Slack sends an event of the Events API again until it is acknowledged: same event, same uuids. */
function uuidsOf(body: unknown): (event: string) => string | undefined {
  const id = memberOf(body, "event_id");
  if (typeof id !== "string") return () => undefined;
  const counts = new Map<string, number>();
  return (event) => {
    const count = (counts.get(event) ?? 0) + 1;
    counts.set(event, count);
    return uuidV5(`${id} ${event} ${count}`);
  };
}
