import type { PiiFact } from "../client-plan";
import { isHashed } from "../hasher";
import { maskEmails } from "../mask-emails";
import type { Protect } from "../protect";
import type { SinkHost } from "../sink";
import type { ServerOptions } from "./server-options";

/** What an address becomes: the hash that `tracker.hash("email", …)` gives too. */
const AS_EMAIL: PiiFact = "email";

/**
 * Looks for e-mail addresses in ids, of people and of tenants, of which the plan says nothing. Such an
 * id leaves as its hash, for masked it would make one person of many; without a key it does not leave.
 * A host whose ids are addresses by intent says so in its plan, or lists `distinct_id` under `allow`.
 */
export function guardIds(
  { guard = true }: Pick<ServerOptions, "guard">,
  protect: Protect,
  { counters, report }: SinkHost,
): Protect {
  if (!guard || (guard !== true && guard.allow?.includes("distinct_id"))) return protect;
  return {
    ...protect,
    value(value, fact) {
      const safe = protect.value(value, fact);
      if (fact || typeof safe !== "string" || !hasEmail(safe)) return safe;
      counters.masked = (counters.masked ?? 0) + 1;
      report("masked", "email as an id");
      return protect.value(safe, AS_EMAIL);
    },
  };
}

function hasEmail(text: string): boolean {
  if (!text.includes("@") && !text.includes("%40")) return false;
  let found = 0;
  if (!isHashed(text)) maskEmails(text, (_, times) => (found += times));
  return found > 0;
}
