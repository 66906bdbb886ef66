// Generated from schema/plan.yaml by `dd0c-track generate`. Do not edit: change the plan and run it again.
import { z } from "zod";

/** What events carry beside their own properties. */
export const context = define(() => ({
  /** The release of the app that sent the event, to tell a bad release from a bad idea. */
  app_version: z.string().regex(/^\d+\.\d+\.\d+$/u).check(characters(0, 20)),
  /** The customer's organisation. The signup page reserves the id, and the new account keeps it. */
  tenant_id: z.string().regex(/^[a-z0-9][a-z0-9_-]{1,63}$/u).check(characters(0, 64)),
  /** The channel that brought the first visit, by last non-direct touch. */
  acquisition_channel: z.enum([
    "organic_search",
    "paid_search",
    "social",
    "community",
    "partner",
    "referral",
    "direct",
  ]),
  /** Whether the visitor works at dd0c, so that reports can leave our own clicks out. */
  is_internal: z.boolean(),
}));

/** A cloud resource by what it is, never by its ARN, address or tags. */
export const CloudResourceSchema = define(() =>
  z.strictObject({
    /** The AWS region in which the resource runs, or global. */
    region: z.string().regex(/^(global|[a-z]{2}(-[a-z]+)+-\d)$/u).check(characters(0, 24)),
    /** The AWS service that runs the resource. */
    service: z.enum([
      "ec2",
      "rds",
      "lambda",
      "s3",
      "ecs",
      "eks",
      "dynamodb",
      "elasticache",
      "opensearch",
      "sagemaker",
      "redshift",
      "cloudfront",
      "nat_gateway",
      "ebs",
    ]).or(z.string()),
    /** What sort of thing the resource is. */
    resource_kind: z.enum([
      "instance",
      "database",
      "function",
      "bucket",
      "cluster",
      "volume",
      "gateway",
      "endpoint",
      "address",
    ]).or(z.string()).optional(),
  }),
);

/**
 * A tenant linked an AWS account to dd0c.
 *
 * `account.aws.connected`
 */
export const AccountAwsConnectedSchema = define(() =>
  z.union([
    z.strictObject({
      /** The twelve digits of the AWS account. Arrives hashed (account_id). */
      cloud_account_id: hashed(),
      /** How the role came into the account. */
      connection_method: z.enum(["cloudformation", "terraform", "manual"]),
      /** Whether the account manages an organisation, so that its members can follow. */
      is_management_account: z.boolean(),
      /** The environment that is concerned, as the tenant labels it. */
      environment: z.enum(["production", "staging", "development", "unlabelled"]).optional(),
      app_version: context.app_version.optional(),
      product: z.enum(["alert", "drift", "portal", "route", "run"]),
      runtime: z.literal("node"),
      tenant_id: context.tenant_id,
    }),
    z.strictObject({
      /** The twelve digits of the AWS account. Arrives hashed (account_id). */
      cloud_account_id: hashed(),
      /** What we found of CloudTrail in the account. */
      cloudtrail_state: z.enum(["organization_trail", "account_trail", "created", "none"]),
      /** How the role came into the account. */
      connection_method: z.enum(["cloudformation", "terraform", "manual"]),
      /** Whether the account manages an organisation, so that its members can follow. */
      is_management_account: z.boolean(),
      /** The environment that is concerned, as the tenant labels it. */
      environment: z.enum(["production", "staging", "development", "unlabelled"]).optional(),
      app_version: context.app_version.optional(),
      product: z.literal("cost"),
      runtime: z.literal("node"),
      tenant_id: context.tenant_id,
    }),
  ]),
);

/**
 * A tenant gave dd0c access to its repositories.
 *
 * `account.git.connected`
 */
export const AccountGitConnectedSchema = define(() =>
  z.union([
    z.strictObject({
      /** How much of the Git organisation dd0c may read. */
      access_scope: z.enum(["all_repositories", "selected_repositories"]),
      /** The vendor behind the integration. */
      provider: z.enum(["github", "gitlab", "bitbucket"]),
      /** How many repositories dd0c may read. Unit: repositories. */
      repositories: z.int().min(0).max(100000),
      app_version: context.app_version.optional(),
      product: z.enum(["alert", "cost", "drift", "route", "run"]),
      runtime: z.literal("node"),
      tenant_id: context.tenant_id,
    }),
    z.strictObject({
      /** How much of the Git organisation dd0c may read. */
      access_scope: z.enum(["all_repositories", "selected_repositories"]),
      /** The vendor behind the integration. */
      provider: z.enum(["github", "gitlab", "bitbucket"]),
      /** How many repositories dd0c may read. Unit: repositories. */
      repositories: z.int().min(0).max(100000),
      /** Whether at least one repository holds a catalogue file from another portal. */
      has_catalog_files: z.boolean().optional(),
      app_version: context.app_version.optional(),
      product: z.literal("portal"),
      runtime: z.literal("node"),
      tenant_id: context.tenant_id,
    }),
  ]),
);

/**
 * An integration works, and dd0c has read through it once.
 *
 * `account.integration.completed`
 */
