// Generated from schema/plan.yaml by `dd0c-track generate`. Do not edit: change the plan and run it again.
import type {
  CallOptions,
  ClientPlan,
  CreateTracker,
  Exact,
  Hashed,
  TrackByName,
} from "@dd0c/track-core/generated";
import {
  createBrowserTracker,
  type BrowserTracker,
  type BrowserTrackerOptions,
} from "@dd0c/track-browser";

/** Starts the tracker of dd0c/portal in the browser. */
export const createTracker: CreateTracker<BrowserTrackerOptions & { readonly context?: RuntimeContext }, Tracker, Events> = (options) =>
  createBrowserTracker<Tracker>(client, options);

/** dd0c/portal in the browser. Each call says its `tenant_id`, or a bound tracker does. */
export interface Tracker extends BrowserTracker {
  readonly track: Track<[context: CallContext & CallOptions]>;
  /** The same tracker, knowing this of every event. */
  with(context: CallContext & Pick<CallOptions, "distinct_id">): BoundTracker;
  /** The same tracker, for one tenant. */
  forTenant(tenant_id: string): BoundTracker;
  /** The same tracker, for one person. */
  forPerson(distinct_id: string): Tracker;
  /** Says who a person is, and what is known of them. */
  identify(distinct_id: string, traits?: PersonTraits): void;
  /** Says what is known of a tenant. */
  group(type: "tenant", key: string, traits?: TenantTraits): void;
  /** Keeps properties and adds them to every later event. */
  register(properties: Partial<SuperProperties>): void;
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
  identify(distinct_id: string, traits?: PersonTraits): void;
  /** Says what is known of a tenant. */
  group(type: "tenant", key: string, traits?: TenantTraits): void;
  /** Keeps properties and adds them to every later event. */
  register(properties: Partial<SuperProperties>): void;
}

