// Generated from schema/plan.yaml by `dd0c-track generate`. Do not edit: change the plan and run it again.
import type {
  CallOptions,
  ClientPlan,
  CreateTracker,
  Exact,
  IdentifyOptions,
  TrackByName,
} from "@dd0c/track-core/generated";
import {
  createSlackTracker,
  type SlackTracker,
  type SlackTrackerOptions,
} from "@dd0c/track-slack";

/** Starts the tracker of dd0c/drift in Slack. */
export const createTracker: CreateTracker<SlackTrackerOptions & { readonly context?: RuntimeContext }, Tracker, Events> = (options) =>
  createSlackTracker<Tracker>(client, options);

/** dd0c/drift in Slack. Each call says its `tenant_id`, or a bound tracker does. */
export interface Tracker extends SlackTracker<BoundTracker> {
  readonly track: Track<[context: CallContext & CallOptions]>;
  /** The same tracker, knowing this of every event. */
  with(context: CallContext & Pick<CallOptions, "distinct_id">): BoundTracker;
  /** The same tracker, for one tenant. */
  forTenant(tenant_id: string): BoundTracker;
  /** The same tracker, for one person. */
  forPerson(distinct_id: string): Tracker;
  /** Says who a person is, and what is known of them. */
  identify(distinct_id: string, traits?: PersonTraits, options?: IdentifyOptions): void;
  /** Says what is known of a tenant. */
  group(type: "tenant", key: string, traits?: TenantTraits): void;
}

/** A tracker that knows its `tenant_id`. It shares the queue of the tracker it came from. */
export interface BoundTracker {
  readonly track: Track<[context?: Partial<CallContext> & CallOptions]>;
  /** The same tracker, knowing this of every event. */
  with(context: Partial<CallContext> & Pick<CallOptions, "distinct_id">): BoundTracker;
  /** The same tracker, for one tenant. */
  forTenant(tenant_id: string): BoundTracker;
  /** The same tracker, for one person. */
  forPerson(distinct_id: string): BoundTracker;
  /** Says who a person is, and what is known of them. */
  identify(distinct_id: string, traits?: PersonTraits, options?: IdentifyOptions): void;
  /** Says what is known of a tenant. */
  group(type: "tenant", key: string, traits?: TenantTraits): void;
}

