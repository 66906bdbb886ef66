import { describe, expect, it } from "vitest";
import { compileText, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("the context", () => {
  it.each<Row>([
    [
      "of every source",
      yaml`
      plan: p
      runtimes: [browser, node]
      context:
        tenant_id: { from: caller, group: tenant, pattern: "^t_", max_length: 9, format: hostname, pii: account_id, examples: [t_1] }
        region: { from: caller, type: enum, values: [eu, us], required: optional }
        version: { from: runtime, type: integer, runtimes: [node] }
        product: { from: client }
        sender: { from: client, value: runtime }
        timestamp: { from: clock }
      `,
      [],
    ],
    [
      "that says too little",
      yaml`
      plan: p
      context:
        a: {}
        b: { from: client }
        c: { from: caller, type: enum }
        d: null
      `,
      ["3:3 missing-key", "4:3 missing-key", "5:22 missing-key", "6:6 wrong-value"],
    ],
    [
      "that says what does not apply",
      yaml`
      plan: p
      context:
        a: { from: caller, type: integer, pattern: x, max_length: 3, format: email, values: [x] }
        b: { from: clock, type: string }
        c: { from: client, value: product, pattern: x }
        d: { from: caller, typ: string }
      `,
      [
        "3:37 unknown-key",
        "3:49 unknown-key",
        "3:64 unknown-key",
        "3:79 unknown-key",
        "4:21 unknown-key",
        "5:38 unknown-key",
        "6:22 unknown-key",
      ],
    ],
    [
      "that says what there is not",
      yaml`
      plan: p
      groups: { tenant: {} }
      context:
        a: { from: caller, group: tenat }
        b: { from: runtime, runtimes: [node, nod] }
        c: { from: caller, pii: emial }
        d: { from: caller, pattern: "(" }
        e: { from: cookie }
      `,
      [
        "4:29 group-unknown",
        "5:40 runtime-unknown",
        "6:27 pii-class-unknown",
        "7:31 contradictory-constraint",
        "8:14 wrong-value",
      ],
    ],
    [
      "with a group that has two keys",
      yaml`
      plan: p
      context:
        a: { from: caller, group: tenant }
        b: { from: caller, group: tenant }
      `,
      ["4:29 duplicate-definition"],
    ],
    [
      "with names that cannot be",
      yaml`
      plan: p
      context:
        toString: { from: caller }
        a b: { from: caller, group: then }
      groups: { a b: {}, valueOf: {} }
      `,
      [
        "3:3 reserved-name",
        "4:3 property-name-format",
        "4:31 group-unknown",
        "5:11 wrong-value",
        "5:20 reserved-name",
      ],
    ],
    [
      "of persons and groups",
      yaml`
      plan: p
      properties: { mail: { type: string } }
      person: { distinct_id: { pii: { class: user_id, handling: hash } }, traits: { mail: always } }
      groups: { tenant: { traits: { seats: { type: integer } } } }
      super_properties: { theme: { type: string } }
      `,
      [],
    ],
    [
      "of persons and groups, wrong",
      yaml`
      plan: p
      properties: { mail: { type: string } }
      person: { distinct_id: { pii: user }, traits: { mial: always } }
      groups: { tenant: { traits: { seats: { type: integr } } } }
      super_properties: { theme: { tpe: string } }
      `,
      ["3:31 pii-class-unknown", "3:49 ref-unknown", "4:46 wrong-value", "5:30 unknown-key"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a resolved context", () => {
  it("is complete and sorted", () => {
    const { plan } = compileText(yaml`
      plan: p
      runtimes: [node, browser]
      products: { b: {}, a: {} }
      context:
        tenant_id: { from: caller, group: tenant }
        product: { from: client }
        at: { from: clock, required: optional }
    `);
    expect(
      plan?.context.map(({ name, type, required, from, value, group, runtimes }) => [
        name,
        type.kind === "enum" ? type.members.map((member) => member.value) : type.kind,
        required,
        from,
        value,
        group,
        runtimes,
      ]),
    ).toEqual([
      ["at", "timestamp", false, "clock", null, null, ["browser", "node"]],
      ["product", ["a", "b"], true, "client", "product", null, ["browser", "node"]],
      ["tenant_id", "string", true, "caller", null, "tenant", ["browser", "node"]],
    ]);
    expect(plan?.groups).toEqual([
      {
        name: "tenant",
        description: null,
        traits: [],
        origin: { file: "plan.yaml", line: 5, column: 3 },
      },
    ]);
  });
});
