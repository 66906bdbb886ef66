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
  createNodeTracker,
  type NodeTracker,
  type NodeTrackerOptions,
} from "@dd0c/track-node";

/** Starts the tracker of dd0c/cost on Node. */
export const createTracker: CreateTracker<NodeTrackerOptions & { readonly context?: RuntimeContext }, Tracker, Events> = (options) =>
  createNodeTracker<Tracker>(client, options);

/** dd0c/cost on Node. Each call says its `tenant_id`, or a bound tracker does. */
export interface Tracker extends NodeTracker {
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

/** Every event of dd0c/cost on Node, by its name's words. */
export interface Track<Context extends readonly unknown[]> extends TrackByName<Events, Context> {
  readonly account: {
    readonly aws: {
      /**
       * A tenant linked an AWS account to dd0c.
       *
       * Sent when: dd0c has assumed the role in the account for the first time.
       *
       * Answers: How many accounts come with a CloudTrail that we can listen to from the first minute?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/account.aws.connected#in-cost)
       */
      connected<P extends AccountAwsConnected>(properties: Exact<AccountAwsConnected, P>, ...context: Context): void;
    };
    readonly git: {
      /**
       * A tenant gave dd0c access to its repositories.
       *
       * Sent when: The Git host's installation webhook has been stored for the tenant.
       *
       * Answers: Do tenants trust us with all repositories, and does it matter for what they get out of
       * dd0c?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/account.git.connected)
       */
      connected<P extends AccountGitConnected>(properties: Exact<AccountGitConnected, P>, ...context: Context): void;
    };
    readonly integration: {
      /**
       * An integration works, and dd0c has read through it once.
       *
       * Sent when: The first verifying call to the provider has succeeded.
       *
       * Answers: How long does connecting take with each provider, and how many tries does it need?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/account.integration.completed)
       */
      completed<P extends AccountIntegrationCompleted>(properties: Exact<AccountIntegrationCompleted, P>, ...context: Context): void;
      /**
       * An attempt to connect an integration came to nothing.
       *
       * Sent when: The provider refuses, the verifying call fails, or 15 minutes pass after the start.
       *
       * Answers: Which provider's instructions or permissions must we repair first?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/account.integration.failed)
       */
      failed<P extends AccountIntegrationFailed>(properties: Exact<AccountIntegrationFailed, P>, ...context: Context): void;
    };
    readonly signup: {
      /**
       * An account and its tenant were created.
       *
       * Sent when: The transaction that writes the account has committed.
       *
       * Answers: How many accounts does each channel bring, and in which roles are the people who open
       * them?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/account.signup.completed)
       */
      completed<P extends AccountSignupCompleted>(properties: Exact<AccountSignupCompleted, P>, ...context: Context): void;
    };
    readonly slack: {
      /**
       * A tenant linked its Slack workspace to its dd0c account.
       *
       * Sent when: Slack's OAuth redirect has arrived and the workspace is stored for the tenant.
       *
       * Answers: Do tenants who work in Slack become weekly users more often than the others?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/account.slack.installed)
       */
      installed<P extends AccountSlackInstalled>(properties: Exact<AccountSlackInstalled, P>, ...context: Context): void;
    };
  };
  readonly anomaly: {
    readonly alert: {
      /**
       * The former name of a delivered Slack alert about an anomaly.
       *
       * Sent when: As its replacement, by senders that have not moved yet.
       *
       * Answers: Which senders still use the alert's first name?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/anomaly.alert.sent)
       *
       * @deprecated Renamed with the product's domain. Use `track.cost.anomaly.alerted`. It may be
       * removed after 2027-03-31.
       */
      sent<P extends AnomalyAlertSent>(properties: ExactDeep<AnomalyAlertSent, P>, ...context: Context): void;
    };
  };
  readonly billing: {
    readonly checkout: {
      /**
       * A tenant left Stripe's checkout without paying.
       *
       * Sent when: Stripe's webhook checkout.session.expired has been verified.
       *
       * Answers: At which price and size do tenants turn back?
       *
       * Owner: billing-team · [docs](https://docs.dd0c.dev/track/events/billing.checkout.abandoned)
       */
      abandoned<P extends BillingCheckoutAbandoned>(properties: Exact<BillingCheckoutAbandoned, P>, ...context: Context): void;
      /**
       * A tenant paid in Stripe's checkout.
       *
       * Sent when: Stripe's webhook checkout.session.completed has been verified.
       *
       * Answers: How much revenue does each reason to upgrade bring in?
       *
       * Owner: billing-team · [docs](https://docs.dd0c.dev/track/events/billing.checkout.completed)
       */
      completed<P extends BillingCheckoutCompleted>(properties: Exact<BillingCheckoutCompleted, P>, ...context: Context): void;
    };
    readonly churn: {
      /**
       * A tenant cancelled its subscription to the product.
       *
       * Sent when: Stripe's webhook shows that the subscription will not renew, or has ended.
       *
       * Answers: Why do tenants leave, at which age, and with how much revenue?
       *
       * Owner: billing-team · [docs](https://docs.dd0c.dev/track/events/billing.churn.detected)
       */
      detected<P extends BillingChurnDetected>(properties: Exact<BillingChurnDetected, P>, ...context: Context): void;
    };
    readonly plan: {
      /**
       * The price plan or the seats of a subscription changed, up or down.
       *
       * Sent when: Stripe's webhook customer.subscription.updated shows another price or quantity.
       *
       * Answers: Does revenue from existing tenants grow or shrink, and by which plans?
       *
       * Owner: billing-team · [docs](https://docs.dd0c.dev/track/events/billing.plan.changed)
       */
      changed<P extends BillingPlanChanged>(properties: Exact<BillingPlanChanged, P>, ...context: Context): void;
    };
    readonly upgrade: {
      /**
       * A tenant moved from the free tier of the product to a paid plan for the first time.
       *
       * Sent when: The first paid subscription of the tenant for the product has become active.
       *
       * Answers: How old is a tenant when it starts to pay, and with how many products in use?
       *
       * Owner: billing-team · [docs](https://docs.dd0c.dev/track/events/billing.upgrade.completed)
       */
      completed<P extends BillingUpgradeCompleted>(properties: Exact<BillingUpgradeCompleted, P>, ...context: Context): void;
    };
  };
  readonly cost: {
    readonly anomaly: {
      /**
       * A Slack alert about a scored anomaly was delivered.
       *
       * Sent when: Slack's API accepted the message.
       *
       * Answers: Do people act on alerts, or snooze them?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.anomaly.alerted)
       */
      alerted<P extends CostAnomalyAlerted>(properties: ExactDeep<CostAnomalyAlerted, P>, ...context: Context): void;
      /**
       * The first anomaly above the threshold was found in a tenant's own account.
       *
       * Sent when: An anomaly is stored in an account that is not our sample account, once a tenant.
       *
       * Answers: How many tenants see real value on the day that they connect AWS?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.anomaly.first_detected)
       */
      first_detected<P extends CostAnomalyFirstDetected>(properties: Exact<CostAnomalyFirstDetected, P>, ...context: Context): void;
      /**
       * The detector judged a change in spending, whether or not an alert follows.
       *
       * Sent when: The score has been stored.
       *
       * Answers: Where should the threshold for alerts lie?
       *
       * Owner: cost-team · at most 100 per 1h ·
       * [docs](https://docs.dd0c.dev/track/events/cost.anomaly.scored)
       */
      scored<P extends CostAnomalyScored>(properties: Exact<CostAnomalyScored, P>, ...context: Context): void;
    };
    readonly digest: {
      /**
       * The daily digest of spending went out to a tenant.
       *
       * Sent when: Slack or the mail service accepted the digest.
       *
       * Answers: On quiet days, does the digest still bring people back?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.digest.sent)
       */
      sent<P extends CostDigestSent>(properties: Exact<CostDigestSent, P>, ...context: Context): void;
    };
    readonly event: {
      /**
       * A CloudTrail record that can change the bill was taken in.
       *
       * Sent when: The record has passed the filter and has been priced.
       *
       * Answers: Which AWS services make most of the records, so that we can drop the idle ones at the
       * edge?
       *
       * Owner: cost-team · sampled at 0.01 ·
       * [docs](https://docs.dd0c.dev/track/events/cost.event.ingested)
       */
      ingested<P extends CostEventIngested>(properties: ExactDeep<CostEventIngested, P>, ...context: Context): void;
    };
    readonly remediation: {
      /**
       * AWS did, or refused to do, what a person had asked for.
       *
       * Sent when: The AWS call has returned, or the worker has given up.
       *
       * Answers: How much money do clicks really save, and which permissions stand in the way?
       *
       * Owner: cost-team · [docs](https://docs.dd0c.dev/track/events/cost.remediation.executed)
       */
      executed<P extends CostRemediationExecuted>(properties: ExactDeep<CostRemediationExecuted, P>, ...context: Context): void;
    };
    readonly zombie: {
      /**
       * A resource that nobody uses was found, and it still costs money.
       *
       * Sent when: The nightly sweep stores the resource as idle for the first time.
       *
       * Answers: Which idle resources are worth telling people about?
       *
       * Owner: cost-team · at most 100 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/cost.zombie.detected)
       */
      detected<P extends CostZombieDetected>(properties: ExactDeep<CostZombieDetected, P>, ...context: Context): void;
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
    readonly flag: {
      /**
       * A feature flag decided what a person or tenant gets.
       *
       * Sent when: Code asks for a flag and acts on the answer; prefetching all flags does not count.
       *
       * Answers: Did the variant change activation and habit, or may we remove the flag?
       *
       * Owner: platform-team · at most 50 per 1h ·
       * [docs](https://docs.dd0c.dev/track/events/feature.flag.evaluated)
       */
      evaluated<P extends FeatureFlagEvaluated>(properties: Exact<FeatureFlagEvaluated, P>, ...context: Context): void;
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
  readonly notification: {
    readonly digest: {
      /**
       * A person opened a digest that we had sent.
       *
       * Sent when: A link in the digest is followed or its web view loads; prefetches by mail proxies do
       * not count.
       *
       * Answers: Which digests are read, and which do we only send?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/notification.digest.opened)
       */
      opened<P extends NotificationDigestOpened>(properties: Exact<NotificationDigestOpened, P>, ...context: Context): void;
    };
  };
  readonly onboarding: {
    readonly wizard: {
      /**
       * A tenant left the onboarding wizard and did not come back.
       *
       * Sent when: The nightly sweep finds an unfinished wizard untouched for 24 hours, once a tenant and
       * product.
       *
       * Answers: Which step do people give up on, so that the next mail can help with exactly that step?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/onboarding.wizard.abandoned)
       */
      abandoned<P extends OnboardingWizardAbandoned>(properties: Exact<OnboardingWizardAbandoned, P>, ...context: Context): void;
    };
  };
  readonly platform: {
    readonly cross_sell: {
      /**
       * A tenant reached the aha moment of a second or later product.
       *
       * Sent when: The activation event of a product arrives from a tenant that activated another one
       * before.
       *
       * Answers: Which product leads to which, and how long does the second one take?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/platform.cross_sell.activated)
       */
      activated<P extends PlatformCrossSellActivated>(properties: Exact<PlatformCrossSellActivated, P>, ...context: Context): void;
    };
    readonly products: {
      /**
       * In how many products a tenant is active, counted anew each night.
       *
       * Sent when: The nightly job has counted the tenant's products; once a tenant and night.
       *
       * Answers: Do tenants on two or more products really churn three times less?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/platform.products.active_count)
       */
      active_count<P extends PlatformProductsActiveCount>(properties: Exact<PlatformProductsActiveCount, P>, ...context: Context): void;
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
    readonly weekly: {
      /**
       * A tenant is using the product this week.
       *
       * Sent when: The job that closes an ISO week finds at least one active day of the tenant in it.
       *
       * Answers: In which week after signup does use become a habit, and which tenants lose it again?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/session.weekly.active)
       */
      active<P extends SessionWeeklyActive>(properties: Exact<SessionWeeklyActive, P>, ...context: Context): void;
    };
  };
}

/** The properties of every event of dd0c/cost on Node, by the event's name. */
export interface Events {
  readonly "account.aws.connected": AccountAwsConnected;
  readonly "account.git.connected": AccountGitConnected;
  readonly "account.integration.completed": AccountIntegrationCompleted;
  readonly "account.integration.failed": AccountIntegrationFailed;
  readonly "account.signup.completed": AccountSignupCompleted;
  readonly "account.slack.installed": AccountSlackInstalled;
  readonly "anomaly.alert.sent": AnomalyAlertSent;
  readonly "billing.checkout.abandoned": BillingCheckoutAbandoned;
  readonly "billing.checkout.completed": BillingCheckoutCompleted;
  readonly "billing.churn.detected": BillingChurnDetected;
  readonly "billing.plan.changed": BillingPlanChanged;
  readonly "billing.upgrade.completed": BillingUpgradeCompleted;
  readonly "cost.anomaly.alerted": CostAnomalyAlerted;
  readonly "cost.anomaly.first_detected": CostAnomalyFirstDetected;
  readonly "cost.anomaly.scored": CostAnomalyScored;
  readonly "cost.digest.sent": CostDigestSent;
  readonly "cost.event.ingested": CostEventIngested;
  readonly "cost.remediation.executed": CostRemediationExecuted;
  readonly "cost.zombie.detected": CostZombieDetected;
  readonly "feature.anomalies.used": FeatureAnomaliesUsed;
  readonly "feature.anomaly_triage.used": FeatureAnomalyTriageUsed;
  readonly "feature.cloudtrail_intake.used": FeatureCloudtrailIntakeUsed;
  readonly "feature.cost_remediation.used": FeatureCostRemediationUsed;
  readonly "feature.digest.used": FeatureDigestUsed;
  readonly "feature.flag.evaluated": FeatureFlagEvaluated;
  readonly "feature.zombies.used": FeatureZombiesUsed;
  readonly "notification.digest.opened": NotificationDigestOpened;
  readonly "onboarding.wizard.abandoned": OnboardingWizardAbandoned;
  readonly "platform.cross_sell.activated": PlatformCrossSellActivated;
  readonly "platform.products.active_count": PlatformProductsActiveCount;
  readonly "session.daily.active": SessionDailyActive;
  readonly "session.weekly.active": SessionWeeklyActive;
}

/** Properties of `account.aws.connected`. */
export interface AccountAwsConnected {
  /**
   * The twelve digits of the AWS account. At most 12 characters. Personal (account_id): hashed before
   * it leaves. For example `"111122223333"`.
   */
  readonly cloud_account_id: string;
  /**
   * What we found of CloudTrail in the account.
   *
   * - `organization_trail`: One trail for all accounts
   * - `account_trail`: A trail of the account's own
   * - `created`: There was none, and our stack made one
   * - `none`: There is none, so only the bill can be read
   */
  readonly cloudtrail_state: "organization_trail" | "account_trail" | "created" | "none";
  /**
   * How the role came into the account.
   *
   * - `cloudformation`: Our quick-create stack
   * - `terraform`: Our Terraform module
   * - `manual`: The role was made by hand
   */
  readonly connection_method: "cloudformation" | "terraform" | "manual";
  /** Whether the account manages an organisation, so that its members can follow. */
  readonly is_management_account: boolean;
  /**
   * The environment that is concerned, as the tenant labels it.
   *
   * - `production`: Serves the tenant's customers
   * - `staging`: The last stop before production
   * - `development`: Where people build and try
   * - `unlabelled`: The tenant did not say
   */
  readonly environment?: "production" | "staging" | "development" | "unlabelled";
}

/** Properties of `account.git.connected`. */
export interface AccountGitConnected {
  /**
   * How much of the Git organisation dd0c may read.
   *
   * - `all_repositories`: Present and future repositories
   * - `selected_repositories`: Only those that the admin picked
   */
  readonly access_scope: "all_repositories" | "selected_repositories";
  /** The vendor behind the integration. */
  readonly provider: "github" | "gitlab" | "bitbucket";
  /** How many repositories dd0c may read. Unit: repositories. From 0 to 100000. For example `42`. */
  readonly repositories: number;
}

/** Properties of `account.integration.completed`. */
export interface AccountIntegrationCompleted {
  /** Which try it is; the first one is 1. Unit: attempts. From 1 to 100. For example `1`. */
  readonly attempt: number;
  /** How long the user was at it, from start to end. In s. At most 604800. For example `95`. */
  readonly elapsed_s: number;
  /**
   * The kind of thing that is connected.
   *
   * - `aws`: An AWS account
   * - `slack`: A Slack workspace
   * - `git`: An organisation at a Git host
   * - `iac`: State of infrastructure as code
   * - `monitoring`: A tool that raises alerts
   * - `on_call`: A tool that pages people
   * - `llm`: A model provider
   */
  readonly integration: "aws" | "slack" | "git" | "iac" | "monitoring" | "on_call" | "llm";
  /** The vendor behind the integration. */
  readonly provider: "aws" | "slack" | "github" | "gitlab" | "bitbucket" | "terraform" | "pulumi" | "datadog" | "grafana" | "prometheus" | "cloudwatch" | "pagerduty" | "opsgenie" | "openai" | "anthropic" | "bedrock" | (string & {});
  /**
   * The place in dd0c from which the integration was set up.
   *
   * - `wizard`: The onboarding wizard
   * - `settings`: The integrations page
   * - `feature_gate`: A feature that needs the integration first
   * - `marketplace`: The vendor's own marketplace
   */
  readonly setup_surface: "wizard" | "settings" | "feature_gate" | "marketplace";
}

/** Properties of `account.integration.failed`. */
export interface AccountIntegrationFailed {
  /** Which try it is; the first one is 1. Unit: attempts. From 1 to 100. For example `1`. */
  readonly attempt: number;
  /**
   * The sort of failure; never the message, which may quote the customer's data.
   *
   * - `permission_denied`: dd0c lacks a right that it needs
   * - `invalid_credentials`: A credential is wrong, expired or revoked
   * - `not_found`: The thing to work on is gone
   * - `conflict`: Something else changed it meanwhile
   * - `rate_limited`: The other side asked for less
   * - `timed_out`: No answer in time
   * - `unreachable`: No connection to the other side
   * - `invalid_input`: The input was refused
   * - `internal`: Our own fault
   */
  readonly error_type: "permission_denied" | "invalid_credentials" | "not_found" | "conflict" | "rate_limited" | "timed_out" | "unreachable" | "invalid_input" | "internal" | (string & {});
  /**
   * How far the attempt came.
   *
   * - `authorize`: The provider did not grant access
   * - `verify`: Access was granted, and the verifying call failed
   * - `abandoned`: The user never came back from the provider
   */
  readonly failed_phase: "authorize" | "verify" | "abandoned";
  /**
   * The kind of thing that is connected.
   *
   * - `aws`: An AWS account
   * - `slack`: A Slack workspace
   * - `git`: An organisation at a Git host
   * - `iac`: State of infrastructure as code
   * - `monitoring`: A tool that raises alerts
   * - `on_call`: A tool that pages people
   * - `llm`: A model provider
   */
  readonly integration: "aws" | "slack" | "git" | "iac" | "monitoring" | "on_call" | "llm";
  /** The vendor behind the integration. */
  readonly provider: "aws" | "slack" | "github" | "gitlab" | "bitbucket" | "terraform" | "pulumi" | "datadog" | "grafana" | "prometheus" | "cloudwatch" | "pagerduty" | "opsgenie" | "openai" | "anthropic" | "bedrock" | (string & {});
  /**
   * The place in dd0c from which the integration was set up.
   *
   * - `wizard`: The onboarding wizard
   * - `settings`: The integrations page
   * - `feature_gate`: A feature that needs the integration first
   * - `marketplace`: The vendor's own marketplace
   */
  readonly setup_surface: "wizard" | "settings" | "feature_gate" | "marketplace";
}

/** Properties of `account.signup.completed`. */
export interface AccountSignupCompleted {
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
  readonly acquisition_channel: "organic_search" | "paid_search" | "social" | "community" | "partner" | "referral" | "direct";
  /** Whether a colleague's invitation led here. */
  readonly is_invited: boolean;
  /**
   * The way in which the user proved who they are.
   *
   * - `github_sso`: Single sign-on with GitHub
   * - `google_sso`: Single sign-on with Google
   * - `email`: A link sent to an e-mail address
   */
  readonly signup_method: "github_sso" | "google_sso" | "email";
  /**
   * The site that linked here, without path or query string. Format: hostname. At most 253
   * characters. For example `"news.ycombinator.com"`.
   */
  readonly referrer_domain?: string;
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
  /**
   * The campaign tag that says which of our campaigns it was. At most 100 characters. For example
   * `"2026-q4-finops"`.
   */
  readonly utm_campaign?: string;
  /** The campaign tag that says what sort of link was followed. */
  readonly utm_medium?: "cpc" | "newsletter" | "social" | "video" | "partner" | "qr" | (string & {});
  /**
   * The campaign tag that says which site sent the visitor. At most 64 characters. For example
   * `"hackernews"`.
   */
  readonly utm_source?: string;
}

/** Properties of `account.slack.installed`. */
export interface AccountSlackInstalled {
  /** Whether the app was installed for a whole Enterprise Grid organisation. */
  readonly is_org_wide: boolean;
  /**
   * The place in dd0c from which the integration was set up.
   *
   * - `wizard`: The onboarding wizard
   * - `settings`: The integrations page
   * - `feature_gate`: A feature that needs the integration first
   * - `marketplace`: The vendor's own marketplace
   */
  readonly setup_surface: "wizard" | "settings" | "feature_gate" | "marketplace";
}

/** Properties of `anomaly.alert.sent`. */
export interface AnomalyAlertSent {
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
   * The kind of Slack conversation.
   *
   * - `public`: A public channel
   * - `private`: A private channel or group
   * - `dm`: A direct message
   */
  readonly channel_kind: "public" | "private" | "dm";
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
   * The cloud resource that is concerned. For example
   * `{"service":"ec2","region":"eu-central-1","resource_kind":"instance"}`.
   */
  readonly resource?: CloudResource;
}

/** Properties of `billing.checkout.abandoned`. */
export interface BillingCheckoutAbandoned {
  /**
   * The price of one billing interval, before tax. In cents (minor units) of USD. From 0 to
   * 100000000. For example `9500`.
   */
  readonly amount_cents: number;
  /**
   * How often the tenant is invoiced.
   *
   * - `monthly`: Every month
   * - `yearly`: Once a year, at a discount
   */
  readonly billing_interval: "monthly" | "yearly";
  /**
   * Stripe's id of the checkout session, which joins its start to its end. At most 128 characters.
   * For example `"cs_test_a1B2c3D4"`.
   */
  readonly checkout_id: string;
  /**
   * The price plan of a product.
   *
   * - `pro`: Paid by seat, self-service
   * - `business`: Single sign-on, audit log, longer history
   */
  readonly plan_tier: "pro" | "business";
  /** How many seats the subscription has. Unit: seats. From 1 to 100000. For example `5`. */
  readonly seats: number;
  /**
   * What made the tenant look at the paid plans.
   *
   * - `usage_limit`: A limit of the free tier was reached
   * - `feature_gate`: A locked feature was opened
   * - `cross_sell`: A banner for another product
   * - `pricing_page`: The pricing page, by their own choice
   * - `sales`: A talk with one of us
   */
  readonly upgrade_trigger?: "usage_limit" | "feature_gate" | "cross_sell" | "pricing_page" | "sales";
}

/** Properties of `billing.checkout.completed`. */
export interface BillingCheckoutCompleted {
  /**
   * The price of one billing interval, before tax. In cents (minor units) of USD. From 0 to
   * 100000000. For example `9500`.
   */
  readonly amount_cents: number;
  /**
   * How often the tenant is invoiced.
   *
   * - `monthly`: Every month
   * - `yearly`: Once a year, at a discount
   */
  readonly billing_interval: "monthly" | "yearly";
  /**
   * Stripe's id of the checkout session, which joins its start to its end. At most 128 characters.
   * For example `"cs_test_a1B2c3D4"`.
   */
  readonly checkout_id: string;
  /**
   * The price plan of a product.
   *
   * - `pro`: Paid by seat, self-service
   * - `business`: Single sign-on, audit log, longer history
   */
  readonly plan_tier: "pro" | "business";
  /** How many seats the subscription has. Unit: seats. From 1 to 100000. For example `5`. */
  readonly seats: number;
  /**
   * What made the tenant look at the paid plans.
   *
   * - `usage_limit`: A limit of the free tier was reached
   * - `feature_gate`: A locked feature was opened
   * - `cross_sell`: A banner for another product
   * - `pricing_page`: The pricing page, by their own choice
   * - `sales`: A talk with one of us
   */
  readonly upgrade_trigger?: "usage_limit" | "feature_gate" | "cross_sell" | "pricing_page" | "sales";
}

/** Properties of `billing.churn.detected`. */
export type BillingChurnDetected = BillingChurnDetectedBase & (BillingChurnDetectedWhenChurnCauseCancelled | BillingChurnDetectedWhenChurnCausePaymentFailed);

interface BillingChurnDetectedBase {
  /**
   * By how much the change moves the monthly recurring revenue; a loss is negative. In cents (minor
   * units) of USD. From -1000000000 to 0. For example `-9500`.
   */
  readonly mrr_change_cents: number;
  /**
   * The price plan before the change.
   *
   * - `pro`: Paid by seat, self-service
   * - `business`: Single sign-on, audit log, longer history
   */
  readonly previous_plan_tier: "pro" | "business";
  /**
   * In how many products the tenant was active during the last 28 days. Unit: products. From 0 to 6.
   * For example `2`.
   */
  readonly products_active_count: number;
  /** How long ago the tenant signed up. In d. At most 36500. For example `41`. */
  readonly tenant_age_d: number;
  /**
   * What the customer wrote in the cancellation dialogue. At most 2000 characters. Personal
   * (free_text): never sent. For example `"We merged two teams and need one account only."`.
   */
  readonly churn_comment?: never;
}

interface BillingChurnDetectedWhenChurnCauseCancelled {
  /**
   * Who or what ended the subscription.
   *
   * - `cancelled`: Somebody of the tenant cancelled
   * - `payment_failed`: The card was declined until Stripe gave up
   */
  readonly churn_cause: "cancelled";
  /**
   * The reason picked in the cancellation dialogue. Required when `churn_cause` is "cancelled".
   *
   * - `too_expensive`: The price is higher than the worth
   * - `missing_feature`: Something needed is not there
   * - `too_noisy`: More messages than help
   * - `no_need`: The problem went away
   * - `switched`: Another tool took over
   * - `unsaid`: No reason was picked
   */
  readonly churn_reason: "too_expensive" | "missing_feature" | "too_noisy" | "no_need" | "switched" | "unsaid";
}

interface BillingChurnDetectedWhenChurnCausePaymentFailed {
  /**
   * Who or what ended the subscription.
   *
   * - `cancelled`: Somebody of the tenant cancelled
   * - `payment_failed`: The card was declined until Stripe gave up
   */
  readonly churn_cause: "payment_failed";
  /**
   * The reason picked in the cancellation dialogue. Required when `churn_cause` is "cancelled".
   *
   * - `too_expensive`: The price is higher than the worth
   * - `missing_feature`: Something needed is not there
   * - `too_noisy`: More messages than help
   * - `no_need`: The problem went away
   * - `switched`: Another tool took over
   * - `unsaid`: No reason was picked
   */
  readonly churn_reason?: "too_expensive" | "missing_feature" | "too_noisy" | "no_need" | "switched" | "unsaid";
}

/** Properties of `billing.plan.changed`. */
export interface BillingPlanChanged {
  /**
   * How often the tenant is invoiced.
   *
   * - `monthly`: Every month
   * - `yearly`: Once a year, at a discount
   */
  readonly billing_interval: "monthly" | "yearly";
  /**
   * Whether the tenant pays more or less from now on.
   *
   * - `upgrade`: A higher plan or more seats
   * - `downgrade`: A lower plan or fewer seats
   */
  readonly direction: "upgrade" | "downgrade";
  /**
   * By how much the change moves the monthly recurring revenue; a loss is negative. In cents (minor
   * units) of USD. From -1000000000 to 1000000000. For example `-9500`.
   */
  readonly mrr_change_cents: number;
  /**
   * The price plan of a product.
   *
   * - `free`: The free tier, without a card
   * - `pro`: Paid by seat, self-service
   * - `business`: Single sign-on, audit log, longer history
   */
  readonly plan_tier: "free" | "pro" | "business";
  /**
   * The price plan before the change.
   *
   * - `free`: The free tier, without a card
   * - `pro`: Paid by seat, self-service
   * - `business`: Single sign-on, audit log, longer history
   */
  readonly previous_plan_tier: "free" | "pro" | "business";
  /** How many seats the subscription has. Unit: seats. From 1 to 100000. For example `5`. */
  readonly seats: number;
  /**
   * What made the tenant look at the paid plans.
   *
   * - `usage_limit`: A limit of the free tier was reached
   * - `feature_gate`: A locked feature was opened
   * - `cross_sell`: A banner for another product
   * - `pricing_page`: The pricing page, by their own choice
   * - `sales`: A talk with one of us
   */
  readonly upgrade_trigger?: "usage_limit" | "feature_gate" | "cross_sell" | "pricing_page" | "sales";
}

/** Properties of `billing.upgrade.completed`. */
export interface BillingUpgradeCompleted {
  /**
   * How often the tenant is invoiced.
   *
   * - `monthly`: Every month
   * - `yearly`: Once a year, at a discount
   */
  readonly billing_interval: "monthly" | "yearly";
  /**
   * By how much the change moves the monthly recurring revenue; a loss is negative. In cents (minor
   * units) of USD. From 0 to 1000000000.
   */
  readonly mrr_change_cents: number;
  /**
   * The price plan of a product.
   *
   * - `pro`: Paid by seat, self-service
   * - `business`: Single sign-on, audit log, longer history
   */
  readonly plan_tier: "pro" | "business";
  /**
   * In how many products the tenant was active during the last 28 days. Unit: products. From 0 to 6.
   * For example `2`.
   */
  readonly products_active_count: number;
  /** How many seats the subscription has. Unit: seats. From 1 to 100000. For example `5`. */
  readonly seats: number;
  /** How long ago the tenant signed up. In d. At most 36500. For example `41`. */
  readonly tenant_age_d: number;
  /**
   * What made the tenant look at the paid plans.
   *
   * - `usage_limit`: A limit of the free tier was reached
   * - `feature_gate`: A locked feature was opened
   * - `cross_sell`: A banner for another product
   * - `pricing_page`: The pricing page, by their own choice
   * - `sales`: A talk with one of us
   */
  readonly upgrade_trigger?: "usage_limit" | "feature_gate" | "cross_sell" | "pricing_page" | "sales";
}

/** Properties of `cost.anomaly.alerted`. */
export interface CostAnomalyAlerted {
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
   * The kind of Slack conversation.
   *
   * - `public`: A public channel
   * - `private`: A private channel or group
   * - `dm`: A direct message
   */
  readonly channel_kind: "public" | "private" | "dm";
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
   * The cloud resource that is concerned. For example
   * `{"service":"ec2","region":"eu-central-1","resource_kind":"instance"}`.
   */
  readonly resource?: CloudResource;
}

/** Properties of `cost.anomaly.first_detected`. */
export interface CostAnomalyFirstDetected {
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
   * How long first value took since the event that starts the product's activation clock. In s. At
   * most 31536000. For example `1860`.
   */
  readonly time_to_value_s: number;
}

/** Properties of `cost.anomaly.scored`. */
export interface CostAnomalyScored {
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
  /** Whether the score is above the tenant's threshold. */
  readonly is_alert_due: boolean;
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
}

/** Properties of `cost.digest.sent`. */
export type CostDigestSent = CostDigestSentBase & (CostDigestSentWhenSurfaceSlack | CostDigestSentWhenSurfaceEmail);

interface CostDigestSentBase {
  /** How many anomalies the digest tells of. Unit: anomalies. From 0 to 1000. For example `2`. */
  readonly anomalies_listed: number;
}

interface CostDigestSentWhenSurfaceSlack {
  /**
   * Where the person was when they did it.
   *
   * - `slack`: A message or command in Slack
   * - `email`: A mail from us
   */
  readonly surface: "slack";
  /**
   * The kind of Slack conversation. Required when `surface` is "slack".
   *
   * - `public`: A public channel
   * - `private`: A private channel or group
   * - `dm`: A direct message
   */
  readonly channel_kind: "public" | "private" | "dm";
}

interface CostDigestSentWhenSurfaceEmail {
  /**
   * Where the person was when they did it.
   *
   * - `slack`: A message or command in Slack
   * - `email`: A mail from us
   */
  readonly surface: "email";
  /**
   * The kind of Slack conversation. Required when `surface` is "slack".
   *
   * - `public`: A public channel
   * - `private`: A private channel or group
   * - `dm`: A direct message
   */
  readonly channel_kind?: "public" | "private" | "dm";
}

/** Properties of `cost.event.ingested`. */
export interface CostEventIngested {
  /** What the record says happened to the resource. */
  readonly change_kind: "created" | "started" | "resized" | "stopped" | "deleted";
  /** How long after the change the record reached us. In s. At most 86400. For example `95`. */
  readonly ingest_lag_s: number;
  /**
   * The cloud resource that is concerned. For example
   * `{"service":"ec2","region":"eu-central-1","resource_kind":"instance"}`.
   */
  readonly resource: CloudResource;
}

/** Properties of `cost.remediation.executed`. */
export type CostRemediationExecuted = CostRemediationExecutedBase & (CostRemediationExecutedWhenOutcomeSuccess | CostRemediationExecutedWhenOutcomeFailed);

interface CostRemediationExecutedBase {
  /**
   * What it costs more each day than expected. In cents (minor units) of USD. From 0 to 1000000000.
   * For example `41200`.
   */
  readonly daily_impact_cents: number;
  /** How long it took from start to end. In ms. At most 86400000. For example `5400`. */
  readonly duration_ms: number;
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
  /** The anomaly, by dd0c's own id. At most 40 characters. For example `"an_8f2"`. */
  readonly anomaly_id?: string;
  /** The idle resource, by dd0c's own id. At most 40 characters. For example `"zo_44e0"`. */
  readonly zombie_id?: string;
}

interface CostRemediationExecutedWhenOutcomeSuccess {
  /**
   * How the work ended, seen by whoever asked for it.
   *
   * - `success`: It did what was asked
   * - `failed`: It stopped with an error
   */
  readonly outcome: "success";
  /**
   * The sort of failure; never the message, which may quote the customer's data. Required when
   * `outcome` is "failed".
   *
   * - `permission_denied`: dd0c lacks a right that it needs
   * - `invalid_credentials`: A credential is wrong, expired or revoked
   * - `not_found`: The thing to work on is gone
   * - `conflict`: Something else changed it meanwhile
   * - `rate_limited`: The other side asked for less
   * - `timed_out`: No answer in time
   * - `unreachable`: No connection to the other side
   * - `invalid_input`: The input was refused
   * - `internal`: Our own fault
   */
  readonly error_type?: "permission_denied" | "invalid_credentials" | "not_found" | "conflict" | "rate_limited" | "timed_out" | "unreachable" | "invalid_input" | "internal" | (string & {});
}

interface CostRemediationExecutedWhenOutcomeFailed {
  /**
   * How the work ended, seen by whoever asked for it.
   *
   * - `success`: It did what was asked
   * - `failed`: It stopped with an error
   */
  readonly outcome: "failed";
  /**
   * The sort of failure; never the message, which may quote the customer's data. Required when
   * `outcome` is "failed".
   *
   * - `permission_denied`: dd0c lacks a right that it needs
   * - `invalid_credentials`: A credential is wrong, expired or revoked
   * - `not_found`: The thing to work on is gone
   * - `conflict`: Something else changed it meanwhile
   * - `rate_limited`: The other side asked for less
   * - `timed_out`: No answer in time
   * - `unreachable`: No connection to the other side
   * - `invalid_input`: The input was refused
   * - `internal`: Our own fault
   */
  readonly error_type: "permission_denied" | "invalid_credentials" | "not_found" | "conflict" | "rate_limited" | "timed_out" | "unreachable" | "invalid_input" | "internal" | (string & {});
}

/** Properties of `cost.zombie.detected`. */
export interface CostZombieDetected {
  /**
   * What it costs more each day than expected. In cents (minor units) of USD. From 0 to 1000000000.
   * For example `41200`.
   */
  readonly daily_impact_cents: number;
  /** For how long nobody has used the resource. In d. From 1 to 36500. For example `33`. */
  readonly idle_d: number;
  /**
   * The cloud resource that is concerned. For example
   * `{"service":"ec2","region":"eu-central-1","resource_kind":"instance"}`.
   */
  readonly resource: CloudResource;
  /** The idle resource, by dd0c's own id. At most 40 characters. For example `"zo_44e0"`. */
  readonly zombie_id: string;
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

/** Properties of `feature.flag.evaluated`. */
export interface FeatureFlagEvaluated {
  /**
   * The flag as it is spelt in PostHog. At most 80 characters. For example `"weekly-savings-mail"`.
   */
  readonly flag: string;
  /**
   * The variant that was served; control stands for the old way. At most 40 characters. For example
   * `"control"`.
   */
  readonly variant: string;
  /**
   * Why this variant was served.
   *
   * - `rollout`: The share of the rollout
   * - `rule`: A rule about the person or tenant
   * - `override`: Somebody forced it while testing
   * - `fallback`: The flag service did not answer
   */
  readonly decided_by?: "rollout" | "rule" | "override" | "fallback";
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

/** Properties of `notification.digest.opened`. */
export interface NotificationDigestOpened {
  /**
   * Which of our digests it was.
   *
   * - `daily_cost`: Yesterday's spending and anomalies
   * - `weekly_savings`: What model routing saved
   * - `weekly_drift`: Stacks that drifted and what was repaired
   * - `weekly_incidents`: Incidents, noise and time to resolution
   * - `weekly_scorecards`: Services that rose or fell
   * - `weekly_runs`: What was executed and what failed
   */
  readonly digest_kind: "daily_cost" | "weekly_savings" | "weekly_drift" | "weekly_incidents" | "weekly_scorecards" | "weekly_runs";
  /**
   * Where the person was when they did it.
   *
   * - `web`: The web app
   * - `slack`: A message or command in Slack
   * - `email`: A mail from us
   */
  readonly surface: "web" | "slack" | "email";
  /** How long the digest had been waiting when it was opened. In h. At most 720. For example `3`. */
  readonly digest_age_h?: number;
}

/** Properties of `onboarding.wizard.abandoned`. */
export interface OnboardingWizardAbandoned {
  /** The step's place in the wizard, counted from 1. Unit: steps. From 1 to 10. For example `2`. */
  readonly step_number: number;
  /**
   * The step of the onboarding wizard.
   *
   * - `choose_goal`: What the tenant wants to solve first
   * - `connect_source`: The product's main integration
   * - `connect_slack`: Where results are posted
   * - `invite_team`: Colleagues join
   * - `see_result`: Waiting for the first result
   */
  readonly wizard_step: "choose_goal" | "connect_source" | "connect_slack" | "invite_team" | "see_result";
}

/** Properties of `platform.cross_sell.activated`. */
export interface PlatformCrossSellActivated {
  /**
   * How long after the tenant's first aha moment the new one came. In d. At most 36500. For example
   * `19`.
   */
  readonly product_gap_d: number;
  /**
   * In how many products the tenant was active during the last 28 days. Unit: products. From 2 to 6.
   * For example `2`.
   */
  readonly products_active_count: number;
  /** The product that is offered beside the one in use. */
  readonly target_product: "route" | "drift" | "alert" | "portal" | "cost" | "run";
  /**
   * The wording and design of the offer, as the campaign sheet names it. At most 60 characters. For
   * example `"cost-to-drift-1"`.
   */
  readonly offer_id?: string;
}

/** Properties of `platform.products.active_count`. */
export interface PlatformProductsActiveCount {
  /**
   * The products in which the tenant was active during the last 28 days. At most 6 items. For example
   * `["cost","drift"]`.
   */
  readonly products_active: readonly ("route" | "drift" | "alert" | "portal" | "cost" | "run")[];
  /**
   * In how many products the tenant was active during the last 28 days. Unit: products. From 0 to 6.
   * For example `2`.
   */
  readonly products_active_count: number;
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

/** Properties of `session.weekly.active`. */
export interface SessionWeeklyActive {
  /**
   * On how many days of the week somebody of the tenant was active. Unit: days. From 1 to 7. For
   * example `4`.
   */
  readonly active_days: number;
  /**
   * How many people of the tenant were active in the week. Unit: people. From 1 to 100000. For
   * example `6`.
   */
  readonly active_people: number;
  /** How long ago the tenant signed up. In d. At most 36500. For example `41`. */
  readonly tenant_age_d: number;
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
    runtime: { value: "node" },
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
    "account.aws.connected": {
      properties: [
        "cloud_account_id",
        "cloudtrail_state",
        "connection_method",
        "is_management_account",
        "environment",
      ],
      pii: { cloud_account_id: "account_id" },
    },
    "account.git.connected": { properties: ["access_scope", "provider", "repositories"] },
    "account.integration.completed": { properties: ["attempt", "elapsed_s", "integration", "provider", "setup_surface"] },
    "account.integration.failed": {
      properties: ["attempt", "error_type", "failed_phase", "integration", "provider", "setup_surface"],
    },
    "account.signup.completed": {
      properties: [
        "acquisition_channel",
        "is_invited",
        "signup_method",
        "referrer_domain",
        "user_email",
        "user_role",
        "utm_campaign",
        "utm_medium",
        "utm_source",
      ],
      pii: { user_email: "email" },
    },
    "account.slack.installed": { properties: ["is_org_wide", "setup_surface"] },
    "anomaly.alert.sent": {
      properties: [
        "anomaly_id",
        "anomaly_kind",
        "channel_kind",
        "daily_impact_cents",
        "score",
        "severity",
        "resource",
      ],
    },
    "billing.checkout.abandoned": {
      properties: [
        "amount_cents",
        "billing_interval",
        "checkout_id",
        "plan_tier",
        "seats",
        "upgrade_trigger",
      ],
    },
    "billing.checkout.completed": {
      properties: [
        "amount_cents",
        "billing_interval",
        "checkout_id",
        "plan_tier",
        "seats",
        "upgrade_trigger",
      ],
    },
    "billing.churn.detected": {
      properties: [
        "churn_cause",
        "mrr_change_cents",
        "previous_plan_tier",
        "products_active_count",
        "tenant_age_d",
        "churn_reason",
        "churn_comment",
      ],
      pii: { churn_comment: false },
    },
    "billing.plan.changed": {
      properties: [
        "billing_interval",
        "direction",
        "mrr_change_cents",
        "plan_tier",
        "previous_plan_tier",
        "seats",
        "upgrade_trigger",
      ],
    },
    "billing.upgrade.completed": {
      properties: [
        "billing_interval",
        "mrr_change_cents",
        "plan_tier",
        "products_active_count",
        "seats",
        "tenant_age_d",
        "upgrade_trigger",
      ],
    },
    "cost.anomaly.alerted": {
      properties: [
        "anomaly_id",
        "anomaly_kind",
        "channel_kind",
        "daily_impact_cents",
        "score",
        "severity",
        "resource",
      ],
    },
    "cost.anomaly.first_detected": {
      properties: [
        "anomaly_id",
        "anomaly_kind",
        "daily_impact_cents",
        "score",
        "severity",
        "time_to_value_s",
      ],
      set: { $process_person_profile: false },
    },
    "cost.anomaly.scored": {
      properties: ["anomaly_id", "anomaly_kind", "daily_impact_cents", "is_alert_due", "score", "severity"],
      set: { $process_person_profile: false },
      limit: { max: 100, per_seconds: 3600, by: "tenant_id" },
    },
    "cost.digest.sent": {
      properties: ["anomalies_listed", "surface", "channel_kind"],
      set: { $process_person_profile: false },
    },
    "cost.event.ingested": {
      properties: ["change_kind", "ingest_lag_s", "resource"],
      set: { $process_person_profile: false },
      sample: { rate: 0.01, by: "event" },
    },
    "cost.remediation.executed": {
      properties: [
        "daily_impact_cents",
        "duration_ms",
        "outcome",
        "remediation_action",
        "resource",
        "error_type",
        "anomaly_id",
        "zombie_id",
      ],
    },
    "cost.zombie.detected": {
      properties: ["daily_impact_cents", "idle_d", "resource", "zombie_id"],
      set: { $process_person_profile: false },
      limit: { max: 100, per_seconds: 86400, by: "tenant_id" },
    },
    "feature.anomalies.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.anomaly_triage.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.cloudtrail_intake.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.cost_remediation.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.digest.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.flag.evaluated": {
      properties: ["flag", "variant", "decided_by"],
      limit: { max: 50, per_seconds: 3600, by: "distinct_id" },
    },
    "feature.zombies.used": { properties: ["surface"], limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "notification.digest.opened": { properties: ["digest_kind", "surface", "digest_age_h"] },
    "onboarding.wizard.abandoned": { properties: ["step_number", "wizard_step"], set: { $process_person_profile: false } },
    "platform.cross_sell.activated": {
      properties: ["product_gap_d", "products_active_count", "target_product", "offer_id"],
      set: { $process_person_profile: false },
    },
    "platform.products.active_count": {
      properties: ["products_active", "products_active_count"],
      set: { $process_person_profile: false },
    },
    "session.daily.active": {
      properties: ["surface", "tenant_age_d"],
      limit: { max: 1, per_seconds: 86400, by: "distinct_id" },
    },
    "session.weekly.active": {
      properties: ["active_days", "active_people", "tenant_age_d"],
      set: { $process_person_profile: false },
    },
  },
};
