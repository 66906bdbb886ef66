import { compilePlan, memoryFiles, type ResolvedPlan } from "@dd0c/track-codegen";

const yaml = `
plan: shop
title: Shop
products: { web: {}, desk: {} }
runtimes: [browser, node]
stages: { visit: Looks., buy: Pays. }
context:
  tenant_id: { from: caller, group: tenant, type: string, pattern: "^t_[a-z0-9]+$", description: Who. }
  product: { from: client }
  runtime: { from: client }
  timestamp: { from: clock }
groups:
  tenant: { traits: { tier: { type: enum, values: [free, pro], required: optional, description: Tier. } } }
person:
  traits:
    user_email: { type: string, format: email, pii: email, required: optional, description: Address. }
properties:
  amount: { type: integer, min: 0, max: 100000, description: Cents. }
privacy:
  classes:
    email: { handling: hash, description: Addresses. }
    free_text: { handling: drop, description: What somebody typed. }
funnels:
  buying:
    description: From a look to money.
    by: tenant_id
    window: 1d
    stages:
      looked: { event: page_seen }
      paid: { event: order_paid }
events:
  page_seen:
    description: A page was seen.
    stage: visit
    properties:
      page: { type: enum, values: [home, shelf], required: always, description: Which. }
  order_paid:
    description: Money arrived.
    trigger: The bank said so.
    answers: How much do we earn?
    stage: buy
    properties:
      amount: always
      note: { type: string, required: optional, pii: free_text, description: What they wrote. }
      buyer: { type: string, required: optional, pii: email, description: Their address. }
      method: { type: enum, values: [card, cash, slip], required: optional, description: How. }
      card_brand: { type: string, max_length: 20, required: { when: { method: card } }, description: Brand. }
      title: { type: string, required: optional, max_length: 80, description: Ours. }
  order_refunded:
    description: Money went back.
    runtimes: [node]
    deprecated: { reason: Refunds are orders now., replaced_by: order_paid, sunset: "2099-01-01" }
  desk_opened:
    description: The desk opened.
    expires: "2026-01-01"
    properties:
      old: { type: boolean, required: optional, deprecated: { reason: Nobody asks. }, description: Was. }
`;

/** A small shop's plan, in which everything that the live check looks at has its place. */
export function shopPlan(): ResolvedPlan {
  const { plan, diagnostics } = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": yaml }));
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return plan;
}

/** A right event of the shop; what is given stands in place of its own. */
export function orderPaid(
  properties: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    event: "order_paid",
    distinct_id: "usr_1",
    properties: { amount: 12, tenant_id: "t_1", product: "web", runtime: "node", ...properties },
    ...rest,
  };
}
