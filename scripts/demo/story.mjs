// What happens to the tenants of six products, told to the Lambda service as its callers would.
import { createHash } from "node:crypto";

/** How many tenants reach each stage: a funnel that leaks, as funnels do. */
const reach = {
  route: [8, 6, 4, 3, 2],
  drift: [6, 5, 4, 3, 1],
  alert: [7, 6, 5, 4, 2],
  portal: [5, 4, 3, 2, 1],
  cost: [9, 7, 6, 5, 3],
  run: [4, 3, 3, 2, 1],
};
const methods = ["github_sso", "google_sso", "email"];
const channels = ["community", "organic_search", "referral", "social", "partner"];

/** The tenant whom the browser page and the Slack workspace belong to. */
export const acme = {
  tenant_id: "tn_4f9a2c",
  email: "ada@example.com",
  aws: "111122223333",
  slack: { team: "T0EXAMPLE", requester: "U0EXAMPLE1", approver: "U0EXAMPLE2" },
};

/** Tells the whole story. `call(path, body)` is one request to the service; it answers with the reply. */
export async function tellStory(call) {
  for (const [product, [signups, ...rest]] of Object.entries(reach)) {
    for (let n = 0; n < signups; n++) {
      const tenant = await signUp(call, product, n);
      const [connected, valued, habitual, paid] = rest.map((count) => n < count);
      if (connected) await connect[product](call, tenant);
      if (valued) await value[product](call, tenant);
      if (habitual) await habit(call, tenant);
      if (paid) await pay(call, tenant);
    }
  }
}

/** Every address and account id that the story hands to the service. */
export function rawValues() {
  const others = Object.entries(reach).flatMap(([product, [signups]]) =>
    Array.from({ length: signups }, (_, n) => person(product, n)),
  );
  return [
    ...others.flatMap(({ email, aws }) => [email, aws]),
    acme.email,
    acme.aws,
    acme.slack.requester,
    acme.slack.approver,
  ];
}

/** Acme signs up in the browser; this is the rest of what it does with cost. */
export async function acmeConnects(call, user_id) {
  const tenant = { product: "cost", tenant_id: acme.tenant_id, user_id, aws: acme.aws };
  await connect.cost(call, tenant);
  await value.cost(call, tenant);
}

/** Acme has stopped an instance and asks for an approval; both go on in Slack. */
export async function acmeAsks(call) {
  const { tenant_id } = acme;
  await call("/cost/resource-stopped", {
    tenant_id,
    remediation: { ...remediation, outcome: "success", duration_ms: 5400 },
  });
  await call("/run/approval-needed", {
    tenant_id,
    approval: { ...approval, requester_id: acme.slack.requester },
  });
  const count = { products_active: ["cost", "run"], products_active_count: 2 };
  await call("/sweeps/products-counted", { product: "cost", tenant_id, count });
}

export const anomaly = {
  anomaly_id: "an_8f2",
  anomaly_kind: "new_resource",
  score: 0.92,
  severity: "high",
  daily_impact_cents: 41200,
};
export const remediation = {
  remediation_action: "stop",
  anomaly_id: "an_8f2",
  daily_impact_cents: 41200,
  resource: { service: "ec2", region: "eu-central-1", resource_kind: "instance" },
};
export const approval = {
  approval_id: "ap_1b8d",
  execution_id: "ex_c66f",
  runbook_id: "rb_3aa9",
  risk_level: "reversible",
  environment: "production",
};

function person(product, n) {
  const digits = createHash("sha256").update(`${product} ${n}`).digest("hex");
  const aws = String(Number.parseInt(digits.slice(0, 12), 16) % 1e12).padStart(12, "4");
  return {
    tenant_id: `tn_${digits.slice(0, 6)}`,
    email: `dev@${digits.slice(0, 6)}.example.com`,
    aws,
    n,
  };
}

async function signUp(call, product, n) {
  const { tenant_id, email, aws } = person(product, n);
  const signup = {
    user_email: email,
    user_role: n % 2 ? "sre" : "developer",
    signup_method: methods[n % 3],
    acquisition_channel: channels[n % 5],
    is_invited: false,
  };
  const { user_id } = await call("/account/signed-up", { product, tenant_id, signup });
  return { product, tenant_id, user_id, aws, n };
}

