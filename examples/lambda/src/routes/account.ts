import { randomBytes } from "node:crypto";
import type {
  AccountAwsConnected,
  AccountIntegrationCompleted,
  AccountSignupCompleted,
} from "@dd0c/track-events/cost/node";
import type { Product, Trackers } from "../trackers.js";

/** Whose work it is: the tenant, and the person who did it. */
export interface Caller {
  readonly product: Product;
  readonly tenant_id: string;
  readonly user_id: string;
}

/** What the signup page is told: the hash stands for the address, which no browser may send. */
export interface Account {
  readonly user_id: string;
  readonly email_hash: string | undefined;
}

/** The account is written. The e-mail goes in as it is, and leaves as a hash. */
export function signUp(
  trackers: Trackers,
  {
    product,
    tenant_id,
    signup,
  }: Omit<Caller, "user_id"> & { readonly signup: AccountSignupCompleted },
): Account {
  const tracker = trackers[product];
  const user_id = `usr_${randomBytes(4).toString("hex")}`;
  const signed_up_at = new Date();
  const { user_email, signup_method, acquisition_channel } = signup;
  tracker.with({ tenant_id, distinct_id: user_id }).track.account.signup.completed(signup);
  tracker.identify(user_id, { user_email, signup_method, acquisition_channel, signed_up_at });
  tracker.group("tenant", tenant_id, { plan_tier: "free", signed_up_at });
  return { user_id, email_hash: user_email && tracker.hash("email", user_email) };
}

/** The first verifying call to a provider has succeeded. */
export function connectIntegration(
  trackers: Trackers,
  {
    product,
    tenant_id,
    user_id,
    integration,
  }: Caller & { readonly integration: AccountIntegrationCompleted },
): void {
  const { track } = trackers[product].with({ tenant_id, distinct_id: user_id });
  track.account.integration.completed(integration);
}

/** dd0c has assumed its role in the tenant's AWS account. */
export function connectAws(
  trackers: Trackers,
  { tenant_id, user_id, account }: Caller & { readonly account: AccountAwsConnected },
): void {
  trackers.cost.with({ tenant_id, distinct_id: user_id }).track.account.aws.connected(account);
}

/** A Slack workspace belongs to the tenant from now on. */
export function connectSlack(trackers: Trackers, { product, tenant_id, user_id }: Caller): void {
  const { track } = trackers[product].with({ tenant_id, distinct_id: user_id });
  track.account.slack.installed({ setup_surface: "wizard", is_org_wide: false });
}
