import { describe, expect, it } from "vitest";
import { compileText, findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("replacements", () => {
  it.each<Row>([
    [
      "that are there",
      yaml`
      plan: p
      events:
        a.old: { description: D., deprecated: { reason: R., replaced_by: a.new } }
        a.new:
          description: D.
          properties:
            b: { type: string, deprecated: { reason: R., replaced_by: c } }
            c: { type: enum, values: { x: { deprecated: { reason: R., replaced_by: y } }, y: Y. } }
      `,
      [],
    ],
    [
      "that are not",
      yaml`
      plan: p
      events:
        a.old: { description: D., deprecated: { reason: R., replaced_by: a.nwe } }
        a.new:
          description: D.
          properties:
            b: { type: string, deprecated: { reason: R., replaced_by: cc } }
            c: { type: enum, values: { x: { deprecated: { reason: R., replaced_by: z } }, y: Y. } }
      `,
      ["3:68 replacement-unknown", "7:65 replacement-unknown", "8:78 replacement-unknown"],
    ],
    [
      "that are the thing itself",
      yaml`
      plan: p
      events:
        a.old: { description: D., deprecated: { reason: R., replaced_by: a.old } }
      `,
      ["3:68 replacement-unknown"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });

  it("are never looked for in the deprecated thing itself", () => {
    const { diagnostics } = compileText(yaml`
      plan: p
      events:
        order.paid: { description: D., deprecated: { reason: R., replaced_by: order.payed } }
      `);
    expect(diagnostics.map(({ help }) => help)).not.toContain('Did you mean "order.paid"?');
  });
});

describe("sampling and limits", () => {
  it.each<Row>([
    [
      "by a field of the context, a person, each event",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a: { description: D., sample: { rate: 0.5, by: tenant_id }, limit: { max: 1, per: 1min, by: distinct_id } }
        b: { description: D., sample: { rate: 1 }, limit: { max: 1, per: 1min } }
      `,
      [],
    ],
    [
      "by something else",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a: { description: D., sample: { rate: 0.5, by: tenant } }
        b: { description: D., limit: { max: 1, per: 1min, by: user } }
      `,
      ["4:50 ref-unknown", "5:57 ref-unknown"],
    ],
    [
      "by numbers that make no sense",
      yaml`
      plan: p
      events:
        a: { description: D., sample: { rate: 0 }, limit: { max: 0, per: 1 min } }
        b: { description: D., sample: { rate: 1.1 }, limit: { max: 1.5, per: 0s } }
      `,
      [
        "3:41 wrong-value",
        "3:60 wrong-value",
        "3:68 wrong-value",
        "4:41 wrong-value",
        "4:62 wrong-value",
        "4:72 wrong-value",
      ],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});