/** Every event of dd0c/drift in Slack, by its name's words. */
export interface Track<Context extends readonly unknown[]> extends TrackByName<Events, Context> {
  readonly drift: {
    readonly false_positive: {
      /**
       * A person said that a drift is none.
       *
       * Sent when: The mark has been saved.
       *
       * Answers: Which kinds of drift are noise, so that we may stop reporting them?
       *
       * Owner: drift-team · [docs](https://docs.dd0c.dev/track/events/drift.false_positive.marked)
       */
      marked<P extends DriftFalsePositiveMarked>(properties: Exact<DriftFalsePositiveMarked, P>, ...context: Context): void;
    };
    readonly remediation: {
      /**
       * A person asked for a drift to be repaired.
       *
       * Sent when: The repair button is pressed, before the confirmation.
       *
       * Answers: Which drifts do people want repaired, and by which way?
       *
       * Owner: drift-team · [docs](https://docs.dd0c.dev/track/events/drift.remediation.clicked)
       */
      clicked<P extends DriftRemediationClicked>(properties: Exact<DriftRemediationClicked, P>, ...context: Context): void;
    };
  };
  readonly feature: {
    readonly drift_agent: {
      /**
       * A person got something out of the feature drift_agent.
       *
       * Sent when: The main action of drift_agent has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use drift_agent stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.drift_agent.used)
       */
      used<P extends FeatureDriftAgentUsed>(properties: Exact<FeatureDriftAgentUsed, P>, ...context: Context): void;
    };
    readonly drift_muting: {
      /**
       * A person got something out of the feature drift_muting.
       *
       * Sent when: The main action of drift_muting has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use drift_muting stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.drift_muting.used)
       */
      used<P extends FeatureDriftMutingUsed>(properties: Exact<FeatureDriftMutingUsed, P>, ...context: Context): void;
    };
    readonly drift_remediation: {
      /**
       * A person got something out of the feature drift_remediation.
       *
       * Sent when: The main action of drift_remediation has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use drift_remediation stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.drift_remediation.used)
       */
      used<P extends FeatureDriftRemediationUsed>(properties: Exact<FeatureDriftRemediationUsed, P>, ...context: Context): void;
    };
    readonly stack_scans: {
      /**
       * A person got something out of the feature stack_scans.
       *
       * Sent when: The main action of stack_scans has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use stack_scans stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.stack_scans.used)
       */
      used<P extends FeatureStackScansUsed>(properties: Exact<FeatureStackScansUsed, P>, ...context: Context): void;
    };
  };
  readonly session: {
    readonly daily: {
      /**
       * A person is using the product today.
       *
       * Sent when: The person's first authenticated request or Slack interaction of the UTC day.
       *
       * Answers: On how many days of a week does a tenant need us, and where do its people meet us?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/session.daily.active)
       */
      active<P extends SessionDailyActive>(properties: Exact<SessionDailyActive, P>, ...context: Context): void;
    };
  };
  readonly slack: {
    readonly action: {
      /**
       * Somebody pressed a button or chose from a menu in one of our Slack messages.
       *
       * Sent when: The bot's listener for the action has finished, well or badly.
       *
       * Answers: Which buttons in our messages are pressed, and which only make them longer?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/slack.action.clicked)
       */
      clicked<P extends SlackActionClicked>(properties: Exact<SlackActionClicked, P>, ...context: Context): void;
    };
    readonly bot: {
      /**
       * A product's bot joined a Slack workspace.
       *
       * Sent when: The bot has received its token and posted its greeting.
       *
       * Answers: Which products are invited into a workspace that has another of our bots already?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/slack.bot.installed)
       */
      installed<P extends SlackBotInstalled>(properties: Exact<SlackBotInstalled, P>, ...context: Context): void;
    };
    readonly command: {
      /**
       * Somebody typed a slash command of the product.
       *
       * Sent when: The bot's listener for the command has finished, well or badly.
       *
       * Answers: Which commands are worth more work, and which does nobody find?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/slack.command.used)
       */
      used<P extends SlackCommandUsed>(properties: Exact<SlackCommandUsed, P>, ...context: Context): void;
    };
  };
}

/** The properties of every event of dd0c/drift in Slack, by the event's name. */
export interface Events {
  readonly "drift.false_positive.marked": DriftFalsePositiveMarked;
  readonly "drift.remediation.clicked": DriftRemediationClicked;
  readonly "feature.drift_agent.used": FeatureDriftAgentUsed;
  readonly "feature.drift_muting.used": FeatureDriftMutingUsed;
  readonly "feature.drift_remediation.used": FeatureDriftRemediationUsed;
  readonly "feature.stack_scans.used": FeatureStackScansUsed;
  readonly "session.daily.active": SessionDailyActive;
  readonly "slack.action.clicked": SlackActionClicked;
  readonly "slack.bot.installed": SlackBotInstalled;
  readonly "slack.command.used": SlackCommandUsed;
}

/** Properties of `drift.false_positive.marked`. */
export interface DriftFalsePositiveMarked {
  /**
   * One difference between a resource and its code. At most 40 characters. For example `"dr_7be1"`.
   */
  readonly drift_id: string;
  /**
   * In what way the resource differs from its code.
   *
   * - `changed`: Exists in both, with other settings
   * - `unmanaged`: Runs, but stands in no code
   * - `missing`: Stands in code, but does not run
   */
  readonly drift_kind: "changed" | "unmanaged" | "missing";
  /**
   * The environment that is concerned, as the tenant labels it.
   *
   * - `production`: Serves the tenant's customers
   * - `staging`: The last stop before production
   * - `development`: Where people build and try
   * - `unlabelled`: The tenant did not say
   */
  readonly environment: "production" | "staging" | "development" | "unlabelled";
  /**
   * Why the drift does not count, as picked from the list.
   *
   * - `managed_elsewhere`: Another tool owns the setting
   * - `autoscaling`: The value is meant to change
   * - `intended`: Changed by hand, on purpose
   * - `wrong_diff`: The comparison itself is wrong
   */
  readonly mute_reason: "managed_elsewhere" | "autoscaling" | "intended" | "wrong_diff";
  /** How far the mark reaches. */
  readonly mute_scope: "drift" | "resource" | "stack";
  /**
   * How bad it is, after every source's own scale is mapped to ours.
   *
   * - `critical`: Wake somebody up
   * - `high`: Today
   * - `medium`: This week
   * - `low`: Good to know
   */
  readonly severity: "critical" | "high" | "medium" | "low";
  /** The stack or workspace, by dd0c's own id. At most 40 characters. For example `"st_9c04"`. */
  readonly stack_id: string;
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   */
  readonly surface: "web" | "slack";
}

