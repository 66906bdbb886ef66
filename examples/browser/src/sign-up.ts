import type { PersonTraits } from "@dd0c/track-events/cost/browser";

/** What the accounts API answers: no address, only the hash that its server made of it. */
export interface Account {
  readonly user_id: string;
  readonly email_hash: NonNullable<PersonTraits["user_email"]>;
}

/** Opens the account. The address goes to our own API: only a server can keep the hash's key. */
export async function signUp(
  tenant_id: string,
  email: string,
  signup_method: "email" | "github_sso",
): Promise<Account> {
  const signup = {
    user_email: email,
    signup_method,
    acquisition_channel: "community",
    is_invited: false,
  };
  const reply = await fetch("/api/account/signed-up", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ product: "cost", tenant_id, signup }),
  });
  return (await reply.json()) as Account;
}