export const AccountIntegrationCompletedSchema = define(() =>
  z.strictObject({
    /** Which try it is; the first one is 1. Unit: attempts. */
    attempt: z.int().min(1).max(100),
    /** How long the user was at it, from start to end. Unit: s. */
    elapsed_s: z.number().min(0).max(604800),
    /** The kind of thing that is connected. */
    integration: z.enum(["aws", "slack", "git", "iac", "monitoring", "on_call", "llm"]),
    /** The vendor behind the integration. */
    provider: z.enum([
      "aws",
      "slack",
      "github",
      "gitlab",
      "bitbucket",
      "terraform",
      "pulumi",
      "datadog",
      "grafana",
      "prometheus",
      "cloudwatch",
      "pagerduty",
      "opsgenie",
      "openai",
      "anthropic",
      "bedrock",
    ]).or(z.string()),
    /** The place in dd0c from which the integration was set up. */
    setup_surface: z.enum(["wizard", "settings", "feature_gate", "marketplace"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * An attempt to connect an integration came to nothing.
 *
 * `account.integration.failed`
 */
export const AccountIntegrationFailedSchema = define(() =>
  z.strictObject({
    /** Which try it is; the first one is 1. Unit: attempts. */
    attempt: z.int().min(1).max(100),
    /** The sort of failure; never the message, which may quote the customer's data. */
    error_type: z.enum([
      "permission_denied",
      "invalid_credentials",
      "not_found",
      "conflict",
      "rate_limited",
      "timed_out",
      "unreachable",
      "invalid_input",
      "internal",
    ]).or(z.string()),
    /** How far the attempt came. */
    failed_phase: z.enum(["authorize", "verify", "abandoned"]),
    /** The kind of thing that is connected. */
    integration: z.enum(["aws", "slack", "git", "iac", "monitoring", "on_call", "llm"]),
    /** The vendor behind the integration. */
    provider: z.enum([
      "aws",
      "slack",
      "github",
      "gitlab",
      "bitbucket",
      "terraform",
      "pulumi",
      "datadog",
      "grafana",
      "prometheus",
      "cloudwatch",
      "pagerduty",
      "opsgenie",
      "openai",
      "anthropic",
      "bedrock",
    ]).or(z.string()),
    /** The place in dd0c from which the integration was set up. */
    setup_surface: z.enum(["wizard", "settings", "feature_gate", "marketplace"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person began to connect an integration.
 *
 * `account.integration.started`
 */
export const AccountIntegrationStartedSchema = define(() =>
  z.strictObject({
    /** Which try it is; the first one is 1. Unit: attempts. */
    attempt: z.int().min(1).max(100),
    /** The kind of thing that is connected. */
    integration: z.enum(["aws", "slack", "git", "iac", "monitoring", "on_call", "llm"]),
    /** The vendor behind the integration. */
    provider: z.enum([
      "aws",
      "slack",
      "github",
      "gitlab",
      "bitbucket",
      "terraform",
      "pulumi",
      "datadog",
      "grafana",
      "prometheus",
      "cloudwatch",
      "pagerduty",
      "opsgenie",
      "openai",
      "anthropic",
      "bedrock",
    ]).or(z.string()),
    /** The place in dd0c from which the integration was set up. */
    setup_surface: z.enum(["wizard", "settings", "feature_gate", "marketplace"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * An account and its tenant were created.
 *
 * `account.signup.completed`
 */
export const AccountSignupCompletedSchema = define(() =>
  z.strictObject({
    /** The channel that brought the first visit, by last non-direct touch. */
    acquisition_channel: z.enum([
      "organic_search",
      "paid_search",
      "social",
      "community",
      "partner",
      "referral",
      "direct",
    ]),
    /** Whether a colleague's invitation led here. */
    is_invited: z.boolean(),
    /** The way in which the user proved who they are. */
    signup_method: z.enum(["github_sso", "google_sso", "email"]),
    /** The site that linked here, without path or query string. */
    referrer_domain: z.hostname().check(characters(0, 253)).optional(),
    /** The address that the user signed up with. Arrives hashed (email). */
    user_email: hashed().optional(),
    /** What the user does in the company, as chosen at signup. */
    user_role: z.enum(["founder", "developer", "platform_engineer", "sre", "finance", "other"]).optional(),
    /** The campaign tag that says which of our campaigns it was. */
    utm_campaign: z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/u).check(characters(0, 100)).optional(),
    /** The campaign tag that says what sort of link was followed. */
    utm_medium: z.enum(["cpc", "newsletter", "social", "video", "partner", "qr"]).or(z.string()).optional(),
    /** The campaign tag that says which site sent the visitor. */
    utm_source: z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/u).check(characters(0, 64)).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A visitor chose how to sign up.
 *
 * `account.signup.method`
 */
export const AccountSignupMethodSchema = define(() =>
  z.strictObject({
    /** The way in which the user proved who they are. */
    signup_method: z.enum(["github_sso", "google_sso", "email"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A visitor landed on the signup page.
 *
 * `account.signup.started`
 */
export const AccountSignupStartedSchema = define(() =>
  z.strictObject({
    /** The channel that brought the first visit, by last non-direct touch. */
    acquisition_channel: z.enum([
      "organic_search",
      "paid_search",
      "social",
      "community",
      "partner",
      "referral",
      "direct",
    ]),
    /** Whether a colleague's invitation led here. */
    is_invited: z.boolean(),
    /** The page of our site from which the visitor came. */
    entry_page: z.enum(["home", "pricing", "docs", "blog", "comparison", "invitation"]).optional(),
    /** The site that linked here, without path or query string. */
    referrer_domain: z.hostname().check(characters(0, 253)).optional(),
    /** The campaign tag that says which of our campaigns it was. */
    utm_campaign: z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/u).check(characters(0, 100)).optional(),
    /** The campaign tag that says what sort of link was followed. */
    utm_medium: z.enum(["cpc", "newsletter", "social", "video", "partner", "qr"]).or(z.string()).optional(),
    /** The campaign tag that says which site sent the visitor. */
    utm_source: z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/u).check(characters(0, 64)).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A tenant linked its Slack workspace to its dd0c account.
 *
 * `account.slack.installed`
 */
export const AccountSlackInstalledSchema = define(() =>
  z.strictObject({
    /** Whether the app was installed for a whole Enterprise Grid organisation. */
    is_org_wide: z.boolean(),
    /** The place in dd0c from which the integration was set up. */
    setup_surface: z.enum(["wizard", "settings", "feature_gate", "marketplace"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * An alert was grouped into an incident that was open already.
 *
 * `alert.correlated`
 */
export const AlertCorrelatedSchema = define(() =>
  z.strictObject({
    /** The alert, by dd0c's own id. */
    alert_id: z.string().regex(/^al_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The tool that raised the alert. */
    alert_source: z.enum([
      "datadog",
      "grafana",
      "prometheus",
      "cloudwatch",
      "sentry",
      "new_relic",
      "webhook",
    ]).or(z.string()),
    /** How many alerts the incident holds by now. Unit: alerts. */
    alerts_in_incident: z.int().min(1).max(100000),
    /** How sure the engine is that the alert belongs to the incident. Unit: ratio. */
    correlation_confidence: z.number().min(0).max(1),
    /** What made the alerts belong together. */
    correlation_method: z.enum(["topology", "time_window", "shared_labels", "deployment", "text_similarity"]),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * Two or more alerts of a tenant were grouped for the first time.
 *
 * `alert.correlation.first_match`
 */
export const AlertCorrelationFirstMatchSchema = define(() =>
  z.strictObject({
    /** How many alerts the incident holds by now. Unit: alerts. */
    alerts_in_incident: z.int().min(2).max(100000),
    /** What made the alerts belong together. */
    correlation_method: z.enum(["topology", "time_window", "shared_labels", "deployment", "text_similarity"]),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /**
     * How long first value took since the event that starts the product's activation clock. Unit: s.
     */
    time_to_value_s: z.number().min(0).max(31536000),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * An incident was handed to somebody on call.
 *
 * `alert.escalated`
 */
export const AlertEscalatedSchema = define(() =>
  z.strictObject({
    /** How many alerts the incident holds by now. Unit: alerts. */
    alerts_in_incident: z.int().min(1).max(100000),
    /** The rung of the escalation policy; the first is 1. Unit: levels. */
    escalation_level: z.int().min(1).max(10),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The vendor behind the integration. */
    provider: z.enum(["slack", "pagerduty", "opsgenie"]),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person said that an incident's grouping helped.
 *
 * `alert.feedback.helpful`
 */
export const AlertFeedbackHelpfulSchema = define(() =>
  z.strictObject({
    /** How many alerts the incident holds by now. Unit: alerts. */
    alerts_in_incident: z.int().min(1).max(100000),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    /** What made the alerts belong together. */
    correlation_method: z.enum(["topology", "time_window", "shared_labels", "deployment", "text_similarity"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person said that an incident should never have reached them.
 *
 * `alert.feedback.noise`
 */
export const AlertFeedbackNoiseSchema = define(() =>
  z.strictObject({
    /** How many alerts the incident holds by now. Unit: alerts. */
    alerts_in_incident: z.int().min(1).max(100000),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    /** What made the alerts belong together. */
    correlation_method: z.enum(["topology", "time_window", "shared_labels", "deployment", "text_similarity"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * An alert from a monitoring tool was taken in.
 *
 * `alert.ingested`
 */
export const AlertIngestedSchema = define(() =>
  z.strictObject({
    /** The alert, by dd0c's own id. */
    alert_id: z.string().regex(/^al_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The tool that raised the alert. */
    alert_source: z.enum([
      "datadog",
      "grafana",
      "prometheus",
      "cloudwatch",
      "sentry",
      "new_relic",
      "webhook",
    ]).or(z.string()),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** How long after the tool raised the alert it reached us. Unit: ms. */
    ingest_lag_ms: z.number().min(0).max(86400000),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * The time from an incident's first alert to its resolution is known.
 *
 * `alert.mttr.measured`
 */
export const AlertMttrMeasuredSchema = define(() =>
  z.strictObject({
    /** How many alerts the incident holds by now. Unit: alerts. */
    alerts_in_incident: z.int().min(1).max(100000),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)),
    /** Who or what ended the incident. */
    resolved_by: z.enum(["person", "recovery", "runbook"]),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** From the first alert to the resolution. Unit: min. */
    time_to_resolve_min: z.number().min(0).max(525600),
    /** From the first alert to the first human sign; absent where nobody reacted. Unit: s. */
    time_to_acknowledge_s: z.number().min(0).max(31536000).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * An alert was held back, and nobody was told of it.
 *
 * `alert.suppressed`
 */
export const AlertSuppressedSchema = define(() =>
  z.strictObject({
    /** The alert, by dd0c's own id. */
    alert_id: z.string().regex(/^al_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The tool that raised the alert. */
    alert_source: z.enum([
      "datadog",
      "grafana",
      "prometheus",
      "cloudwatch",
      "sentry",
      "new_relic",
      "webhook",
    ]).or(z.string()),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** Why the alert was held back. */
    suppression_reason: z.enum(["duplicate", "flapping", "learned_noise", "maintenance", "rule"]),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("incident_id", { suppression_reason: ["duplicate"] })),
);

/**
 * The former name of a delivered Slack alert about an anomaly.
 *
 * `anomaly.alert.sent`
 *
 * @deprecated Renamed with the product's domain. Use `cost.anomaly.alerted`.
 */
export const AnomalyAlertSentSchema = define(() =>
  z.strictObject({
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In which way the spending is unusual. */
    anomaly_kind: z.enum(["spike", "new_resource", "slow_growth", "region"]),
    /** The kind of Slack conversation. */
    channel_kind: z.enum(["public", "private", "dm"]),
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** How sure the detector is that the spending is unusual. Unit: ratio. */
    score: z.number().min(0).max(1),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** The cloud resource that is concerned. */
    resource: CloudResourceSchema.optional(),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * The former name of an anomaly that a person put off.
 *
 * `anomaly.alert.snoozed`
 *
 * @deprecated It is the anomaly that is snoozed, not the alert. Use `cost.anomaly.snoozed`.
 */
export const AnomalyAlertSnoozedSchema = define(() =>
  z.strictObject({
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In which way the spending is unusual. */
    anomaly_kind: z.enum(["spike", "new_resource", "slow_growth", "region"]),
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** How sure the detector is that the spending is unusual. Unit: ratio. */
    score: z.number().min(0).max(1),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** For how long the anomaly stays quiet. Unit: h. */
    snoozed_for_h: z.number().min(1).max(720),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A tenant left Stripe's checkout without paying.
 *
 * `billing.checkout.abandoned`
 */
export const BillingCheckoutAbandonedSchema = define(() =>
  z.strictObject({
    /** The price of one billing interval, before tax. USD, in minor units. */
    amount_cents: z.int().min(0).max(100000000),
    /** How often the tenant is invoiced. */
    billing_interval: z.enum(["monthly", "yearly"]),
    /** Stripe's id of the checkout session, which joins its start to its end. */
    checkout_id: z.string().regex(/^cs_(test|live)_[A-Za-z0-9]+$/u).check(characters(0, 128)),
    /** The price plan of a product. */
    plan_tier: z.enum(["pro", "business"]),
    /** How many seats the subscription has. Unit: seats. */
    seats: z.int().min(1).max(100000),
    /** What made the tenant look at the paid plans. */
    upgrade_trigger: z.enum(["usage_limit", "feature_gate", "cross_sell", "pricing_page", "sales"]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A tenant paid in Stripe's checkout.
 *
 * `billing.checkout.completed`
 */
export const BillingCheckoutCompletedSchema = define(() =>
  z.strictObject({
    /** The price of one billing interval, before tax. USD, in minor units. */
    amount_cents: z.int().min(0).max(100000000),
    /** How often the tenant is invoiced. */
    billing_interval: z.enum(["monthly", "yearly"]),
    /** Stripe's id of the checkout session, which joins its start to its end. */
    checkout_id: z.string().regex(/^cs_(test|live)_[A-Za-z0-9]+$/u).check(characters(0, 128)),
    /** The price plan of a product. */
    plan_tier: z.enum(["pro", "business"]),
    /** How many seats the subscription has. Unit: seats. */
    seats: z.int().min(1).max(100000),
    /** What made the tenant look at the paid plans. */
    upgrade_trigger: z.enum(["usage_limit", "feature_gate", "cross_sell", "pricing_page", "sales"]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person opened Stripe's checkout.
 *
 * `billing.checkout.started`
 */
export const BillingCheckoutStartedSchema = define(() =>
  z.strictObject({
    /** The price of one billing interval, before tax. USD, in minor units. */
    amount_cents: z.int().min(0).max(100000000),
    /** How often the tenant is invoiced. */
    billing_interval: z.enum(["monthly", "yearly"]),
    /** Stripe's id of the checkout session, which joins its start to its end. */
    checkout_id: z.string().regex(/^cs_(test|live)_[A-Za-z0-9]+$/u).check(characters(0, 128)),
    /** The price plan of a product. */
    plan_tier: z.enum(["pro", "business"]),
    /** How many seats the subscription has. Unit: seats. */
    seats: z.int().min(1).max(100000),
    /** What made the tenant look at the paid plans. */
    upgrade_trigger: z.enum(["usage_limit", "feature_gate", "cross_sell", "pricing_page", "sales"]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A tenant cancelled its subscription to the product.
 *
 * `billing.churn.detected`
 */
export const BillingChurnDetectedSchema = define(() =>
  z.strictObject({
    /** Who or what ended the subscription. */
    churn_cause: z.enum(["cancelled", "payment_failed"]),
    /**
     * By how much the change moves the monthly recurring revenue; a loss is negative. USD, in minor
     * units.
     */
    mrr_change_cents: z.int().min(-1000000000).max(0),
    /** The price plan before the change. */
    previous_plan_tier: z.enum(["pro", "business"]),
    /** In how many products the tenant was active during the last 28 days. Unit: products. */
    products_active_count: z.int().min(0).max(6),
    /** How long ago the tenant signed up. Unit: d. */
    tenant_age_d: z.number().min(0).max(36500),
    /** The reason picked in the cancellation dialogue. */
    churn_reason: z.enum([
      "too_expensive",
      "missing_feature",
      "too_noisy",
      "no_need",
      "switched",
      "unsaid",
    ]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("churn_reason", { churn_cause: ["cancelled"] })),
);

/**
 * The price plan or the seats of a subscription changed, up or down.
 *
 * `billing.plan.changed`
 */
export const BillingPlanChangedSchema = define(() =>
  z.strictObject({
    /** How often the tenant is invoiced. */
    billing_interval: z.enum(["monthly", "yearly"]),
    /** Whether the tenant pays more or less from now on. */
    direction: z.enum(["upgrade", "downgrade"]),
    /**
     * By how much the change moves the monthly recurring revenue; a loss is negative. USD, in minor
     * units.
     */
    mrr_change_cents: z.int().min(-1000000000).max(1000000000),
    /** The price plan of a product. */
    plan_tier: z.enum(["free", "pro", "business"]),
    /** The price plan before the change. */
    previous_plan_tier: z.enum(["free", "pro", "business"]),
    /** How many seats the subscription has. Unit: seats. */
    seats: z.int().min(1).max(100000),
    /** What made the tenant look at the paid plans. */
    upgrade_trigger: z.enum(["usage_limit", "feature_gate", "cross_sell", "pricing_page", "sales"]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A tenant moved from the free tier of the product to a paid plan for the first time.
 *
 * `billing.upgrade.completed`
 */
export const BillingUpgradeCompletedSchema = define(() =>
  z.strictObject({
    /** How often the tenant is invoiced. */
    billing_interval: z.enum(["monthly", "yearly"]),
    /**
     * By how much the change moves the monthly recurring revenue; a loss is negative. USD, in minor
     * units.
     */
    mrr_change_cents: z.int().min(0).max(1000000000),
    /** The price plan of a product. */
    plan_tier: z.enum(["pro", "business"]),
    /** In how many products the tenant was active during the last 28 days. Unit: products. */
    products_active_count: z.int().min(0).max(6),
    /** How many seats the subscription has. Unit: seats. */
    seats: z.int().min(1).max(100000),
    /** How long ago the tenant signed up. Unit: d. */
    tenant_age_d: z.number().min(0).max(36500),
    /** What made the tenant look at the paid plans. */
    upgrade_trigger: z.enum(["usage_limit", "feature_gate", "cross_sell", "pricing_page", "sales"]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A Slack alert about a scored anomaly was delivered.
 *
 * `cost.anomaly.alerted`
 */
export const CostAnomalyAlertedSchema = define(() =>
  z.strictObject({
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In which way the spending is unusual. */
    anomaly_kind: z.enum(["spike", "new_resource", "slow_growth", "region"]),
    /** The kind of Slack conversation. */
    channel_kind: z.enum(["public", "private", "dm"]),
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** How sure the detector is that the spending is unusual. Unit: ratio. */
    score: z.number().min(0).max(1),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** The cloud resource that is concerned. */
    resource: CloudResourceSchema.optional(),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person said that the spending was meant to happen.
 *
 * `cost.anomaly.expected`
 */
export const CostAnomalyExpectedSchema = define(() =>
  z.strictObject({
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In which way the spending is unusual. */
    anomaly_kind: z.enum(["spike", "new_resource", "slow_growth", "region"]),
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** How sure the detector is that the spending is unusual. Unit: ratio. */
    score: z.number().min(0).max(1),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * The first anomaly above the threshold was found in a tenant's own account.
 *
 * `cost.anomaly.first_detected`
 */
export const CostAnomalyFirstDetectedSchema = define(() =>
  z.strictObject({
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In which way the spending is unusual. */
    anomaly_kind: z.enum(["spike", "new_resource", "slow_growth", "region"]),
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** How sure the detector is that the spending is unusual. Unit: ratio. */
    score: z.number().min(0).max(1),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /**
     * How long first value took since the event that starts the product's activation clock. Unit: s.
     */
    time_to_value_s: z.number().min(0).max(31536000),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * The detector judged a change in spending, whether or not an alert follows.
 *
 * `cost.anomaly.scored`
 */
export const CostAnomalyScoredSchema = define(() =>
  z.strictObject({
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In which way the spending is unusual. */
    anomaly_kind: z.enum(["spike", "new_resource", "slow_growth", "region"]),
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** Whether the score is above the tenant's threshold. */
    is_alert_due: z.boolean(),
    /** How sure the detector is that the spending is unusual. Unit: ratio. */
    score: z.number().min(0).max(1),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person put an anomaly off until later.
 *
 * `cost.anomaly.snoozed`
 */
export const CostAnomalySnoozedSchema = define(() =>
  z.strictObject({
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In which way the spending is unusual. */
    anomaly_kind: z.enum(["spike", "new_resource", "slow_growth", "region"]),
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** How sure the detector is that the spending is unusual. Unit: ratio. */
    score: z.number().min(0).max(1),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** For how long the anomaly stays quiet. Unit: h. */
    snoozed_for_h: z.number().min(1).max(720),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * The daily digest of spending went out to a tenant.
 *
 * `cost.digest.sent`
 */
export const CostDigestSentSchema = define(() =>
  z.strictObject({
    /** How many anomalies the digest tells of. Unit: anomalies. */
    anomalies_listed: z.int().min(0).max(1000),
    /** Where the person was when they did it. */
    surface: z.enum(["slack", "email"]),
    /** The kind of Slack conversation. */
    channel_kind: z.enum(["public", "private", "dm"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("channel_kind", { surface: ["slack"] })),
);

/**
 * A CloudTrail record that can change the bill was taken in.
 *
 * `cost.event.ingested`
 */
export const CostEventIngestedSchema = define(() =>
  z.strictObject({
    /** What the record says happened to the resource. */
    change_kind: z.enum(["created", "started", "resized", "stopped", "deleted"]),
    /** How long after the change the record reached us. Unit: s. */
    ingest_lag_s: z.number().min(0).max(86400),
    /** The cloud resource that is concerned. */
    resource: CloudResourceSchema,
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person asked to stop, terminate or shrink a resource.
 *
 * `cost.remediation.clicked`
 */
export const CostRemediationClickedSchema = define(() =>
  z.strictObject({
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** What should happen to the resource. */
    remediation_action: z.enum(["stop", "terminate", "resize", "snapshot_and_delete"]),
    /** The cloud resource that is concerned. */
    resource: CloudResourceSchema,
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)).optional(),
    /** The idle resource, by dd0c's own id. */
    zombie_id: z.string().regex(/^zo_[a-z0-9]+$/u).check(characters(0, 40)).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * AWS did, or refused to do, what a person had asked for.
 *
 * `cost.remediation.executed`
 */
export const CostRemediationExecutedSchema = define(() =>
  z.strictObject({
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** How the work ended, seen by whoever asked for it. */
    outcome: z.enum(["success", "failed"]),
    /** What should happen to the resource. */
    remediation_action: z.enum(["stop", "terminate", "resize", "snapshot_and_delete"]),
    /** The cloud resource that is concerned. */
    resource: CloudResourceSchema,
    /** The sort of failure; never the message, which may quote the customer's data. */
    error_type: z.enum([
      "permission_denied",
      "invalid_credentials",
      "not_found",
      "conflict",
      "rate_limited",
      "timed_out",
      "unreachable",
      "invalid_input",
      "internal",
    ]).or(z.string()).optional(),
    /** The anomaly, by dd0c's own id. */
    anomaly_id: z.string().regex(/^an_[a-z0-9]+$/u).check(characters(0, 40)).optional(),
    /** The idle resource, by dd0c's own id. */
    zombie_id: z.string().regex(/^zo_[a-z0-9]+$/u).check(characters(0, 40)).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("error_type", { outcome: ["failed"] })),
);

/**
 * A resource that nobody uses was found, and it still costs money.
 *
 * `cost.zombie.detected`
 */
export const CostZombieDetectedSchema = define(() =>
  z.strictObject({
    /** What it costs more each day than expected. USD, in minor units. */
    daily_impact_cents: z.int().min(0).max(1000000000),
    /** For how long nobody has used the resource. Unit: d. */
    idle_d: z.number().min(1).max(36500),
    /** The cloud resource that is concerned. */
    resource: CloudResourceSchema,
    /** The idle resource, by dd0c's own id. */
    zombie_id: z.string().regex(/^zo_[a-z0-9]+$/u).check(characters(0, 40)),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person looked at what their models cost.
 *
 * `dashboard.cost.viewed`
 */
export const DashboardCostViewedSchema = define(() =>
  z.strictObject({
    /** The cut by which spending is shown. */
    breakdown: z.enum(["model", "team", "task", "environment", "route"]),
    /** How far back the figures go. Unit: d. */
    period_d: z.number().min(1).max(366),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A drift agent is alive and up to date with its stacks.
 *
 * `drift.agent.heartbeat`
 */
export const DriftAgentHeartbeatSchema = define(() =>
  z.strictObject({
    /** The drift agent, as registered at its first start. */
    agent_id: z.string().regex(/^ag_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The release of the drift agent. */
    agent_version: z.string().regex(/^\d+\.\d+\.\d+$/u).check(characters(0, 20)),
    /** How long ago the agent finished its latest scan. Unit: min. */
    scan_age_min: z.number().min(0).max(525600).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A drift agent runs in the tenant's network and has reported for duty.
 *
 * `drift.agent.installed`
 */
export const DriftAgentInstalledSchema = define(() =>
  z.strictObject({
    /** The drift agent, as registered at its first start. */
    agent_id: z.string().regex(/^ag_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The release of the drift agent. */
    agent_version: z.string().regex(/^\d+\.\d+\.\d+$/u).check(characters(0, 20)),
    /** The tool that the stack is written for. */
    iac_tool: z.enum(["terraform", "opentofu", "pulumi", "cloudformation"]),
    /** How the agent came into the network. */
    install_method: z.enum(["helm", "terraform", "docker", "ci_step"]),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * The first drift of a tenant was found in a stack that is not our sample stack.
 *
 * `drift.detection.first_found`
 */
export const DriftDetectionFirstFoundSchema = define(() =>
  z.strictObject({
    /** How many differences were found. Unit: drifts. */
    drifts_found: z.int().min(1).max(100000),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** The tool that the stack is written for. */
    iac_tool: z.enum(["terraform", "opentofu", "pulumi", "cloudformation"]),
    /** How many resources were compared with their code. Unit: resources. */
    resources_scanned: z.int().min(0).max(1000000),
    /** The stack or workspace, by dd0c's own id. */
    stack_id: z.string().regex(/^st_[a-z0-9]+$/u).check(characters(0, 40)),
    /**
     * How long first value took since the event that starts the product's activation clock. Unit: s.
     */
    time_to_value_s: z.number().min(0).max(31536000),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person said that a drift is none.
 *
 * `drift.false_positive.marked`
 */
export const DriftFalsePositiveMarkedSchema = define(() =>
  z.strictObject({
    /** One difference between a resource and its code. */
    drift_id: z.string().regex(/^dr_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In what way the resource differs from its code. */
    drift_kind: z.enum(["changed", "unmanaged", "missing"]),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** Why the drift does not count, as picked from the list. */
    mute_reason: z.enum(["managed_elsewhere", "autoscaling", "intended", "wrong_diff"]),
    /** How far the mark reaches. */
    mute_scope: z.enum(["drift", "resource", "stack"]),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** The stack or workspace, by dd0c's own id. */
    stack_id: z.string().regex(/^st_[a-z0-9]+$/u).check(characters(0, 40)),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A drift is gone, since code and reality agree again.
 *
 * `drift.remediation.applied`
 */
export const DriftRemediationAppliedSchema = define(() =>
  z.strictObject({
    /** One difference between a resource and its code. */
    drift_id: z.string().regex(/^dr_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In what way the resource differs from its code. */
    drift_kind: z.enum(["changed", "unmanaged", "missing"]),
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** How code and reality are brought together again. */
    remediation_method: z.enum(["apply_code", "open_pull_request", "import_resource"]),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** The stack or workspace, by dd0c's own id. */
    stack_id: z.string().regex(/^st_[a-z0-9]+$/u).check(characters(0, 40)),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person asked for a drift to be repaired.
 *
 * `drift.remediation.clicked`
 */
export const DriftRemediationClickedSchema = define(() =>
  z.strictObject({
    /** One difference between a resource and its code. */
    drift_id: z.string().regex(/^dr_[a-z0-9]+$/u).check(characters(0, 40)),
    /** In what way the resource differs from its code. */
    drift_kind: z.enum(["changed", "unmanaged", "missing"]),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** How code and reality are brought together again. */
    remediation_method: z.enum(["apply_code", "open_pull_request", "import_resource"]),
    /** How bad it is, after every source's own scale is mapped to ours. */
    severity: z.enum(["critical", "high", "medium", "low"]),
    /** The stack or workspace, by dd0c's own id. */
    stack_id: z.string().regex(/^st_[a-z0-9]+$/u).check(characters(0, 40)),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A stack was compared with its code, and all drifts were stored.
 *
 * `drift.scan.completed`
 */
export const DriftScanCompletedSchema = define(() =>
  z.strictObject({
    /** How many differences were found. Unit: drifts. */
    drifts_found: z.int().min(0).max(100000),
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** The tool that the stack is written for. */
    iac_tool: z.enum(["terraform", "opentofu", "pulumi", "cloudformation"]),
    /** How many resources were compared with their code. Unit: resources. */
    resources_scanned: z.int().min(0).max(1000000),
    /** What set the scan off. */
    scan_trigger: z.enum(["schedule", "person", "commit"]),
    /** The stack or workspace, by dd0c's own id. */
    stack_id: z.string().regex(/^st_[a-z0-9]+$/u).check(characters(0, 40)),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person got something out of the feature alert_feedback.
 *
 * `feature.alert_feedback.used`
 */
export const FeatureAlertFeedbackUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature alert_intake.
 *
 * `feature.alert_intake.used`
 */
export const FeatureAlertIntakeUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature anomalies.
 *
 * `feature.anomalies.used`
 */
export const FeatureAnomaliesUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature anomaly_triage.
 *
 * `feature.anomaly_triage.used`
 */
export const FeatureAnomalyTriageUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature approvals.
 *
 * `feature.approvals.used`
 */
export const FeatureApprovalsUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature catalog_search.
 *
 * `feature.catalog_search.used`
 */
export const FeatureCatalogSearchUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature cloudtrail_intake.
 *
 * `feature.cloudtrail_intake.used`
 */
export const FeatureCloudtrailIntakeUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature correlation.
 *
 * `feature.correlation.used`
 */
export const FeatureCorrelationUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature cost_remediation.
 *
 * `feature.cost_remediation.used`
 */
export const FeatureCostRemediationUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature digest.
 *
 * `feature.digest.used`
 */
export const FeatureDigestUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature drift_agent.
 *
 * `feature.drift_agent.used`
 */
export const FeatureDriftAgentUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature drift_muting.
 *
 * `feature.drift_muting.used`
 */
export const FeatureDriftMutingUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature drift_remediation.
 *
 * `feature.drift_remediation.used`
 */
export const FeatureDriftRemediationUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature dry_runs.
 *
 * `feature.dry_runs.used`
 */
export const FeatureDryRunsUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature escalation.
 *
 * `feature.escalation.used`
 */
export const FeatureEscalationUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature executions.
 *
 * `feature.executions.used`
 */
export const FeatureExecutionsUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A feature flag decided what a person or tenant gets.
 *
 * `feature.flag.evaluated`
 */
export const FeatureFlagEvaluatedSchema = define(() =>
  z.strictObject({
    /** The flag as it is spelt in PostHog. */
    flag: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u).check(characters(0, 80)),
    /** The variant that was served; control stands for the old way. */
    variant: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/u).check(characters(0, 40)),
    /** Why this variant was served. */
    decided_by: z.enum(["rollout", "rule", "override", "fallback"]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.enum(["browser", "node"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature model_override.
 *
 * `feature.model_override.used`
 */
export const FeatureModelOverrideUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature model_routing.
 *
 * `feature.model_routing.used`
 */
export const FeatureModelRoutingUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature mttr_report.
 *
 * `feature.mttr_report.used`
 */
export const FeatureMttrReportUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature noise_suppression.
 *
 * `feature.noise_suppression.used`
 */
export const FeatureNoiseSuppressionUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("alert"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature rollbacks.
 *
 * `feature.rollbacks.used`
 */
export const FeatureRollbacksUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature runbooks.
 *
 * `feature.runbooks.used`
 */
export const FeatureRunbooksUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature savings_digest.
 *
 * `feature.savings_digest.used`
 */
export const FeatureSavingsDigestUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature scorecards.
 *
 * `feature.scorecards.used`
 */
export const FeatureScorecardsUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature service_discovery.
 *
 * `feature.service_discovery.used`
 */
export const FeatureServiceDiscoveryUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature service_ownership.
 *
 * `feature.service_ownership.used`
 */
export const FeatureServiceOwnershipUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature shadow_audit.
 *
 * `feature.shadow_audit.used`
 */
export const FeatureShadowAuditUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature spend_dashboard.
 *
 * `feature.spend_dashboard.used`
 */
export const FeatureSpendDashboardUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature stack_scans.
 *
 * `feature.stack_scans.used`
 */
export const FeatureStackScansUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("drift"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person got something out of the feature zombies.
 *
 * `feature.zombies.used`
 */
export const FeatureZombiesUsedSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    app_version: context.app_version.optional(),
    product: z.literal("cost"),
    runtime: z.enum(["browser", "node", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person opened a digest that we had sent.
 *
 * `notification.digest.opened`
 */
export const NotificationDigestOpenedSchema = define(() =>
  z.strictObject({
    /** Which of our digests it was. */
    digest_kind: z.enum([
      "daily_cost",
      "weekly_savings",
      "weekly_drift",
      "weekly_incidents",
      "weekly_scorecards",
      "weekly_runs",
    ]),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "email"]),
    /** How long the digest had been waiting when it was opened. Unit: h. */
    digest_age_h: z.number().min(0).max(720).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A tenant left the onboarding wizard and did not come back.
 *
 * `onboarding.wizard.abandoned`
 */
export const OnboardingWizardAbandonedSchema = define(() =>
  z.strictObject({
    /** The step's place in the wizard, counted from 1. Unit: steps. */
    step_number: z.int().min(1).max(10),
    /** The step of the onboarding wizard. */
    wizard_step: z.enum(["choose_goal", "connect_source", "connect_slack", "invite_team", "see_result"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person finished or skipped a step of the onboarding wizard.
 *
 * `onboarding.wizard.step_completed`
 */
export const OnboardingWizardStepCompletedSchema = define(() =>
  z.strictObject({
    /** How long the user was at it, from start to end. Unit: s. */
    elapsed_s: z.number().min(0).max(604800),
    /** Whether the step was skipped rather than done. */
    is_skipped: z.boolean(),
    /** The step's place in the wizard, counted from 1. Unit: steps. */
    step_number: z.int().min(1).max(10),
    /** The step of the onboarding wizard. */
    wizard_step: z.enum(["choose_goal", "connect_source", "connect_slack", "invite_team", "see_result"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A tenant reached the aha moment of a second or later product.
 *
 * `platform.cross_sell.activated`
 */
export const PlatformCrossSellActivatedSchema = define(() =>
  z.strictObject({
    /** How long after the tenant's first aha moment the new one came. Unit: d. */
    product_gap_d: z.number().min(0).max(36500),
    /** In how many products the tenant was active during the last 28 days. Unit: products. */
    products_active_count: z.int().min(2).max(6),
    /** The product that is offered beside the one in use. */
    target_product: z.enum(["route", "drift", "alert", "portal", "cost", "run"]),
    /** The wording and design of the offer, as the campaign sheet names it. */
    offer_id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u).check(characters(0, 60)).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person followed an offer for another product.
 *
 * `platform.cross_sell.clicked`
 */
export const PlatformCrossSellClickedSchema = define(() =>
  z.strictObject({
    /** The wording and design of the offer, as the campaign sheet names it. */
    offer_id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u).check(characters(0, 60)),
    /** Where the offer was shown. */
    placement: z.enum(["dashboard_banner", "empty_state", "digest", "settings"]),
    /** The product that is offered beside the one in use. */
    target_product: z.enum(["route", "drift", "alert", "portal", "cost", "run"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person saw an offer for another product.
 *
 * `platform.cross_sell.impression`
 */
export const PlatformCrossSellImpressionSchema = define(() =>
  z.strictObject({
    /** The wording and design of the offer, as the campaign sheet names it. */
    offer_id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u).check(characters(0, 60)),
    /** Where the offer was shown. */
    placement: z.enum(["dashboard_banner", "empty_state", "digest", "settings"]),
    /** The product that is offered beside the one in use. */
    target_product: z.enum(["route", "drift", "alert", "portal", "cost", "run"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * In how many products a tenant is active, counted anew each night.
 *
 * `platform.products.active_count`
 */
export const PlatformProductsActiveCountSchema = define(() =>
  z.strictObject({
    /** The products in which the tenant was active during the last 28 days. */
    products_active: z.array(z.enum(["route", "drift", "alert", "portal", "cost", "run"])).max(6).check(unique()),
    /** In how many products the tenant was active during the last 28 days. Unit: products. */
    products_active_count: z.int().min(0).max(6),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * The portal's app was installed in the tenant's Git organisation.
 *
 * `portal.app.installed`
 */
export const PortalAppInstalledSchema = define(() =>
  z.strictObject({
    /** How much of the Git organisation dd0c may read. */
    access_scope: z.enum(["all_repositories", "selected_repositories"]),
    /** The vendor behind the integration. */
    provider: z.enum(["github", "gitlab", "bitbucket"]),
    /** How many repositories dd0c may read. Unit: repositories. */
    repositories: z.int().min(0).max(100000),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * The catalogue of a tenant got its first service without anybody typing it in.
 *
 * `portal.discovery.first_service`
 */
export const PortalDiscoveryFirstServiceSchema = define(() =>
  z.strictObject({
    /** What gave the service away. */
    discovery_source: z.enum(["repository", "ci_pipeline", "cloud_resource", "catalog_file"]),
    /** The service in the catalogue, by dd0c's own id. */
    service_id: z.string().regex(/^sv_[a-z0-9]+$/u).check(characters(0, 40)),
    /**
     * How long first value took since the event that starts the product's activation clock. Unit: s.
     */
    time_to_value_s: z.number().min(0).max(31536000),
    /** What sort of software the service is. */
    service_kind: z.enum(["api", "web_app", "worker", "library", "data_pipeline", "infrastructure"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person did something about a check that failed.
 *
 * `portal.scorecard.action_taken`
 */
export const PortalScorecardActionTakenSchema = define(() =>
  z.strictObject({
    /** What the failed check is about. */
    check_kind: z.enum(["ownership", "documentation", "testing", "security", "reliability", "cost"]),
    /** What the person did about the failed check. */
    scorecard_action: z.enum(["ticket", "pull_request", "exemption"]),
    /** The scorecard, by dd0c's own id. */
    scorecard_id: z.string().regex(/^sc_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The share of the scorecard's checks that the service passes. Unit: percent. */
    scorecard_percent: z.int().min(0).max(100),
    /** The service in the catalogue, by dd0c's own id. */
    service_id: z.string().regex(/^sv_[a-z0-9]+$/u).check(characters(0, 40)),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person looked at the scorecard of a service.
 *
 * `portal.scorecard.viewed`
 */
export const PortalScorecardViewedSchema = define(() =>
  z.strictObject({
    /** The scorecard, by dd0c's own id. */
    scorecard_id: z.string().regex(/^sc_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The share of the scorecard's checks that the service passes. Unit: percent. */
    scorecard_percent: z.int().min(0).max(100),
    /** The service in the catalogue, by dd0c's own id. */
    service_id: z.string().regex(/^sv_[a-z0-9]+$/u).check(characters(0, 40)),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A person searched the catalogue and saw what was found.
 *
 * `portal.search.performed`
 */
export const PortalSearchPerformedSchema = define(() =>
  z.strictObject({
    /** How many results there were. Unit: results. */
    results_found: z.int().min(0).max(10000),
    /** What sort of result was opened. */
    opened_kind: z.enum(["service", "team", "document", "scorecard"]).optional(),
    /**
     * The place of the result that was opened, the top one is 1; absent where none was. Unit: places.
     */
    opened_rank: z.int().min(1).max(10000).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }).check(required("opened_kind", { opened_rank: true })),
);

/**
 * A team declared itself the owner of a service.
 *
 * `portal.service.claimed`
 */
export const PortalServiceClaimedSchema = define(() =>
  z.strictObject({
    /** Whether the new owner is the one whom discovery had proposed. */
    is_proposal_accepted: z.boolean(),
    /** The service in the catalogue, by dd0c's own id. */
    service_id: z.string().regex(/^sv_[a-z0-9]+$/u).check(characters(0, 40)),
    /** What sort of software the service is. */
    service_kind: z.enum(["api", "web_app", "worker", "library", "data_pipeline", "infrastructure"]).optional(),
    /** How long the service had been without an owner. Unit: d. */
    unowned_d: z.number().min(0).max(36500).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A service was found and added to the catalogue.
 *
 * `portal.service.discovered`
 */
export const PortalServiceDiscoveredSchema = define(() =>
  z.strictObject({
    /** What gave the service away. */
    discovery_source: z.enum(["repository", "ci_pipeline", "cloud_resource", "catalog_file"]),
    /** Whether discovery could name a probable owner, so that nobody has to claim it. */
    is_owner_inferred: z.boolean(),
    /** The service in the catalogue, by dd0c's own id. */
    service_id: z.string().regex(/^sv_[a-z0-9]+$/u).check(characters(0, 40)),
    /** What sort of software the service is. */
    service_kind: z.enum(["api", "web_app", "worker", "library", "data_pipeline", "infrastructure"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("portal"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person forced a model instead of leaving the choice to the router.
 *
 * `routing.override.manual`
 */
export const RoutingOverrideManualSchema = define(() =>
  z.strictObject({
    /** How far the override reaches. */
    override_scope: z.enum(["request", "route", "tenant"]),
    /** The model that the caller asked for. */
    requested_model: z.string().regex(/^[a-z0-9][a-z0-9._:/-]*$/u).check(characters(0, 80)),
    /** What the request is about, as our classifier sees it. */
    task_kind: z.enum(["chat", "summary", "extraction", "classification", "code", "other"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.enum(["browser", "node"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * An LLM request went through the router and was answered.
 *
 * `routing.request.processed`
 */
export const RoutingRequestProcessedSchema = define(() =>
  z.strictObject({
    /** What the request would have cost with the model that was asked for. USD, in millionths. */
    baseline_cost_micros: z.int().min(0).max(1000000000),
    /** What the request cost with the model that answered. USD, in millionths. */
    cost_micros: z.int().min(0).max(1000000000),
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** How many tokens went in. Unit: tokens. */
    input_tokens: z.int().min(0).max(10000000),
    /** Whether another model answered than the one asked for. */
    is_rerouted: z.boolean(),
    /** The provider whose model answered. */
    llm_provider: z.enum(["openai", "anthropic", "bedrock", "google", "mistral", "self_hosted"]).or(z.string()),
    /** How the work ended, seen by whoever asked for it. */
    outcome: z.enum(["success", "failed"]),
    /** How many tokens came back. Unit: tokens. */
    output_tokens: z.int().min(0).max(1000000),
    /** The model that the caller asked for. */
    requested_model: z.string().regex(/^[a-z0-9][a-z0-9._:/-]*$/u).check(characters(0, 80)),
    /** How much of the time was our own, choosing included. Unit: ms. */
    routing_overhead_ms: z.number().min(0).max(60000),
    /** The model that answered in the end. */
    selected_model: z.string().regex(/^[a-z0-9][a-z0-9._:/-]*$/u).check(characters(0, 80)),
    /** The sort of failure; never the message, which may quote the customer's data. */
    error_type: z.enum([
      "permission_denied",
      "invalid_credentials",
      "not_found",
      "conflict",
      "rate_limited",
      "timed_out",
      "unreachable",
      "invalid_input",
      "internal",
    ]).or(z.string()).optional(),
    /** What the request is about, as our classifier sees it. */
    task_kind: z.enum(["chat", "summary", "extraction", "classification", "code", "other"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("error_type", { outcome: ["failed"] })),
);

/**
 * The weekly savings digest of a tenant was put together.
 *
 * `routing.savings.calculated`
 */
export const RoutingSavingsCalculatedSchema = define(() =>
  z.strictObject({
    /** How many requests went to another model than the one asked for. Unit: requests. */
    requests_routed: z.int().min(0).max(1000000000),
    /** The difference between what was asked for and what was paid. USD, in minor units. */
    savings_cents: z.int().min(0).max(1000000000),
    /** What the tenant paid to model providers in the week. USD, in minor units. */
    spend_cents: z.int().min(0).max(1000000000),
    /** The Monday of the week. */
    week_starts_on: z.iso.date(),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * The savings of a tenant's routed requests reached one dollar in total.
 *
 * `routing.savings.first_dollar`
 */
export const RoutingSavingsFirstDollarSchema = define(() =>
  z.strictObject({
    /** How many requests went to another model than the one asked for. Unit: requests. */
    requests_routed: z.int().min(1).max(1000000000),
    /**
     * How long first value took since the event that starts the product's activation clock. Unit: s.
     */
    time_to_value_s: z.number().min(0).max(31536000),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A cheaper model answered in the shadow, and the judge compared the two answers.
 *
 * `routing.shadow.audit.run`
 */
export const RoutingShadowAuditRunSchema = define(() =>
  z.strictObject({
    /** What the request would have cost with the model that was asked for. USD, in millionths. */
    baseline_cost_micros: z.int().min(0).max(1000000000),
    /** What the request cost with the model that answered. USD, in millionths. */
    cost_micros: z.int().min(0).max(1000000000),
    /** How many tokens went in. Unit: tokens. */
    input_tokens: z.int().min(0).max(10000000),
    /** The provider whose model answered. */
    llm_provider: z.enum(["openai", "anthropic", "bedrock", "google", "mistral", "self_hosted"]).or(z.string()),
    /** How many tokens came back. Unit: tokens. */
    output_tokens: z.int().min(0).max(1000000),
    /** The judge's mark for the shadow's answer. Unit: ratio. */
    quality_score: z.number().min(0).max(1),
    /** The model that the caller asked for. */
    requested_model: z.string().regex(/^[a-z0-9][a-z0-9._:/-]*$/u).check(characters(0, 80)),
    /** The model that answered in the end. */
    selected_model: z.string().regex(/^[a-z0-9][a-z0-9._:/-]*$/u).check(characters(0, 80)),
    /** What the judge said of the shadow's answer. */
    verdict: z.enum(["equal", "better", "worse"]),
    /** What the request is about, as our classifier sees it. */
    task_kind: z.enum(["chat", "summary", "extraction", "classification", "code", "other"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("route"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * Somebody approved a step, and the execution went on.
 *
 * `run.execution.approval_granted`
 */
export const RunExecutionApprovalGrantedSchema = define(() =>
  z.strictObject({
    /** The request for approval, which joins the question to its answer. */
    approval_id: z.string().regex(/^ap_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The Slack user who granted the approval. Arrives hashed (user_id). */
    approver_id: hashed(),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** One execution of a runbook. */
    execution_id: z.string().regex(/^ex_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The Slack user who asked for the approval. Arrives hashed (user_id). */
    requester_id: hashed(),
    /** How much damage the step can do, as the runbook's author marked it. */
    risk_level: z.enum(["read_only", "reversible", "destructive"]),
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack"]),
    /** From the request to the approval. Unit: s. */
    waited_s: z.number().min(0).max(2592000),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.enum(["browser", "slack"]),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * An execution stopped before a step and asked for approval.
 *
 * `run.execution.approval_requested`
 */
export const RunExecutionApprovalRequestedSchema = define(() =>
  z.strictObject({
    /** The request for approval, which joins the question to its answer. */
    approval_id: z.string().regex(/^ap_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** One execution of a runbook. */
    execution_id: z.string().regex(/^ex_[a-z0-9]+$/u).check(characters(0, 40)),
    /** The Slack user who asked for the approval. Arrives hashed (user_id). */
    requester_id: hashed(),
    /** How much damage the step can do, as the runbook's author marked it. */
    risk_level: z.enum(["read_only", "reversible", "destructive"]),
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A runbook came to its end, good or bad.
 *
 * `run.execution.completed`
 */
export const RunExecutionCompletedSchema = define(() =>
  z.strictObject({
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** One execution of a runbook. */
    execution_id: z.string().regex(/^ex_[a-z0-9]+$/u).check(characters(0, 40)),
    /** What set the execution off. */
    execution_trigger: z.enum(["person", "alert", "schedule", "api"]),
    /** How the work ended, seen by whoever asked for it. */
    outcome: z.enum(["success", "failed", "cancelled"]),
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How many steps were done. Unit: steps. */
    steps_completed: z.int().min(0).max(500),
    /** How many steps the runbook has. Unit: steps. */
    steps_total: z.int().min(1).max(500),
    /** The sort of failure; never the message, which may quote the customer's data. */
    error_type: z.enum([
      "permission_denied",
      "invalid_credentials",
      "not_found",
      "conflict",
      "rate_limited",
      "timed_out",
      "unreachable",
      "invalid_input",
      "internal",
    ]).or(z.string()).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("error_type", { outcome: ["failed"] })),
);

/**
 * The first runbook of a tenant came to a good end, outside of the sandbox.
 *
 * `run.execution.first_success`
 */
export const RunExecutionFirstSuccessSchema = define(() =>
  z.strictObject({
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** One execution of a runbook. */
    execution_id: z.string().regex(/^ex_[a-z0-9]+$/u).check(characters(0, 40)),
    /** What set the execution off. */
    execution_trigger: z.enum(["person", "alert", "schedule", "api"]),
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How many steps the runbook has. Unit: steps. */
    steps_total: z.int().min(1).max(500),
    /**
     * How long first value took since the event that starts the product's activation clock. Unit: s.
     */
    time_to_value_s: z.number().min(0).max(31536000),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * What an execution had done was undone.
 *
 * `run.execution.rolled_back`
 */
export const RunExecutionRolledBackSchema = define(() =>
  z.strictObject({
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** One execution of a runbook. */
    execution_id: z.string().regex(/^ex_[a-z0-9]+$/u).check(characters(0, 40)),
    /** What set the execution off. */
    execution_trigger: z.enum(["person", "alert", "schedule", "api"]),
    /** How the work ended, seen by whoever asked for it. */
    outcome: z.enum(["success", "failed"]),
    /** What set the rollback off. */
    rollback_cause: z.enum(["step_failed", "person", "check_failed"]),
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How many steps the runbook has. Unit: steps. */
    steps_total: z.int().min(1).max(500),
    /** The sort of failure; never the message, which may quote the customer's data. */
    error_type: z.enum([
      "permission_denied",
      "invalid_credentials",
      "not_found",
      "conflict",
      "rate_limited",
      "timed_out",
      "unreachable",
      "invalid_input",
      "internal",
    ]).or(z.string()).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("error_type", { outcome: ["failed"] })),
);

/**
 * A runbook began to execute.
 *
 * `run.execution.started`
 */
export const RunExecutionStartedSchema = define(() =>
  z.strictObject({
    /** The environment that is concerned, as the tenant labels it. */
    environment: z.enum(["production", "staging", "development", "unlabelled"]),
    /** One execution of a runbook. */
    execution_id: z.string().regex(/^ex_[a-z0-9]+$/u).check(characters(0, 40)),
    /** What set the execution off. */
    execution_trigger: z.enum(["person", "alert", "schedule", "api"]),
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How many steps the runbook has. Unit: steps. */
    steps_total: z.int().min(1).max(500),
    /** The incident into which alerts are grouped. */
    incident_id: z.string().regex(/^in_[a-z0-9]+$/u).check(characters(0, 40)).optional(),
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(
    required("incident_id", { execution_trigger: ["alert"] }),
    required("surface", { execution_trigger: ["person"] }),
  ),
);

/**
 * A person saved a new runbook that can be executed.
 *
 * `run.runbook.created`
 */
export const RunRunbookCreatedSchema = define(() =>
  z.strictObject({
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    /** What the runbook was made from. */
    runbook_origin: z.enum(["blank", "template", "imported", "recorded", "suggested"]),
    /** How many steps the runbook has. Unit: steps. */
    steps_total: z.int().min(1).max(500),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("browser"),
    tenant_id: context.tenant_id,
    acquisition_channel: context.acquisition_channel.optional(),
    is_internal: context.is_internal.optional(),
  }),
);

/**
 * A runbook was tried out in the sandbox, where it changes nothing.
 *
 * `run.sandbox.test.run`
 */
export const RunSandboxTestRunSchema = define(() =>
  z.strictObject({
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** How the work ended, seen by whoever asked for it. */
    outcome: z.enum(["success", "failed", "cancelled"]),
    /** The runbook, by dd0c's own id. */
    runbook_id: z.string().regex(/^rb_[a-z0-9]+$/u).check(characters(0, 40)),
    /** How many steps were done. Unit: steps. */
    steps_completed: z.int().min(0).max(500),
    /** How many steps the runbook has. Unit: steps. */
    steps_total: z.int().min(1).max(500),
    /** The sort of failure; never the message, which may quote the customer's data. */
    error_type: z.enum([
      "permission_denied",
      "invalid_credentials",
      "not_found",
      "conflict",
      "rate_limited",
      "timed_out",
      "unreachable",
      "invalid_input",
      "internal",
    ]).or(z.string()).optional(),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }).check(required("error_type", { outcome: ["failed"] })),
);

/**
 * A tenant has a runner that can execute runbooks.
 *
 * `run.setup.completed`
 */
export const RunSetupCompletedSchema = define(() =>
  z.strictObject({
    /** Whether approvals were switched on during the set-up. */
    has_approvals: z.boolean(),
    /** Whose machines the runner lives on. */
    runner_kind: z.enum(["hosted", "own_network", "ci"]),
    app_version: context.app_version.optional(),
    product: z.literal("run"),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A person is using the product today.
 *
 * `session.daily.active`
 */
export const SessionDailyActiveSchema = define(() =>
  z.strictObject({
    /** Where the person was when they did it. */
    surface: z.enum(["web", "slack", "cli", "api", "email"]),
    /** How long ago the tenant signed up. Unit: d. */
    tenant_age_d: z.number().min(0).max(36500),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.enum(["node", "slack"]),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A tenant is using the product this week.
 *
 * `session.weekly.active`
 */
export const SessionWeeklyActiveSchema = define(() =>
  z.strictObject({
    /** On how many days of the week somebody of the tenant was active. Unit: days. */
    active_days: z.int().min(1).max(7),
    /** How many people of the tenant were active in the week. Unit: people. */
    active_people: z.int().min(1).max(100000),
    /** How long ago the tenant signed up. Unit: d. */
    tenant_age_d: z.number().min(0).max(36500),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("node"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * Somebody pressed a button or chose from a menu in one of our Slack messages.
 *
 * `slack.action.clicked`
 */
export const SlackActionClickedSchema = define(() =>
  z.strictObject({
    /** The name of the button or menu in our code, never what was chosen or typed. */
    action_id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/u).check(characters(0, 255)),
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** How the work ended, seen by whoever asked for it. */
    outcome: z.enum(["success", "failed"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("slack"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * A product's bot joined a Slack workspace.
 *
 * `slack.bot.installed`
 */
export const SlackBotInstalledSchema = define(() =>
  z.strictObject({
    /** The place in dd0c from which the integration was set up. */
    setup_surface: z.enum(["wizard", "settings", "feature_gate", "marketplace"]),
    /** The kind of Slack conversation. */
    channel_kind: z.enum(["public", "private", "dm"]).optional(),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("slack"),
    tenant_id: context.tenant_id,
  }),
);

/**
 * Somebody typed a slash command of the product.
 *
 * `slack.command.used`
 */
export const SlackCommandUsedSchema = define(() =>
  z.strictObject({
    /** The command without what was typed after it. */
    command: z.enum(["/dd0c", "/route", "/drift", "/alert", "/portal", "/cost", "/run"]).or(z.string()),
    /** How long it took from start to end. Unit: ms. */
    duration_ms: z.number().min(0).max(86400000),
    /** How the work ended, seen by whoever asked for it. */
    outcome: z.enum(["success", "failed"]),
    app_version: context.app_version.optional(),
    product: z.enum(["alert", "cost", "drift", "portal", "route", "run"]),
    runtime: z.literal("slack"),
    tenant_id: context.tenant_id,
  }),
);

/** Every event's schema by its name. */
export const schemas = {
  "account.aws.connected": AccountAwsConnectedSchema,
  "account.git.connected": AccountGitConnectedSchema,
  "account.integration.completed": AccountIntegrationCompletedSchema,
  "account.integration.failed": AccountIntegrationFailedSchema,
  "account.integration.started": AccountIntegrationStartedSchema,
  "account.signup.completed": AccountSignupCompletedSchema,
  "account.signup.method": AccountSignupMethodSchema,
  "account.signup.started": AccountSignupStartedSchema,
  "account.slack.installed": AccountSlackInstalledSchema,
  "alert.correlated": AlertCorrelatedSchema,
  "alert.correlation.first_match": AlertCorrelationFirstMatchSchema,
  "alert.escalated": AlertEscalatedSchema,
  "alert.feedback.helpful": AlertFeedbackHelpfulSchema,
  "alert.feedback.noise": AlertFeedbackNoiseSchema,
  "alert.ingested": AlertIngestedSchema,
  "alert.mttr.measured": AlertMttrMeasuredSchema,
  "alert.suppressed": AlertSuppressedSchema,
  "anomaly.alert.sent": AnomalyAlertSentSchema,
  "anomaly.alert.snoozed": AnomalyAlertSnoozedSchema,
  "billing.checkout.abandoned": BillingCheckoutAbandonedSchema,
  "billing.checkout.completed": BillingCheckoutCompletedSchema,
  "billing.checkout.started": BillingCheckoutStartedSchema,
  "billing.churn.detected": BillingChurnDetectedSchema,
  "billing.plan.changed": BillingPlanChangedSchema,
  "billing.upgrade.completed": BillingUpgradeCompletedSchema,
  "cost.anomaly.alerted": CostAnomalyAlertedSchema,
  "cost.anomaly.expected": CostAnomalyExpectedSchema,
  "cost.anomaly.first_detected": CostAnomalyFirstDetectedSchema,
  "cost.anomaly.scored": CostAnomalyScoredSchema,
  "cost.anomaly.snoozed": CostAnomalySnoozedSchema,
  "cost.digest.sent": CostDigestSentSchema,
  "cost.event.ingested": CostEventIngestedSchema,
  "cost.remediation.clicked": CostRemediationClickedSchema,
  "cost.remediation.executed": CostRemediationExecutedSchema,
  "cost.zombie.detected": CostZombieDetectedSchema,
  "dashboard.cost.viewed": DashboardCostViewedSchema,
  "drift.agent.heartbeat": DriftAgentHeartbeatSchema,
  "drift.agent.installed": DriftAgentInstalledSchema,
  "drift.detection.first_found": DriftDetectionFirstFoundSchema,
  "drift.false_positive.marked": DriftFalsePositiveMarkedSchema,
  "drift.remediation.applied": DriftRemediationAppliedSchema,
  "drift.remediation.clicked": DriftRemediationClickedSchema,
  "drift.scan.completed": DriftScanCompletedSchema,
  "feature.alert_feedback.used": FeatureAlertFeedbackUsedSchema,
  "feature.alert_intake.used": FeatureAlertIntakeUsedSchema,
  "feature.anomalies.used": FeatureAnomaliesUsedSchema,
  "feature.anomaly_triage.used": FeatureAnomalyTriageUsedSchema,
  "feature.approvals.used": FeatureApprovalsUsedSchema,
  "feature.catalog_search.used": FeatureCatalogSearchUsedSchema,
  "feature.cloudtrail_intake.used": FeatureCloudtrailIntakeUsedSchema,
  "feature.correlation.used": FeatureCorrelationUsedSchema,
  "feature.cost_remediation.used": FeatureCostRemediationUsedSchema,
  "feature.digest.used": FeatureDigestUsedSchema,
  "feature.drift_agent.used": FeatureDriftAgentUsedSchema,
  "feature.drift_muting.used": FeatureDriftMutingUsedSchema,
  "feature.drift_remediation.used": FeatureDriftRemediationUsedSchema,
  "feature.dry_runs.used": FeatureDryRunsUsedSchema,
  "feature.escalation.used": FeatureEscalationUsedSchema,
  "feature.executions.used": FeatureExecutionsUsedSchema,
  "feature.flag.evaluated": FeatureFlagEvaluatedSchema,
  "feature.model_override.used": FeatureModelOverrideUsedSchema,
  "feature.model_routing.used": FeatureModelRoutingUsedSchema,
  "feature.mttr_report.used": FeatureMttrReportUsedSchema,
  "feature.noise_suppression.used": FeatureNoiseSuppressionUsedSchema,
  "feature.rollbacks.used": FeatureRollbacksUsedSchema,
  "feature.runbooks.used": FeatureRunbooksUsedSchema,
  "feature.savings_digest.used": FeatureSavingsDigestUsedSchema,
  "feature.scorecards.used": FeatureScorecardsUsedSchema,
  "feature.service_discovery.used": FeatureServiceDiscoveryUsedSchema,
  "feature.service_ownership.used": FeatureServiceOwnershipUsedSchema,
  "feature.shadow_audit.used": FeatureShadowAuditUsedSchema,
  "feature.spend_dashboard.used": FeatureSpendDashboardUsedSchema,
  "feature.stack_scans.used": FeatureStackScansUsedSchema,
  "feature.zombies.used": FeatureZombiesUsedSchema,
  "notification.digest.opened": NotificationDigestOpenedSchema,
  "onboarding.wizard.abandoned": OnboardingWizardAbandonedSchema,
  "onboarding.wizard.step_completed": OnboardingWizardStepCompletedSchema,
  "platform.cross_sell.activated": PlatformCrossSellActivatedSchema,
  "platform.cross_sell.clicked": PlatformCrossSellClickedSchema,
  "platform.cross_sell.impression": PlatformCrossSellImpressionSchema,
  "platform.products.active_count": PlatformProductsActiveCountSchema,
  "portal.app.installed": PortalAppInstalledSchema,
  "portal.discovery.first_service": PortalDiscoveryFirstServiceSchema,
  "portal.scorecard.action_taken": PortalScorecardActionTakenSchema,
  "portal.scorecard.viewed": PortalScorecardViewedSchema,
  "portal.search.performed": PortalSearchPerformedSchema,
  "portal.service.claimed": PortalServiceClaimedSchema,
  "portal.service.discovered": PortalServiceDiscoveredSchema,
  "routing.override.manual": RoutingOverrideManualSchema,
  "routing.request.processed": RoutingRequestProcessedSchema,
  "routing.savings.calculated": RoutingSavingsCalculatedSchema,
  "routing.savings.first_dollar": RoutingSavingsFirstDollarSchema,
  "routing.shadow.audit.run": RoutingShadowAuditRunSchema,
  "run.execution.approval_granted": RunExecutionApprovalGrantedSchema,
  "run.execution.approval_requested": RunExecutionApprovalRequestedSchema,
  "run.execution.completed": RunExecutionCompletedSchema,
  "run.execution.first_success": RunExecutionFirstSuccessSchema,
  "run.execution.rolled_back": RunExecutionRolledBackSchema,
  "run.execution.started": RunExecutionStartedSchema,
  "run.runbook.created": RunRunbookCreatedSchema,
  "run.sandbox.test.run": RunSandboxTestRunSchema,
  "run.setup.completed": RunSetupCompletedSchema,
  "session.daily.active": SessionDailyActiveSchema,
  "session.weekly.active": SessionWeeklyActiveSchema,
  "slack.action.clicked": SlackActionClickedSchema,
  "slack.bot.installed": SlackBotInstalledSchema,
  "slack.command.used": SlackCommandUsedSchema,
};

/** The schema of an event; undefined where the plan has none of that name. */
export function schemaOf(event: string): z.ZodType | undefined {
  const byName: Readonly<Record<string, unknown>> = schemas;
  return Object.hasOwn(byName, event) ? (byName[event] as z.ZodType) : undefined;
}

/** Builds a schema; bundlers leave out what nothing imports. */
// @__NO_SIDE_EFFECTS__
export function define<Schema>(build: () => Schema): Schema {
  return build();
}

/** What arrives of a hashed value: the key's id, then at least 128 bits of the keyed hash. */
export function hashed(): z.ZodString {
  return z.string().regex(/^h1_[A-Za-z0-9-]{1,32}_[A-Za-z0-9_-]{22,86}$/, "is no h1_ hash");
}

/** A moment in RFC 3339, with seconds and an offset. */
export function timestamp(): z.ZodISODateTime {
  return z.iso.datetime({ offset: true }).regex(/T\d\d:\d\d:\d\d/, "has no seconds");
}

/** A time of day in RFC 3339, with seconds and an offset. */
export function timeOfDay(): z.ZodString {
  const shape = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
  return z.string().regex(shape, "is no time such as 09:30:00Z");
}

/** Asks for a property where others have one of some values, are there (true) or are not (false). */
export function required(
  name: string,
  where: Readonly<Record<string, readonly unknown[] | boolean>>,
) {
  const conditions = Object.entries(where);
  const texts = conditions.map(([key, is]) => `${key} is ${describe(is)}`);
  return z.refine<object>(
    (it) => {
      const values = new Map<string, unknown>(Object.entries(it));
      const holds = conditions.every(([key, is]) =>
        typeof is === "boolean"
          ? (values.get(key) !== undefined) === is
          : is.includes(values.get(key)),
      );
      return !holds || values.get(name) !== undefined;
    },
    { path: [name], error: `Required where ${texts.join(" and ")}.` },
  );
}

function describe(is: readonly unknown[] | boolean): string {
  if (typeof is === "boolean") return is ? "there" : "not there";
  return is.join(" or ");
}

/** A text's length in characters; an emoji counts as one. */
export function characters(min: number, max: number = Number.POSITIVE_INFINITY) {
  return z.refine<string>((text) => {
    const { length } = [...text];
    return length >= min && length <= max;
  }, `has not ${min} to ${max} characters`);
}

/** A list in which no item stands twice. */
export function unique() {
  return z.refine<readonly unknown[]>(
    (items) => new Set(items.map(canonical)).size === items.length,
    "holds an item twice",
  );
}

/** An object of at most so many keys. */
export function maxKeys(max: number) {
  return z.refine<object>((it) => Object.keys(it).length <= max, `has more than ${max} keys`);
}

/** JSON with sorted keys: equal for equal values. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`).join()}}`;
}