/** Properties of `drift.remediation.clicked`. */
export interface DriftRemediationClicked {
  /**
   * One difference between a resource and its code. At most 40 characters. For example `"dr_7be1"`.
   */
  readonly drift_id: string;
  /**
   * In what way the resource differs from its code.
   *
   * - `changed`: Exists in both, with other settings
   * - `unmanaged`: Runs, but stands in no code
   * - `missing`: Stands in code, but does not run
   */
  readonly drift_kind: "changed" | "unmanaged" | "missing";
  /**
   * The environment that is concerned, as the tenant labels it.
   *
   * - `production`: Serves the tenant's customers
   * - `staging`: The last stop before production
   * - `development`: Where people build and try
   * - `unlabelled`: The tenant did not say
   */
  readonly environment: "production" | "staging" | "development" | "unlabelled";
  /**
   * How code and reality are brought together again.
   *
   * - `apply_code`: The code wins and is applied
   * - `open_pull_request`: Reality wins, through a change of the code
   * - `import_resource`: The resource is taken into the code
   */
  readonly remediation_method: "apply_code" | "open_pull_request" | "import_resource";
  /**
   * How bad it is, after every source's own scale is mapped to ours.
   *
   * - `critical`: Wake somebody up
   * - `high`: Today
   * - `medium`: This week
   * - `low`: Good to know
   */
  readonly severity: "critical" | "high" | "medium" | "low";
  /** The stack or workspace, by dd0c's own id. At most 40 characters. For example `"st_9c04"`. */
  readonly stack_id: string;
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   */
  readonly surface: "web" | "slack";
}

/** Properties of `feature.drift_agent.used`. */
export interface FeatureDriftAgentUsed {
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   * - `cli`: The command line
   * - `api`: A call of the public API
   * - `email`: A mail from us
   */
  readonly surface: "web" | "slack" | "cli" | "api" | "email";
}

/** Properties of `feature.drift_muting.used`. */
export interface FeatureDriftMutingUsed {
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   * - `cli`: The command line
   * - `api`: A call of the public API
   * - `email`: A mail from us
   */
  readonly surface: "web" | "slack" | "cli" | "api" | "email";
}

/** Properties of `feature.drift_remediation.used`. */
export interface FeatureDriftRemediationUsed {
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   * - `cli`: The command line
   * - `api`: A call of the public API
   * - `email`: A mail from us
   */
  readonly surface: "web" | "slack" | "cli" | "api" | "email";
}

/** Properties of `feature.stack_scans.used`. */
export interface FeatureStackScansUsed {
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   * - `cli`: The command line
   * - `api`: A call of the public API
   * - `email`: A mail from us
   */
  readonly surface: "web" | "slack" | "cli" | "api" | "email";
}

/** Properties of `session.daily.active`. */
export interface SessionDailyActive {
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   * - `cli`: The command line
   * - `api`: A call of the public API
   * - `email`: A mail from us
   */
  readonly surface: "web" | "slack" | "cli" | "api" | "email";
  /** How long ago the tenant signed up. In d. At most 36500. For example `41`. */
  readonly tenant_age_d: number;
}

