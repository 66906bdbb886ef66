import type { Deprecation } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import type { Place } from "../../diff/pairs.js";
import type { DiffSettings } from "../../diff/settings.js";
import { daysBetween } from "../../diff/sunset.js";

/** An end is announced too late. */
export const sunsetInsideGrace: BreakingRule = {
  page: breakingPage({
    id: "B114",
    name: "sunset-inside-grace",
    title: "An end is announced too late",
    why: "Whoever sends the event has fewer days to move than your teams agreed on for its stability.",
    fix: "Choose a later sunset; `--grace` says how many days a stable event gets.",
    severity: "error",
    audiences: ["source"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      +    deprecated: { reason: The bank counts payments., sunset: 2026-12-01 }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
      +    deprecated: { reason: The bank counts payments., sunset: 2027-12-31 }
    `,
  }),
  checks: {
    event: ({ base, head, at }, settings) => late(base.deprecated, head.deprecated, at, settings),
    property: ({ base, head, at }, settings) =>
      late(base.deprecated, head.deprecated, at, settings),
  },
};

function late(
  base: Deprecation | null,
  head: Deprecation | null,
  { name, experimental }: Place,
  { today, grace }: DiffSettings,
): Notice | null {
  const sunset = head?.sunset ?? null;
  if (sunset === null || (base?.sunset ?? null) !== null) return null;
  const days = daysBetween(today, sunset);
  const least = experimental ? grace.experimental : grace.stable;
  if (days >= least) return null;
  const notice = days < 0 ? "a day that has passed" : `${days} days from today`;
  return {
    message: `The end of ${name} is announced for ${sunset}, ${notice}; senders get at least ${least}.`,
    help: "Choose a later `sunset`.",
    digest: sunset,
  };
}
