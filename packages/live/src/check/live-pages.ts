import type { Severity } from "@dd0c/track-codegen";
import type { LivePage } from "./live-page.js";

/** A page without what its place in the table says already. */
type Entry = Omit<LivePage, "name" | "family" | "severity"> & { readonly severity?: Severity };

/** A code of the live check; permanent. */
export type LiveCode =
  | "unknown-event"
  | "wrong-product"
  | "wrong-runtime"
  | "deprecated-event-sent"
  | "expired-event"
  | "missing-property"
  | "wrong-type"
  | "unplanned-value"
  | "unplanned-property"
  | "deprecated-property-sent"
  | "personal-data-in-clear"
  | "not-hashed"
  | "not-dropped"
  | "raw-distinct-id"
  | "secret-in-clear"
  | "missing-context"
  | "wrong-context"
  | "contradictory-context"
  | "shared-distinct-id"
  | "repeated-uuid"
  | "bad-timestamp"
  | "refused-request";

const entries: Readonly<Record<LiveCode, Entry>> = {
  "unknown-event": {
    id: "V001",
    title: "An event that the plan does not have",
    why: "Nobody can find, trust or count an event that stands in no plan; mostly it is a typo or a client that is older than the plan.",
    fix: "Take the name that the message suggests, or add the event to the plan and generate the clients anew.",
    bad: `{ "event": "cost.anomaly.alertd", "properties": { … } }`,
    good: `{ "event": "cost.anomaly.alerted", "properties": { … } }`,
  },
  "wrong-product": {
    id: "V002",
    title: "An event from a product that does not have it",
    why: "Funnels and health scores are counted by product: an event under the wrong one is missing from one chart and too many in another.",
    fix: "Send it with the client of its own product, or extend the event for this product in the plan.",
    bad: `{ "event": "cost.anomaly.alerted", "properties": { "product": "route" } }`,
    good: `{ "event": "cost.anomaly.alerted", "properties": { "product": "cost" } }`,
  },
  "wrong-runtime": {
    id: "V003",
    title: "An event from a runtime that the plan does not name for it",
    why: "What a server knows for certain a browser only believes; an event that both send is counted twice.",
    fix: "Send it from where the plan says, or add the runtime to the event's `runtimes`.",
  },
  "deprecated-event-sent": {
    id: "V004",
    severity: "warning",
    title: "An event that is on its way out",
    why: "After its sunset nobody reads it any more, and what it told is lost.",
    fix: "Send what replaces it; the message names it.",
  },
  "expired-event": {
    id: "V005",
    severity: "warning",
    title: "An event whose time is over",
    why: "The plan gave it an end date, since the question that it answers was to be answered by then.",
    fix: "Delete the call, or give the event a later `expires` in the plan.",
  },
  "missing-property": {
    id: "V101",
    title: "A property that is always there is not",
    why: "A chart over the property silently leaves the event out.",
    fix: "Pass it in the call. Where it cannot always be known, say `optional` in the plan.",
    bad: `track.cost.digest.sent({ surface: "email" })`,
    good: `track.cost.digest.sent({ surface: "email", anomalies_listed: 0 })`,
  },
  "wrong-type": {
    id: "V102",
    title: "A value of another type than planned",
    why: 'PostHog keeps what it gets: `"12"` beside `12` makes a property that can neither be summed nor compared.',
    fix: "Pass the type that the message names.",
    bad: `"daily_impact_cents": "41200"`,
    good: `"daily_impact_cents": 41200`,
  },
  "unplanned-value": {
    id: "V103",
    title: "A value that the plan does not allow",
    why: "A value outside the list, bounds or pattern becomes one more bar in every chart, that nobody expects.",
    fix: "Pass one of the values that the message names, or extend the plan.",
    bad: `"severity": "hihg"`,
    good: `"severity": "high"`,
  },
  "unplanned-property": {
    id: "V104",
    title: "A property or trait that the plan does not have",
    why: "What is in no plan has no type, no meaning and no privacy decision.",
    fix: "Take the name that the message suggests, add the property to the plan, or stop sending it.",
  },
  "deprecated-property-sent": {
    id: "V105",
    severity: "warning",
    title: "A property or value that is on its way out",
    why: "After its sunset nobody reads it any more.",
    fix: "Send what replaces it; the message names it.",
  },
  "personal-data-in-clear": {
    id: "V201",
    title: "An e-mail address in clear",
    why: "Events outlive the person: an address in one of them cannot be taken back, and no decision in the plan let it travel.",
    fix: "Leave it out, or plan the property as personal data, so that the client hashes it.",
    bad: `"title": "Invited ada@example.com"`,
    good: `"invitation_kind": "e-mail"`,
  },
  "not-hashed": {
    id: "V202",
    title: "A value that the plan hashes arrived as it is",
    why: "The plan decided that this never leaves in clear. Whoever sent it went past the generated client.",
    fix: "Send it through the generated client with a `hashKey`, or in a browser pass what a server has hashed.",
    bad: `"user_email": "ada@example.com"`,
    good: `"user_email": "h1_k1_Zt9fQ2mX7bJcR4sLw8vNaA"`,
  },
  "not-dropped": {
    id: "V203",
    title: "A value that the plan drops arrived",
    why: "The plan decided that this never leaves. Whoever sent it went past the generated client.",
    fix: "Send the event through the generated client, or stop passing the value.",
  },
  "raw-distinct-id": {
    id: "V204",
    title: "A distinct_id that gives the person away",
    why: "The distinct_id stands on every event and in every export.",
    fix: "Identify people by an id of your own database, or by a hash where the plan says so.",
    bad: `posthog.identify("ada@example.com")`,
    good: `tracker.identify("usr_01hv9k")`,
  },
  "secret-in-clear": {
    id: "V205",
    title: "A key or token in an event",
    why: "Everybody who reads analytics could use it.",
    fix: "Revoke it now, then find out which property carries free text.",
  },
  "missing-context": {
    id: "V301",
    title: "An event without a field of the context",
    why: "Without its tenant and its product an event belongs to nobody, and no funnel counts it.",
    fix: "Send it through the generated client, bound with `forTenant(…)`.",
  },
  "wrong-context": {
    id: "V302",
    title: "A field of the context with a value it cannot have",
    why: "A product or tenant that does not exist makes a customer of its own in every report.",
    fix: "Let the client fill it in; check what the tenant is bound to.",
  },
  "contradictory-context": {
    id: "V303",
    title: "The context contradicts itself",
    why: "Clients write the context last, so that no property can stand in its place. One that contradicts the rest of the event was written by somebody else.",
    fix: "Do not pass context fields as properties, and do not send around the generated client.",
    bad: `{ "tenant_id": "tn_b", "$groups": { "tenant": "tn_a" } }`,
    good: `{ "tenant_id": "tn_a", "$groups": { "tenant": "tn_a" } }`,
  },
  "shared-distinct-id": {
    id: "V401",
    title: "A distinct_id that is nobody's",
    why: "PostHog refuses ids such as `anonymous` or `null`: all who have one would be one person.",
    fix: "Pass the id of the person, or none; the client then uses the tenant's.",
    bad: `"distinct_id": "undefined"`,
    good: `"distinct_id": "usr_01hv9k"`,
  },
  "repeated-uuid": {
    id: "V402",
    severity: "info",
    title: "An event that was here before",
    why: "Clients send again what they are not sure of, under the same uuid; PostHog keeps one of them. Seen often, something sends twice.",
    fix: "Nothing, unless it goes on: then look for two clients, or a uuid that is made from too little.",
  },
  "bad-timestamp": {
    id: "V403",
    severity: "warning",
    title: "A timestamp that is no moment, or lies ahead",
    why: "PostHog moves what is more than 23 hours ahead to the present, and the order of a funnel is gone.",
    fix: "Send RFC 3339 in UTC, and look at the sender's clock.",
  },
  "refused-request": {
    id: "V501",
    title: "A request that could not be read",
    why: "PostHog would refuse it too, and its events with it.",
    fix: "The message says what is wrong with it; a generated client or a PostHog SDK writes it well.",
  },
};

/** Every violation that the live check knows, by code: V and a number, for what arrives. */
export const livePages: Readonly<Record<LiveCode, LivePage>> = Object.fromEntries(
  Object.entries(entries).map(([name, { bad, good, ...entry }]) => [
    name,
    {
      severity: "error",
      ...entry,
      ...(bad === undefined || good === undefined ? {} : { bad: `${bad}\n`, good: `${good}\n` }),
      name,
      family: "live",
    } satisfies LivePage,
  ]),
) as Record<LiveCode, LivePage>;
