import { expect, it } from "vitest";
import { compileText } from "../../fixtures/compile-text.js";

/** The event's properties, as somebody writes them on the first day. */
const inEvent = (line: string) => `plan: p
events:
  order.paid:
    description: Money arrived.
${line.replace(/^/gm, "    ")}
`;

it.each<[string, string, string]>([
  [
    "plan: p\nversion: 1.0",
    "`version` is text, not 1.0.",
    "A version is three numbers in quotes or as they are, such as 1.4.0.",
  ],
  [
    "plan: p\nruntimes: node",
    '`runtimes` is a list (`- item`) or a map (`key: value`), not "node".',
    "Write a list: `[node]`.",
  ],
  [
    "plan: p\nproducts: [shop, desk]",
    "`products` is a map (`key: value`), not a list.",
    "Make each name a key: `shop: { … }`.",
  ],
  [
    "plan: p\ndefaults: growth",
    '`defaults` is a map (`key: value`), not "growth".',
    "Its keys are stability, owner, runtimes, required, actor.",
  ],
  [
    "plan: p\nevents: { order.paid: Somebody paid. }",
    '`order.paid` is a map (`key: value`), not "Somebody paid.".',
    "Put the text under `description:`.",
  ],
  [
    inEvent("include: order"),
    '`include` is a list (`- item`), not "order".',
    "Write a list: `[order]`.",
  ],
  [
    inEvent("properties: { total: number }"),
    '`total` is a map (`key: value`), or one of always, optional, not "number".',
    "Write `{ type: number }`.",
  ],
  [
    inEvent("properties: { a: { type: array, items: strng } }"),
    '`items` is a map (`key: value`), or one of always, optional, not "strng".',
    "Write `{ type: string }`.",
  ],
  [
    inEvent("properties: { a: { type: string, required: true } }"),
    "`required` is a map (`key: value`), or one of always, optional, not true.",
    "Write `always`.",
  ],
  [
    inEvent("properties: { a: { type: string, pii: true } }"),
    "`pii` is text or a map (`key: value`), not true.",
    "Its keys are class, handling, reason, reviewer, until.",
  ],
  [inEvent("trigger: 5"), "`trigger` is text, not 5.", 'Put it in quotes: "5".'],
  [
    inEvent("sample: { rate: 2 }"),
    "`rate` is at most 1, not 2.",
    "It stands in `events › order.paid › sample`.",
  ],
  [inEvent('trigger: ""'), "`trigger` is empty.", "It stands in `events › order.paid`."],
  [
    inEvent("properties: { a: { type: array } }"),
    "`events › order.paid › properties › a` has no `items`.",
    "Add `items: …`.",
  ],
  [
    inEvent("properties: { a: { type: duration, unit: minutes } }"),
    '`unit` is one of ms, s, min, h, d, not "minutes".',
    'Did you mean "min"?',
  ],
  [
    inEvent("properties: { a: { type: string, nullable: yes } }"),
    '`nullable` is true or false, not "yes".',
    "Write `true`. In YAML 1.2, yes is text.",
  ],
  [
    inEvent("properties: { a: { type: string, required: Off } }"),
    '`required` is a map (`key: value`), or one of always, optional, not "Off".',
    "Write `optional`.",
  ],
  [
    inEvent('properties: { a: { type: integer, min: "1" } }'),
    '`min` is a number, not "1".',
    "Take the quotes away: 1.",
  ],
  [
    inEvent("sampling: { rate: 0.1 }"),
    '"sampling" is not a key of `events › order.paid`.',
    'Did you mean "sample"?',
  ],
  [
    "plan: p\ninclude: [more.yaml]",
    '"include" is not a key of the plan file.',
    'Did you mean "files"?',
  ],
  [
    "plan: p\ngroups: { order: { description: D., properties: { a: { type: string } } } }",
    '"properties" is not a key of `groups › order`.',
    "`groups:` are those that PostHog counts by. Properties that events share stand under `property_groups:`.",
  ],
  [
    inEvent("properties: { a: { type: enum, values: one two } }"),
    '`values` is a list (`- item`) or a map (`key: value`), not "one two".',
    "Write a list: `[one two]`.",
  ],
  [
    "plan: p\nruntimes:\n  -browser\n  -node",
    '`runtimes` is a list (`- item`) or a map (`key: value`), not "-browser -node".',
    "Put a space after each dash: `- item`.",
  ],
  [
    "plan: p\n\u00a0events: {}",
    '"\u00a0events" is not a key of the plan file.',
    "It begins with U+00A0, which is no space to YAML. Indent with plain spaces.",
  ],
  [
    "plan: p\nevents: { a.b: { description: “Money, arrived” } }",
    '"arrived”" is not a key of `events › a.b`.',
    "Quotes of a text are straight in YAML: \"…\" or '…'.",
  ],
  [
    inEvent("deprecated: { reason: Old., sunset: 2027-02-30 }"),
    "A day of the calendar is written YYYY-MM-DD, such as 2027-03-31.",
    "It stands in `events › order.paid › deprecated`.",
  ],
  [
    inEvent("expires: 2026-02-29"),
    "A day of the calendar is written YYYY-MM-DD, such as 2027-03-31.",
    "It stands in `events › order.paid`.",
  ],
])("%s", (text, message, help) => {
  const [finding, ...others] = compileText(text).diagnostics;
  expect([finding?.message, finding?.help]).toEqual([message, help]);
  expect(others).toEqual([]);
});

it.each([
  ["int", "integer"],
  ["bool", "boolean"],
  ["float", "number"],
  ["datetime", "timestamp"],
  ["strin", "string"],
])("the kind %s is meant to be %s", (word, kind) => {
  const text = inEvent(`properties: { a: { type: ${word} } }`);
  expect(compileText(text).diagnostics.map(({ help }) => help)).toEqual([
    `Did you mean "${kind}"?`,
  ]);
});

it("a key of the root file in another file is sent there, and its typo looked for among that file's own", () => {
  const { diagnostics } = compileText({
    "plan.yaml": "plan: p\nevents: { a.b: { description: D. } }",
    "more.yaml": "groups: { tenant: { description: D. } }\nevnts: {}",
  });
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    [
      '"groups" belongs into the plan\'s root file, the one that says `plan:`.',
      "Move it there. This file takes product, features, activation, properties, types, property_groups, events, extend, funnels, health.",
    ],
    ['"evnts" is not a key of this file.', 'Did you mean "events"?'],
  ]);
});
