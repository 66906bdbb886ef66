import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("names that become one", () => {
  it.each<Row>([
    [
      "as types",
      yaml`
      plan: p
      events:
        a.b_c: { description: D. }
        a_b.c: { description: D. }
        aB.c: { description: D. }
      `,
      ["4:3 identifier-collision", "5:3 identifier-collision"],
    ],
    [
      "as files, where case does not count",
      yaml`
      plan: p
      events:
        order.paid: { description: D. }
        Order.Paid: { description: D. }
        ORDER.paid: { description: D. }
      `,
      ["3:3 identifier-collision", "4:3 identifier-collision"],
    ],
    [
      "as anchors",
      yaml`
      plan: p
      events:
        order paid: { description: D. }
        order-paid: { description: D. }
        order/paid: { description: D. }
      `,
      ["4:3 identifier-collision", "5:3 identifier-collision"],
    ],
    [
      "as Unicode has it",
      yaml`
      plan: p
      events:
        "caf\u00e9": { description: D. }
        "cafe\u0301": { description: D. }
      `,
      ["3:3 identifier-collision"],
    ],
    [
      "as paths",
      yaml`
      plan: p
      events:
        a.b: { description: D. }
        a.b.c: { description: D. }
        a.b.c.d: { description: D. }
      `,
      ["4:3 name-is-namespace", "5:3 name-is-namespace", "5:3 name-is-namespace"],
    ],
    [
      "as nothing at all",
      yaml`
      plan: p
      events:
        "!!!": { description: D. }
        "…": { description: D. }
      `,
      ["3:3 identifier-collision", "4:3 identifier-collision"],
    ],
    [
      "as a type of every client",
      yaml`
      plan: p
      events:
        tracker: { description: D. }
        call.context: { description: D. }
        node_tracker: { description: D. }
        date: { description: D. }
      `,
      [
        "3:3 identifier-collision",
        "4:3 reserved-name",
        "4:3 identifier-collision",
        "5:3 identifier-collision",
        "6:3 identifier-collision",
      ],
    ],
    [
      "as a named type, and named types as each other",
      yaml`
      plan: p
      types: { order_line: { type: string }, order-line: { type: string }, tracker: { type: string } }
      events:
        order.line: { description: D. }
      `,
      ["2:10 identifier-collision", "2:70 identifier-collision", "4:3 identifier-collision"],
    ],
    [
      "as the traits of a group, and of persons",
      yaml`
      plan: p
      groups: { tenant: {}, Tenant: {}, person: {} }
      events:
        tenant_traits: { description: D. }
      `,
      ["2:11 identifier-collision", "2:35 identifier-collision", "4:3 identifier-collision"],
    ],
    [
      "as a part of an event's type",
      yaml`
      plan: p
      events:
        order.paid: { description: D., properties: { a: { type: boolean, required: always }, b: { type: string, required: { when: { a: true } } } } }
        order.paid_base: { description: D. }
        order.paid_when.true: { description: D. }
        order.paid_without.a: { description: D. }
        order.left_when.true: { description: D. }
      `,
      ["4:3 identifier-collision", "5:3 identifier-collision", "6:3 identifier-collision"],
    ],
    [
      "as folders of products",
      yaml`
      plan: p
      products: { shop: {}, Shop: {} }
      `,
      ["2:23 identifier-collision"],
    ],
    [
      "though they differ",
      yaml`
      plan: p
      types: { line: { type: string } }
      groups: { tenant: {} }
      events:
        order.line: { description: D. }
        order.lines: { description: D. }
        tenant.created: { description: D. }
      `,
      [],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});