const llm = {
  requested_model: "gpt-4o",
  selected_model: "gpt-4o-mini",
  llm_provider: "openai",
  task_kind: "summary",
  input_tokens: 1250,
  output_tokens: 310,
  cost_micros: 373,
  baseline_cost_micros: 6225,
};
const request = {
  ...llm,
  duration_ms: 840,
  routing_overhead_ms: 11,
  outcome: "success",
  is_rerouted: true,
};
const savings = {
  savings_cents: 18250,
  spend_cents: 48120,
  requests_routed: 4821,
  week_starts_on: "2026-11-02",
};
const record = { resource: remediation.resource, change_kind: "created", ingest_lag_s: 95 };
const agent = {
  agent_id: "ag_51d7",
  agent_version: "1.8.2",
  iac_tool: "terraform",
  install_method: "helm",
};
const scan = {
  stack_id: "st_9c04",
  iac_tool: "terraform",
  environment: "production",
  resources_scanned: 412,
  drifts_found: 3,
  duration_ms: 8200,
  scan_trigger: "schedule",
};
const repair = {
  drift_id: "dr_7be1",
  drift_kind: "unmanaged",
  stack_id: "st_9c04",
  severity: "high",
  environment: "production",
  remediation_method: "open_pull_request",
  duration_ms: 95000,
};
const arrived = {
  alert_id: "al_20f8",
  alert_source: "datadog",
  severity: "high",
  environment: "production",
  ingest_lag_ms: 820,
};
const match = {
  incident_id: "in_b713",
  alerts_in_incident: 14,
  correlation_method: "deployment",
  correlation_confidence: 0.88,
};
const incident = {
  incident_id: "in_b713",
  severity: "high",
  alerts_in_incident: 14,
  time_to_resolve_min: 38,
  resolved_by: "person",
};
const app = { provider: "github", access_scope: "selected_repositories", repositories: 42 };
const services = [1, 2, 3].map((n) => ({
  service_id: `sv_e45${n}`,
  service_kind: "api",
  discovery_source: "repository",
  is_owner_inferred: n > 1,
}));
const execution = {
  execution_id: "ex_c66f",
  runbook_id: "rb_3aa9",
  execution_trigger: "alert",
  environment: "production",
  steps_total: 7,
  steps_completed: 7,
  outcome: "success",
  duration_ms: 42000,
};

function integration(kind, provider) {
  return { integration: kind, provider, setup_surface: "wizard", attempt: 1, elapsed_s: 95 };
}

const connect = {
  route: (call, tenant) =>
    call("/account/connected", { ...tenant, integration: integration("llm", "openai") }),
  drift: async (call, tenant) => {
    await call("/account/connected", { ...tenant, integration: integration("iac", "terraform") });
    await call("/drift/agent-installed", { ...tenant, agent });
  },
  alert: (call, tenant) =>
    call("/account/connected", { ...tenant, integration: integration("monitoring", "datadog") }),
  portal: (call, tenant) => call("/portal/installed", { ...tenant, app }),
  cost: async (call, tenant) => {
    const account = {
      cloud_account_id: tenant.aws,
      environment: "production",
      connection_method: "cloudformation",
      is_management_account: false,
      cloudtrail_state: "account_trail",
    };
    await call("/account/aws-connected", { ...tenant, account });
    await call("/account/slack-installed", tenant);
  },
  run: (call, tenant) =>
    call("/run/runner-ready", {
      ...tenant,
      runner: { runner_kind: "own_network", has_approvals: true },
    }),
};

const value = {
  route: async (call, tenant) => {
    await call("/route/requests-routed", { ...tenant, requests: Array(100).fill(request) });
    await call("/route/second-model-answered", {
      ...tenant,
      audit: { ...llm, verdict: "equal", quality_score: 0.94 },
    });
    await call("/route/savings-counted", { ...tenant, week: savings, since_signup_s: 1860 });
  },
  drift: (call, tenant) => call("/drift/stack-scanned", { ...tenant, scan, since_install_s: 1260 }),
  alert: (call, tenant) =>
    call("/alert/arrived", { ...tenant, arrived, match, since_first_alert_s: 41 }),
  portal: (call, tenant) =>
    call("/portal/catalog-swept", { ...tenant, services, since_install_s: 140 }),
  cost: async (call, tenant) => {
    await call("/cost/records-ingested", { ...tenant, records: Array(100).fill(record) });
    await call("/cost/anomaly-found", {
      ...tenant,
      anomaly,
      resource: remediation.resource,
      since_connect_s: 3720,
    });
  },
  run: (call, tenant) => call("/run/execution-ended", { ...tenant, execution, since_setup_s: 420 }),
};

/** What a product's own work looks like in a week in which it is used. */
const work = {
  route: (call, tenant) => value.route(call, tenant),
  drift: (call, tenant) => call("/drift/repaired", { ...tenant, repair }),
  alert: (call, tenant) => call("/alert/incident-resolved", { ...tenant, incident }),
  portal: (call, tenant) =>
    call("/portal/catalog-swept", { ...tenant, services: services.slice(2) }),
  cost: async (call, tenant) => {
    const zombie = {
      zombie_id: "zo_44e0",
      resource: { service: "ebs", region: "eu-central-1", resource_kind: "volume" },
      daily_impact_cents: 320,
      idle_d: 33,
    };
    await call("/cost/anomaly-found", { ...tenant, anomaly, resource: remediation.resource });
    await call("/cost/zombie-found", { ...tenant, zombie });
  },
  run: (call, tenant) => call("/run/execution-ended", { ...tenant, execution }),
};

async function habit(call, tenant) {
  for (const active_days of [3, 5]) {
    await work[tenant.product](call, tenant);
    const week = { active_days, active_people: 4, tenant_age_d: 7 * (active_days - 2) };
    await call("/sweeps/week-closed", { ...tenant, week });
  }
}

function pay(call, tenant) {
  const checkout = {
    checkout_id: `cs_test_${tenant.tenant_id.slice(3)}`,
    plan_tier: "pro",
    billing_interval: "monthly",
    seats: 5,
    amount_cents: 9500,
    upgrade_trigger: "usage_limit",
  };
  return call("/billing/checkout-paid", { ...tenant, checkout, tenant_age_d: 21 });
}
