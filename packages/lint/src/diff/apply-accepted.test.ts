import { expect, test } from "vitest";
import { breakingRules } from "../breaking-rules/index.js";
import type { AcceptedChange } from "./accepted-change.js";
import { applyAccepted } from "./apply-accepted.js";
import { changesIn, settings } from "./fixtures/changes-between.js";

const changes = changesIn(` events:
   order_paid:
     description: Money arrived.
     properties:
-      contact: { type: string, pii: email, description: Where to write. }
+      contact: { type: string, description: Where to write. }
-  order_refunded: { description: Money went back. }
`);
const fingerprintOf = (id: string): string =>
  changes.find((it) => it.id === id)?.fingerprint ?? "none";
const entry = (fingerprint: string, more: Partial<AcceptedChange> = {}): AcceptedChange => ({
  fingerprint,
  reason: "We know.",
  by: null,
  until: null,
  ...more,
});

function applied(...entries: readonly AcceptedChange[]) {
  const { open, accepted, problems } = applyAccepted(
    changes,
    entries,
    breakingRules,
    settings.today,
  );
  return {
    open: open.map(({ id }) => id),
    accepted: accepted.map(({ change }) => change.id),
    problems: problems.map(({ page, message }) => `${page.id} ${message}`),
  };
}

test("without entries everything stands", () => {
  expect(applied()).toEqual({
    open: ["B311", "B101"],
    accepted: [],
    problems: [],
  });
});

test("an accepted change stands no more", () => {
  expect(applied(entry(fingerprintOf("B101"), { until: "2026-11-15" }))).toEqual({
    open: ["B311"],
    accepted: ["B101"],
    problems: [],
  });
});

test("a locked rule wants a team", () => {
  const print = fingerprintOf("B311");
  expect(applied(entry(print))).toMatchObject({
    accepted: [],
    problems: [
      "B603 B311 pii-flag-dropped of events/order_paid/properties/contact is accepted, but by nobody.",
    ],
  });
  expect(applied(entry(print, { by: "privacy" }))).toMatchObject({
    accepted: ["B311"],
    problems: [],
  });
});

test("what has passed, fits nothing or stands twice is found", () => {
  const print = fingerprintOf("B101");
  expect(
    applied(entry(print, { until: "2026-11-14" }), entry("0123456789ab"), entry(print)).problems,
  ).toEqual([
    "B602 B101 of events/order_refunded was accepted until 2026-11-14.",
    "B601 Nothing that changed has the fingerprint 0123456789ab.",
    `B601 ${print} is accepted twice.`,
  ]);
});