/** Properties of `slack.action.clicked`. */
export interface SlackActionClicked {
  /**
   * The name of the button or menu in our code, never what was chosen or typed. At most 255
   * characters. For example `"cost.anomaly.snooze"`.
   */
  readonly action_id: string;
  /** How long it took from start to end. In ms. At most 86400000. For example `5400`. */
  readonly duration_ms: number;
  /**
   * How the work ended, seen by whoever asked for it.
   *
   * - `success`: It did what was asked
   * - `failed`: It stopped with an error
   */
  readonly outcome: "success" | "failed";
}

/** Properties of `slack.bot.installed`. */
export interface SlackBotInstalled {
  /**
   * The place in dd0c from which the integration was set up.
   *
   * - `wizard`: The onboarding wizard
   * - `settings`: The integrations page
   * - `feature_gate`: A feature that needs the integration first
   * - `marketplace`: The vendor's own marketplace
   */
  readonly setup_surface: "wizard" | "settings" | "feature_gate" | "marketplace";
  /**
   * The kind of Slack conversation.
   *
   * - `public`: A public channel
   * - `private`: A private channel or group
   * - `dm`: A direct message
   */
  readonly channel_kind?: "public" | "private" | "dm";
}

/** Properties of `slack.command.used`. */
export interface SlackCommandUsed {
  /**
   * The command without what was typed after it.
   *
   * - `/dd0c`: Help, status and settings
   * - `/route`: Spend by model, and the routing rules
   * - `/drift`: Drifts of a stack, and scans on demand
   * - `/alert`: Open incidents
   * - `/portal`: Search in the catalogue
   * - `/cost`: Spending, anomalies and idle resources
   * - `/run`: Start a runbook or look at one
   */
  readonly command: "/dd0c" | "/route" | "/drift" | "/alert" | "/portal" | "/cost" | "/run" | (string & {});
  /** How long it took from start to end. In ms. At most 86400000. For example `5400`. */
  readonly duration_ms: number;
  /**
   * How the work ended, seen by whoever asked for it.
   *
   * - `success`: It did what was asked
   * - `failed`: It stopped with an error
   */
  readonly outcome: "success" | "failed";
}

/** Bound once with `with` or `for…`, or passed with each call. */
export interface CallContext {
  /**
   * The customer's organisation. The signup page reserves the id, and the new account keeps it. At
   * most 64 characters. For example `"tn_4f9a2c"`.
   */
  readonly tenant_id: string;
}

/** Given once, when the tracker starts. */
export interface RuntimeContext {
  /**
   * The release of the app that sent the event, to tell a bad release from a bad idea. At most 20
   * characters. For example `"2.14.0"`.
   */
  readonly app_version?: string;
}

/** Somebody who signed up or uses a product through Slack. */
export interface PersonTraits {
  /**
   * The channel that brought the first visit, by last non-direct touch.
   *
   * - `organic_search`: A search engine, unpaid
   * - `paid_search`: An advertisement in a search engine
   * - `social`: A post on a social network
   * - `community`: A forum, newsletter or open-source project
   * - `partner`: A partner's page or marketplace
   * - `referral`: A colleague's invitation or a link from a customer
   * - `direct`: No referrer at all
   */
  readonly acquisition_channel?: "organic_search" | "paid_search" | "social" | "community" | "partner" | "referral" | "direct";
  /** When the account was created. For example `"2026-11-02T09:30:00Z"`. */
  readonly signed_up_at?: Date | string;
  /**
   * The way in which the user proved who they are.
   *
   * - `github_sso`: Single sign-on with GitHub
   * - `google_sso`: Single sign-on with Google
   * - `email`: A link sent to an e-mail address
   */
  readonly signup_method?: "github_sso" | "google_sso" | "email";
  /**
   * The address that the user signed up with. An e-mail address. At most 254 characters. Personal
   * (email): hashed before it leaves. For example `"dev@example.com"`.
   */
  readonly user_email?: string;
  /**
   * What the user does in the company, as chosen at signup.
   *
   * - `founder`: Founder or chief of a small company
   * - `developer`: Builds the customer's product
   * - `platform_engineer`: Builds what developers build on
   * - `sre`: Keeps production running
   * - `finance`: Answers for the cloud bill
   * - `other`: None of the above
   */
  readonly user_role?: "founder" | "developer" | "platform_engineer" | "sre" | "finance" | "other";
}

