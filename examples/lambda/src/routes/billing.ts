import type { BillingCheckoutCompleted, BillingChurnDetected } from "@dd0c/track-events/cost/node";
import type { Trackers } from "../trackers.js";
import type { Caller } from "./account.js";

/** Stripe says that a tenant has paid, which is its first paid plan of the product. */
export function checkoutPaid(
  trackers: Trackers,
  {
    product,
    tenant_id,
    user_id,
    checkout,
    tenant_age_d,
  }: Caller & {
    readonly checkout: BillingCheckoutCompleted;
    readonly tenant_age_d: number;
  },
): void {
  const tracker = trackers[product];
  const { plan_tier, billing_interval, seats, amount_cents } = checkout;
  const monthly = Math.round(billing_interval === "yearly" ? amount_cents / 12 : amount_cents);
  const { track } = tracker.with({ tenant_id, distinct_id: user_id });
  track.billing.checkout.completed(checkout);
  track.billing.upgrade.completed({
    plan_tier,
    billing_interval,
    seats,
    mrr_change_cents: monthly,
    tenant_age_d,
    products_active_count: 1,
  });
  tracker.group("tenant", tenant_id, { plan_tier, billing_interval, seats, mrr_cents: monthly });
}

/** Stripe says that a subscription will not renew. */
export function subscriptionEnded(
  trackers: Trackers,
  { product, tenant_id, churn }: Caller & { readonly churn: BillingChurnDetected },
): void {
  trackers[product].forTenant(tenant_id).track.billing.churn.detected(churn);
}