/** Every event of dd0c/portal in the browser, by its name's words. */
export interface Track<Context extends readonly unknown[]> extends TrackByName<Events, Context> {
  readonly account: {
    readonly integration: {
      /**
       * A person began to connect an integration.
       *
       * Sent when: The connect button is pressed, before the redirect to the provider.
       *
       * Answers: How many tenants try to connect anything at all, and where in dd0c do they start?
       *
       * Owner: platform-team · [docs](https://docs.dd0c.dev/track/events/account.integration.started)
       */
      started<P extends AccountIntegrationStarted>(properties: Exact<AccountIntegrationStarted, P>, ...context: Context): void;
    };
    readonly signup: {
      /**
       * A visitor chose how to sign up.
       *
       * Sent when: One of the three signup buttons is pressed, before any redirect to the identity
       * provider.
       *
       * Answers: Which of the three ways of signing up loses people between the choice and the account?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/account.signup.method)
       */
      method<P extends AccountSignupMethod>(properties: Exact<AccountSignupMethod, P>, ...context: Context): void;
      /**
       * A visitor landed on the signup page.
       *
       * Sent when: The signup page has rendered, once a visit; the page has reserved the tenant id by
       * then.
       *
       * Answers: Which channels bring visitors who get as far as the signup page?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/account.signup.started)
       */
      started<P extends AccountSignupStarted>(properties: Exact<AccountSignupStarted, P>, ...context: Context): void;
    };
  };
  readonly billing: {
    readonly checkout: {
      /**
       * A person opened Stripe's checkout.
       *
       * Sent when: The checkout session exists and the browser is about to leave for Stripe.
       *
       * Answers: What makes tenants reach for a paid plan?
       *
       * Owner: billing-team · [docs](https://docs.dd0c.dev/track/events/billing.checkout.started)
       */
      started<P extends BillingCheckoutStarted>(properties: Exact<BillingCheckoutStarted, P>, ...context: Context): void;
    };
  };
  readonly feature: {
    readonly catalog_search: {
      /**
       * A person got something out of the feature catalog_search.
       *
       * Sent when: The main action of catalog_search has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use catalog_search stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.catalog_search.used)
       */
      used<P extends FeatureCatalogSearchUsed>(properties: Exact<FeatureCatalogSearchUsed, P>, ...context: Context): void;
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
    readonly scorecards: {
      /**
       * A person got something out of the feature scorecards.
       *
       * Sent when: The main action of scorecards has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use scorecards stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.scorecards.used)
       */
      used<P extends FeatureScorecardsUsed>(properties: Exact<FeatureScorecardsUsed, P>, ...context: Context): void;
    };
    readonly service_discovery: {
      /**
       * A person got something out of the feature service_discovery.
       *
       * Sent when: The main action of service_discovery has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use service_discovery stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.service_discovery.used)
       */
      used<P extends FeatureServiceDiscoveryUsed>(properties: Exact<FeatureServiceDiscoveryUsed, P>, ...context: Context): void;
    };
    readonly service_ownership: {
      /**
       * A person got something out of the feature service_ownership.
       *
       * Sent when: The main action of service_ownership has succeeded; opening its page does not count.
       *
       * Answers: Do tenants who use service_ownership stay longer than those who do not?
       *
       * Owner: growth-team · at most 1 per 1d ·
       * [docs](https://docs.dd0c.dev/track/events/feature.service_ownership.used)
       */
      used<P extends FeatureServiceOwnershipUsed>(properties: Exact<FeatureServiceOwnershipUsed, P>, ...context: Context): void;
    };
  };
  readonly onboarding: {
    readonly wizard: {
      /**
       * A person finished or skipped a step of the onboarding wizard.
       *
       * Sent when: The wizard moves on to the next step, or closes after the last one.
       *
       * Answers: Which step takes longest, and which may we leave out because people skip it anyway?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/onboarding.wizard.step_completed)
       */
      step_completed<P extends OnboardingWizardStepCompleted>(properties: Exact<OnboardingWizardStepCompleted, P>, ...context: Context): void;
    };
  };
  readonly platform: {
    readonly cross_sell: {
      /**
       * A person followed an offer for another product.
       *
       * Sent when: The offer's button is pressed, before the other product opens.
       *
       * Answers: Which pairs of products and which wording make people curious?
       *
       * Owner: growth-team · [docs](https://docs.dd0c.dev/track/events/platform.cross_sell.clicked)
       */
      clicked<P extends PlatformCrossSellClicked>(properties: Exact<PlatformCrossSellClicked, P>, ...context: Context): void;
      /**
       * A person saw an offer for another product.
       *
       * Sent when: Half of the offer has been visible for a second, once a page view.
       *
       * Answers: How many tenants ever see that there are other products?
       *
       * Owner: growth-team · at most 5 per 1h ·
       * [docs](https://docs.dd0c.dev/track/events/platform.cross_sell.impression)
       */
      impression<P extends PlatformCrossSellImpression>(properties: Exact<PlatformCrossSellImpression, P>, ...context: Context): void;
    };
  };
  readonly portal: {
    readonly scorecard: {
      /**
       * A person did something about a check that failed.
       *
       * Sent when: The ticket, pull request or exemption has been created from the scorecard.
       *
       * Answers: Do scorecards change services, or only make people look?
       *
       * Owner: portal-team · [docs](https://docs.dd0c.dev/track/events/portal.scorecard.action_taken)
       */
      action_taken<P extends PortalScorecardActionTaken>(properties: Exact<PortalScorecardActionTaken, P>, ...context: Context): void;
      /**
       * A person looked at the scorecard of a service.
       *
       * Sent when: The scorecard has loaded and is visible.
       *
       * Answers: Which scorecards do teams look at, and do they come back to the low ones?
       *
       * Owner: portal-team · [docs](https://docs.dd0c.dev/track/events/portal.scorecard.viewed)
       */
      viewed<P extends PortalScorecardViewed>(properties: Exact<PortalScorecardViewed, P>, ...context: Context): void;
    };
    readonly search: {
      /**
       * A person searched the catalogue and saw what was found.
       *
       * Sent when: Results have stood still for a second, so that typing counts as one search.
       *
       * Answers: How often do people find what they look for, and what kind of thing is it?
       *
       * Owner: portal-team · [docs](https://docs.dd0c.dev/track/events/portal.search.performed)
       */
      performed<P extends PortalSearchPerformed>(properties: Exact<PortalSearchPerformed, P>, ...context: Context): void;
    };
    readonly service: {
      /**
       * A team declared itself the owner of a service.
       *
       * Sent when: The claim has been saved.
       *
       * Answers: How long do services stay without an owner, and do teams accept the owner we propose?
       *
       * Owner: portal-team · [docs](https://docs.dd0c.dev/track/events/portal.service.claimed)
       */
      claimed<P extends PortalServiceClaimed>(properties: Exact<PortalServiceClaimed, P>, ...context: Context): void;
    };
  };
}

/** The properties of every event of dd0c/portal in the browser, by the event's name. */
export interface Events {
  readonly "account.integration.started": AccountIntegrationStarted;
  readonly "account.signup.method": AccountSignupMethod;
  readonly "account.signup.started": AccountSignupStarted;
  readonly "billing.checkout.started": BillingCheckoutStarted;
  readonly "feature.catalog_search.used": FeatureCatalogSearchUsed;
  readonly "feature.flag.evaluated": FeatureFlagEvaluated;
  readonly "feature.scorecards.used": FeatureScorecardsUsed;
  readonly "feature.service_discovery.used": FeatureServiceDiscoveryUsed;
  readonly "feature.service_ownership.used": FeatureServiceOwnershipUsed;
  readonly "onboarding.wizard.step_completed": OnboardingWizardStepCompleted;
  readonly "platform.cross_sell.clicked": PlatformCrossSellClicked;
  readonly "platform.cross_sell.impression": PlatformCrossSellImpression;
  readonly "portal.scorecard.action_taken": PortalScorecardActionTaken;
  readonly "portal.scorecard.viewed": PortalScorecardViewed;
  readonly "portal.search.performed": PortalSearchPerformed;
  readonly "portal.service.claimed": PortalServiceClaimed;
}

/** Properties of `account.integration.started`. */
export interface AccountIntegrationStarted {
  /** Which try it is; the first one is 1. Unit: attempts. From 1 to 100. For example `1`. */
  readonly attempt: number;
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

/** Properties of `account.signup.method`. */
export interface AccountSignupMethod {
  /**
   * The way in which the user proved who they are.
   *
   * - `github_sso`: Single sign-on with GitHub
   * - `google_sso`: Single sign-on with Google
   * - `email`: A link sent to an e-mail address
   */
  readonly signup_method: "github_sso" | "google_sso" | "email";
}

/** Properties of `account.signup.started`. */
export interface AccountSignupStarted {
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
  /** The page of our site from which the visitor came. */
  readonly entry_page?: "home" | "pricing" | "docs" | "blog" | "comparison" | "invitation";
  /**
   * The site that linked here, without path or query string. Format: hostname. At most 253
   * characters. For example `"news.ycombinator.com"`.
   */
  readonly referrer_domain?: string;
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

/** Properties of `billing.checkout.started`. */
export interface BillingCheckoutStarted {
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

/** Properties of `feature.catalog_search.used`. */
export interface FeatureCatalogSearchUsed {
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

/** Properties of `feature.scorecards.used`. */
export interface FeatureScorecardsUsed {
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

/** Properties of `feature.service_discovery.used`. */
export interface FeatureServiceDiscoveryUsed {
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

/** Properties of `feature.service_ownership.used`. */
export interface FeatureServiceOwnershipUsed {
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

/** Properties of `onboarding.wizard.step_completed`. */
export interface OnboardingWizardStepCompleted {
  /** How long the user was at it, from start to end. In s. At most 604800. For example `95`. */
  readonly elapsed_s: number;
  /** Whether the step was skipped rather than done. */
  readonly is_skipped: boolean;
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

/** Properties of `platform.cross_sell.clicked`. */
export interface PlatformCrossSellClicked {
  /**
   * The wording and design of the offer, as the campaign sheet names it. At most 60 characters. For
   * example `"cost-to-drift-1"`.
   */
  readonly offer_id: string;
  /**
   * Where the offer was shown.
   *
   * - `dashboard_banner`: On top of a product's dashboard
   * - `empty_state`: In place of a list that is still empty
   * - `digest`: In a mail or Slack digest
   * - `settings`: On the page of products and plans
   */
  readonly placement: "dashboard_banner" | "empty_state" | "digest" | "settings";
  /** The product that is offered beside the one in use. */
  readonly target_product: "route" | "drift" | "alert" | "portal" | "cost" | "run";
}

/** Properties of `platform.cross_sell.impression`. */
export interface PlatformCrossSellImpression {
  /**
   * The wording and design of the offer, as the campaign sheet names it. At most 60 characters. For
   * example `"cost-to-drift-1"`.
   */
  readonly offer_id: string;
  /**
   * Where the offer was shown.
   *
   * - `dashboard_banner`: On top of a product's dashboard
   * - `empty_state`: In place of a list that is still empty
   * - `digest`: In a mail or Slack digest
   * - `settings`: On the page of products and plans
   */
  readonly placement: "dashboard_banner" | "empty_state" | "digest" | "settings";
  /** The product that is offered beside the one in use. */
  readonly target_product: "route" | "drift" | "alert" | "portal" | "cost" | "run";
}

/** Properties of `portal.scorecard.action_taken`. */
export interface PortalScorecardActionTaken {
  /** What the failed check is about. */
  readonly check_kind: "ownership" | "documentation" | "testing" | "security" | "reliability" | "cost";
  /**
   * What the person did about the failed check.
   *
   * - `ticket`: A ticket for later
   * - `pull_request`: A change right away
   * - `exemption`: The check does not apply to this service
   */
  readonly scorecard_action: "ticket" | "pull_request" | "exemption";
  /** The scorecard, by dd0c's own id. At most 40 characters. For example `"sc_d310"`. */
  readonly scorecard_id: string;
  /**
   * The share of the scorecard's checks that the service passes. Unit: percent. From 0 to 100. For
   * example `72`.
   */
  readonly scorecard_percent: number;
  /**
   * The service in the catalogue, by dd0c's own id. At most 40 characters. For example `"sv_e45a"`.
   */
  readonly service_id: string;
}

/** Properties of `portal.scorecard.viewed`. */
export interface PortalScorecardViewed {
  /** The scorecard, by dd0c's own id. At most 40 characters. For example `"sc_d310"`. */
  readonly scorecard_id: string;
  /**
   * The share of the scorecard's checks that the service passes. Unit: percent. From 0 to 100. For
   * example `72`.
   */
  readonly scorecard_percent: number;
  /**
   * The service in the catalogue, by dd0c's own id. At most 40 characters. For example `"sv_e45a"`.
   */
  readonly service_id: string;
}

/** Properties of `portal.search.performed`. */
export interface PortalSearchPerformed {
  /** How many results there were. Unit: results. From 0 to 10000. For example `8`. */
  readonly results_found: number;
  /** What sort of result was opened. Required when `opened_rank` is there. */
  readonly opened_kind?: "service" | "team" | "document" | "scorecard";
  /**
   * The place of the result that was opened, the top one is 1; absent where none was. Unit: places.
   * From 1 to 10000. For example `2`.
   */
  readonly opened_rank?: number;
}

/** Properties of `portal.service.claimed`. */
export interface PortalServiceClaimed {
  /** Whether the new owner is the one whom discovery had proposed. */
  readonly is_proposal_accepted: boolean;
  /**
   * The service in the catalogue, by dd0c's own id. At most 40 characters. For example `"sv_e45a"`.
   */
  readonly service_id: string;
  /** What sort of software the service is. */
  readonly service_kind?: "api" | "web_app" | "worker" | "library" | "data_pipeline" | "infrastructure";
  /** How long the service had been without an owner. In d. At most 36500. For example `6`. */
  readonly unowned_d?: number;
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
  readonly user_email?: Hashed<"email">;
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

/** Kept by the browser and added to every later event. */
export interface SuperProperties {
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
  /** Whether the visitor works at dd0c, so that reports can leave our own clicks out. */
  readonly is_internal?: boolean;
}

/** What the client knows at run time; everything else is types, and costs a bundle nothing. */
const client: ClientPlan = {
  format: 1,
  context: {
    app_version: { from: "runtime" },
    product: { value: "portal" },
    runtime: { value: "browser" },
    tenant_id: { from: "caller", required: true, group: "tenant", bind: "forTenant" },
  },
  person: {
    traits: { pii: { user_email: "email" } },
  },
  super_properties: {
    names: ["acquisition_channel", "is_internal"],
  },
  events: {
    "feature.catalog_search.used": { limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.flag.evaluated": { limit: { max: 50, per_seconds: 3600, by: "distinct_id" } },
    "feature.scorecards.used": { limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.service_discovery.used": { limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "feature.service_ownership.used": { limit: { max: 1, per_seconds: 86400, by: "distinct_id" } },
    "platform.cross_sell.impression": { limit: { max: 5, per_seconds: 3600, by: "distinct_id" } },
  },
};