/** The customer's organisation; what is billed, scored for health, and lost in churn. */
export interface TenantTraits {
  /**
   * How often the tenant is invoiced.
   *
   * - `monthly`: Every month
   * - `yearly`: Once a year, at a discount
   */
  readonly billing_interval?: "monthly" | "yearly";
  /**
   * The tenant health score of last night, as health.yaml defines it. Unit: ratio. From 0 to 1. For
   * example `0.73`.
   */
  readonly health_score?: number;
  /**
   * The kinds of integration that the tenant has connected and not removed. At most 7 items. For
   * example `["aws","slack"]`.
   */
  readonly integrations_connected?: readonly ("aws" | "slack" | "git" | "iac" | "monitoring" | "on_call" | "llm")[];
  /**
   * The tenant's monthly recurring revenue, all products together. In cents (minor units) of USD.
   * From 0 to 1000000000. For example `19000`.
   */
  readonly mrr_cents?: number;
  /**
   * The price plan of a product.
   *
   * - `free`: The free tier, without a card
   * - `pro`: Paid by seat, self-service
   * - `business`: Single sign-on, audit log, longer history
   */
  readonly plan_tier?: "free" | "pro" | "business";
  /**
   * The products in which the tenant was active during the last 28 days. At most 6 items. For example
   * `["cost","drift"]`.
   */
  readonly products_active?: readonly ("route" | "drift" | "alert" | "portal" | "cost" | "run")[];
  /**
   * In how many products the tenant was active during the last 28 days. Unit: products. From 0 to 6.
   * For example `2`.
   */
  readonly products_active_count?: number;
  /** How many seats the subscription has. Unit: seats. From 1 to 100000. For example `5`. */
  readonly seats?: number;
  /** When the account was created. For example `"2026-11-02T09:30:00Z"`. */
  readonly signed_up_at?: Date | string;
  /**
   * The last day of the trial; absent where there is none. YYYY-MM-DD. For example `"2026-12-01"`.
   */
  readonly trial_ends_on?: string;
}

/** What the client knows at run time; everything else is types, and costs a bundle nothing. */
const client: ClientPlan = {
  format: 1,
  context: {
    app_version: { from: "runtime" },
    product: { value: "drift" },
    runtime: { value: "slack" },
    tenant_id: { from: "caller", required: true, group: "tenant", bind: "forTenant" },
  },
  groups: {
    tenant: {
      traits: {
        properties: [
          "billing_interval",
          "health_score",
          "integrations_connected",
          "mrr_cents",
          "plan_tier",
          "products_active",
          "products_active_count",
          "seats",
          "signed_up_at",
          "trial_ends_on",
        ],
      },
    },
  },
  person: {
    traits: {
      properties: ["acquisition_channel", "signed_up_at", "signup_method", "user_email", "user_role"],
      pii: { user_email: "email" },
    },
  },
  events: {
    "drift.false_positive.marked": {
      properties: [
        "drift_id",
        "drift_kind",
        "environment",
        "mute_reason",
        "mute_scope",
        "severity",
        "stack_id",
        "surface",
      ],
    },
    "drift.remediation.clicked": {
      properties: [
        "drift_id",
        "drift_kind",
        "environment",
        "remediation_method",
        "severity",
        "stack_id",
        "surface",
      ],
    },
    "feature.drift_agent.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.drift_muting.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.drift_remediation.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.stack_scans.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "session.daily.active": {
      properties: ["surface", "tenant_age_d"],
      limit: { max: 1, per_seconds: 86400, by: "distinct_id" },
    },
    "slack.action.clicked": { properties: ["action_id", "duration_ms", "outcome"] },
    "slack.bot.installed": { properties: ["setup_surface", "channel_kind"] },
    "slack.command.used": { properties: ["command", "duration_ms", "outcome"] },
  },
  auto: {
    action: {
      event: "slack.action.clicked",
      properties: { action_id: "action_id", duration_ms: "duration_ms", outcome: "outcome" },
    },
    command: {
      event: "slack.command.used",
      properties: { command: "command", duration_ms: "duration_ms", outcome: "outcome" },
    },
  },
};
