// Generated from schema/plan.yaml by `dd0c-track generate`. Do not edit: change the plan and run it again.
import type {
  CallOptions,
  ClientPlan,
  CreateTracker,
  Exact,
  ExactDeep,
  IdentifyOptions,
  TrackByName,
} from "@dd0c/track-core/generated";
import {
  createSlackTracker,
  type SlackTracker,
  type SlackTrackerOptions,
} from "@dd0c/track-slack";

/** Starts the tracker of dd0c/cost in Slack. */
export const createTracker: CreateTracker<SlackTrackerOptions & { readonly context?: RuntimeContext }, Tracker, Events> = (options) =>
  createSlackTracker<Tracker>(client, options);

/** dd0c/cost in Slack. Each call says its `tenant_id`, or a bound tracker does. */
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

/** Every event of dd0c/cost in Slack, by its name's words. */
export interface Track<Context extends readonly unknown[]> extends TrackByName<Events, Context> {
  readonly anomaly: {
    readonly alert: {
      /**
       * The former name of an anomaly that a person put off.
       *
       * Sent when: As its replacement, by Slack messages that were posted under the first name.
       *
       * Answers: Are there old Slack messages whose snooze button is still pressed?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/anomaly.alert.snoozed)
       *
       * @deprecated It is the anomaly that is snoozed, not the alert. Use `track.cost.anomaly.snoozed`.
       * It may be removed after 2027-03-31.
       */
      snoozed<P extends AnomalyAlertSnoozed>(properties: Exact<AnomalyAlertSnoozed, P>, ...context: Context): void;
    };
  };
  readonly cost: {
    readonly anomaly: {
      /**
       * A person said that the spending was meant to happen.
       *
       * Sent when: The expected button is pressed and the detector has learned from it.
       *
       * Answers: How often does the detector cry wolf, and for which kinds of anomaly?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.anomaly.expected)
       */
      expected<P extends CostAnomalyExpected>(properties: Exact<CostAnomalyExpected, P>, ...context: Context): void;
      /**
       * A person put an anomaly off until later.
       *
       * Sent when: The chosen time has been saved.
       *
       * Answers: For how long do people put anomalies off, and which kinds?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.anomaly.snoozed)
       */
      snoozed<P extends CostAnomalySnoozed>(properties: Exact<CostAnomalySnoozed, P>, ...context: Context): void;
    };
    readonly remediation: {
      /**
       * A person asked to stop, terminate or shrink a resource.
       *
       * Sent when: The button is pressed, before the confirmation.
       *
       * Answers: Which resources do people stop on our word, and where do they do it?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.remediation.clicked)
       */
      clicked<P extends CostRemediationClicked>(properties: ExactDeep<CostRemediationClicked, P>, ...context: Context): void;
    };
  };
  readonly feature: {
    readonly anomalies: {
      /**
       * A person got something out of the feature anomalies.
       *
       * Sent when: The main action of anomalies has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use anomalies stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.anomalies.used)
       */
      used<P extends FeatureAnomaliesUsed>(properties: Exact<FeatureAnomaliesUsed, P>, ...context: Context): void;
    };
    readonly anomaly_triage: {
      /**
       * A person got something out of the feature anomaly_triage.
       *
       * Sent when: The main action of anomaly_triage has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use anomaly_triage stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.anomaly_triage.used)
       */
      used<P extends FeatureAnomalyTriageUsed>(properties: Exact<FeatureAnomalyTriageUsed, P>, ...context: Context): void;
    };
    readonly cloudtrail_intake: {
      /**
       * A person got something out of the feature cloudtrail_intake.
       *
       * Sent when: The main action of cloudtrail_intake has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use cloudtrail_intake stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.cloudtrail_intake.used)
       */
      used<P extends FeatureCloudtrailIntakeUsed>(properties: Exact<FeatureCloudtrailIntakeUsed, P>, ...context: Context): void;
    };
    readonly cost_remediation: {
      /**
       * A person got something out of the feature cost_remediation.
       *
       * Sent when: The main action of cost_remediation has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use cost_remediation stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.cost_remediation.used)
       */
      used<P extends FeatureCostRemediationUsed>(properties: Exact<FeatureCostRemediationUsed, P>, ...context: Context): void;
    };
    readonly digest: {
      /**
       * A person got something out of the feature digest.
       *
       * Sent when: The main action of digest has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use digest stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.digest.used)
       */
      used<P extends FeatureDigestUsed>(properties: Exact<FeatureDigestUsed, P>, ...context: Context): void;
    };
    readonly zombies: {
      /**
       * A person got something out of the feature zombies.
       *
       * Sent when: The main action of zombies has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use zombies stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.zombies.used)
       */
      used<P extends FeatureZombiesUsed>(properties: Exact<FeatureZombiesUsed, P>, ...context: Context): void;
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

/** The properties of every event of dd0c/cost in Slack, by the event's name. */
export interface Events {
  readonly "anomaly.alert.snoozed": AnomalyAlertSnoozed;
  readonly "cost.anomaly.expected": CostAnomalyExpected;
  readonly "cost.anomaly.snoozed": CostAnomalySnoozed;
  readonly "cost.remediation.clicked": CostRemediationClicked;
  readonly "feature.anomalies.used": FeatureAnomaliesUsed;
  readonly "feature.anomaly_triage.used": FeatureAnomalyTriageUsed;
  readonly "feature.cloudtrail_intake.used": FeatureCloudtrailIntakeUsed;
  readonly "feature.cost_remediation.used": FeatureCostRemediationUsed;
  readonly "feature.digest.used": FeatureDigestUsed;
  readonly "feature.zombies.used": FeatureZombiesUsed;
  readonly "session.daily.active": SessionDailyActive;
  readonly "slack.action.clicked": SlackActionClicked;
  readonly "slack.bot.installed": SlackBotInstalled;
  readonly "slack.command.used": SlackCommandUsed;
}

/** Properties of `anomaly.alert.snoozed`. */
export interface AnomalyAlertSnoozed {
  /** The anomaly, by dd0c's own id. At most 40 characters. For example `"an_8f2"`. */
  readonly anomaly_id: string;
  /**
   * In which way the spending is unusual.
   *
   * - `spike`: A sudden jump
   * - `new_resource`: Something expensive that was not there before
   * - `slow_growth`: A rise that no single day shows
   * - `region`: Spending in a region that the tenant never used
   */
  readonly anomaly_kind: "spike" | "new_resource" | "slow_growth" | "region";
  /**
   * What it costs more each day than expected. In cents (minor units) of USD. From 0 to 1000000000.
   * For example `41200`.
   */
  readonly daily_impact_cents: number;
  /**
   * How sure the detector is that the spending is unusual. Unit: ratio. From 0 to 1. For example
   * `0.92`.
   */
  readonly score: number;
  /**
   * How bad it is, after every source's own scale is mapped to ours.
   *
   * - `critical`: Wake somebody up
   * - `high`: Today
   * - `medium`: This week
   * - `low`: Good to know
   */
  readonly severity: "critical" | "high" | "medium" | "low";
  /** For how long the anomaly stays quiet. In h. From 1 to 720. For example `24`. */
  readonly snoozed_for_h: number;
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   */
  readonly surface: "web" | "slack";
}

/** Properties of `cost.anomaly.expected`. */
export interface CostAnomalyExpected {
  /** The anomaly, by dd0c's own id. At most 40 characters. For example `"an_8f2"`. */
  readonly anomaly_id: string;
  /**
   * In which way the spending is unusual.
   *
   * - `spike`: A sudden jump
   * - `new_resource`: Something expensive that was not there before
   * - `slow_growth`: A rise that no single day shows
   * - `region`: Spending in a region that the tenant never used
   */
  readonly anomaly_kind: "spike" | "new_resource" | "slow_growth" | "region";
  /**
   * What it costs more each day than expected. In cents (minor units) of USD. From 0 to 1000000000.
   * For example `41200`.
   */
  readonly daily_impact_cents: number;
  /**
   * How sure the detector is that the spending is unusual. Unit: ratio. From 0 to 1. For example
   * `0.92`.
   */
  readonly score: number;
  /**
   * How bad it is, after every source's own scale is mapped to ours.
   *
   * - `critical`: Wake somebody up
   * - `high`: Today
   * - `medium`: This week
   * - `low`: Good to know
   */
  readonly severity: "critical" | "high" | "medium" | "low";
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   */
  readonly surface: "web" | "slack";
}

/** Properties of `cost.anomaly.snoozed`. */
export interface CostAnomalySnoozed {
  /** The anomaly, by dd0c's own id. At most 40 characters. For example `"an_8f2"`. */
  readonly anomaly_id: string;
  /**
   * In which way the spending is unusual.
   *
   * - `spike`: A sudden jump
   * - `new_resource`: Something expensive that was not there before
   * - `slow_growth`: A rise that no single day shows
   * - `region`: Spending in a region that the tenant never used
   */
  readonly anomaly_kind: "spike" | "new_resource" | "slow_growth" | "region";
  /**
   * What it costs more each day than expected. In cents (minor units) of USD. From 0 to 1000000000.
   * For example `41200`.
   */
  readonly daily_impact_cents: number;
  /**
   * How sure the detector is that the spending is unusual. Unit: ratio. From 0 to 1. For example
   * `0.92`.
   */
  readonly score: number;
  /**
   * How bad it is, after every source's own scale is mapped to ours.
   *
   * - `critical`: Wake somebody up
   * - `high`: Today
   * - `medium`: This week
   * - `low`: Good to know
   */
  readonly severity: "critical" | "high" | "medium" | "low";
  /** For how long the anomaly stays quiet. In h. From 1 to 720. For example `24`. */
  readonly snoozed_for_h: number;
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   */
  readonly surface: "web" | "slack";
}

/** Properties of `cost.remediation.clicked`. */
export interface CostRemediationClicked {
  /**
   * What it costs more each day than expected. In cents (minor units) of USD. From 0 to 1000000000.
   * For example `41200`.
   */
  readonly daily_impact_cents: number;
  /**
   * What should happen to the resource.
   *
   * - `stop`: Stopped; it can be started again
   * - `terminate`: Deleted for good
   * - `resize`: Made smaller
   * - `snapshot_and_delete`: Saved to a snapshot, then deleted
   */
  readonly remediation_action: "stop" | "terminate" | "resize" | "snapshot_and_delete";
  /**
   * The cloud resource that is concerned. For example
   * `{"service":"ec2","region":"eu-central-1","resource_kind":"instance"}`.
   */
  readonly resource: CloudResource;
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   */
  readonly surface: "web" | "slack";
  /** The anomaly, by dd0c's own id. At most 40 characters. For example `"an_8f2"`. */
  readonly anomaly_id?: string;
  /** The idle resource, by dd0c's own id. At most 40 characters. For example `"zo_44e0"`. */
  readonly zombie_id?: string;
}

/** Properties of `feature.anomalies.used`. */
export interface FeatureAnomaliesUsed {
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

/** Properties of `feature.anomaly_triage.used`. */
export interface FeatureAnomalyTriageUsed {
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

/** Properties of `feature.cloudtrail_intake.used`. */
export interface FeatureCloudtrailIntakeUsed {
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

/** Properties of `feature.cost_remediation.used`. */
export interface FeatureCostRemediationUsed {
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

/** Properties of `feature.digest.used`. */
export interface FeatureDigestUsed {
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

/** Properties of `feature.zombies.used`. */
export interface FeatureZombiesUsed {
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

/** A cloud resource by what it is, never by its ARN, address or tags. */
export interface CloudResource {
  /**
   * The AWS region in which the resource runs, or global. At most 24 characters. For example
   * `"eu-central-1"`.
   */
  readonly region: string;
  /** The AWS service that runs the resource. */
  readonly service: "ec2" | "rds" | "lambda" | "s3" | "ecs" | "eks" | "dynamodb" | "elasticache" | "opensearch" | "sagemaker" | "redshift" | "cloudfront" | "nat_gateway" | "ebs" | (string & {});
  /** What sort of thing the resource is. */
  readonly resource_kind?: "instance" | "database" | "function" | "bucket" | "cluster" | "volume" | "gateway" | "endpoint" | "address" | (string & {});
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
    product: { value: "cost" },
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
    "anomaly.alert.snoozed": {
      properties: [
        "anomaly_id",
        "anomaly_kind",
        "daily_impact_cents",
        "score",
        "severity",
        "snoozed_for_h",
        "surface",
      ],
    },
    "cost.anomaly.expected": {
      properties: ["anomaly_id", "anomaly_kind", "daily_impact_cents", "score", "severity", "surface"],
    },
    "cost.anomaly.snoozed": {
      properties: [
        "anomaly_id",
        "anomaly_kind",
        "daily_impact_cents",
        "score",
        "severity",
        "snoozed_for_h",
        "surface",
      ],
    },
    "cost.remediation.clicked": {
      properties: [
        "daily_impact_cents",
        "remediation_action",
        "resource",
        "surface",
        "anomaly_id",
        "zombie_id",
      ],
    },
    "feature.anomalies.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.anomaly_triage.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.cloudtrail_intake.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.cost_remediation.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.digest.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.zombies.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
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
