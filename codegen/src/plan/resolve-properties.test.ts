import { describe, expect, it } from "vitest";
import { eventIn, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("groups", () => {
  it.each<Row>([
    [
      "include groups, which include groups",
      yaml`
      plan: p
      property_groups:
        a: { description: A., include: [b], properties: { x: { type: string } } }
        b: { description: B., properties: { y: { type: string } } }
      events:
        e: { description: D., include: [a], properties: { z: { type: string } } }
      `,
      [],
    ],
    [
      "lead back to themselves",
      yaml`
      plan: p
      property_groups:
        a: { description: A., include: [b], properties: {} }
        b: { description: B., include: [c], properties: {} }
        c: { description: C., include: [a], properties: {} }
      events:
        e: { description: D., include: [c] }
      `,
      ["3:3 reference-cycle"],
    ],
    [
      "include themselves",
      yaml`
      plan: p
      property_groups:
        a: { description: A., include: [a], properties: {} }
      `,
      ["3:3 reference-cycle"],
    ],
    [
      "are not there",
      yaml`
      plan: p
      property_groups:
        money: { description: A., properties: {} }
      events:
        e: { description: D., include: [mony, nothing_like_it] }
      `,
      ["5:35 ref-unknown", "5:41 ref-unknown"],
    ],
    [
      "agree on a shared property",
      yaml`
      plan: p
      properties: { x: { type: string, pii: email } }
      property_groups:
        a: { description: A., properties: { x: always } }
        b: { description: B., properties: { x: optional } }
      events:
        e: { description: D., include: [a, b] }
      `,
      [],
    ],
    [
      "differ in a type",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string } } }
        b: { description: B., properties: { x: { type: string, max_length: 3 } } }
      events:
        e: { description: D., include: [a, b] }
      `,
      ["6:38 group-conflict"],
    ],
    [
      "differ in null",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string } } }
        b: { description: B., properties: { x: { type: string, nullable: true } } }
      events:
        e: { description: D., include: [a, b] }
      `,
      ["6:38 group-conflict"],
    ],
    [
      "differ in privacy",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string, pii: email } } }
        b: { description: B., properties: { x: { type: string, pii: ip } } }
      events:
        e: { description: D., include: [a, b] }
      `,
      ["6:38 group-conflict"],
    ],
    [
      "differ in a condition",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { y: { type: boolean }, x: { type: string, required: { when: { y: true } } } } }
        b: { description: B., properties: { x: { type: string, required: { when: { y: false } } } } }
      events:
        e: { description: D., include: [a, b] }
      `,
      ["6:38 group-conflict"],
    ],
    [
      "are refined by the event",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string, max_length: 9 } } }
      events:
        e: { description: D., include: [a], properties: { x: { max_length: 3 } } }
      `,
      [],
    ],
    [
      "are loosened by the event",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string, max_length: 9, required: always } } }
      events:
        e: { description: D., include: [a], properties: { x: { max_length: 10, required: optional } } }
      `,
      ["5:70 override-weakens-base", "5:84 override-weakens-base"],
    ],
    [
      "are written out again, the same",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string, pii: email } } }
      events:
        e: { description: D., include: [a], properties: { x: { type: string, required: always } } }
      `,
      [],
    ],
    [
      "are written out again, looser",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string, pii: email, required: always } } }
      events:
        e: { description: D., include: [a], properties: { x: { type: string, pii: none, nullable: true, required: optional } } }
      `,
      ["5:77 override-weakens-base", "5:93 override-weakens-base", "5:109 override-weakens-base"],
    ],
    [
      "are written out again as something else",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string } } }
      events:
        e: { description: D., include: [a], properties: { x: { type: integer } } }
      `,
      ["5:53 override-weakens-base"],
    ],
    [
      "stay out of the way of a property that is broken",
      yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string } } }
      events:
        e: { description: D., include: [a], properties: { x: { type: strng } } }
      `,
      ["5:64 wrong-value"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("references", () => {
  it.each<Row>([
    [
      "to a shared property, by name and under another",
      yaml`
      plan: p
      properties: { mail: { type: string, pii: email } }
      events:
        e: { description: D., properties: { mail: always, other_mail: { ref: mail } } }
      `,
      [],
    ],
    [
      "to a property that is not there",
      yaml`
      plan: p
      properties: { mail: { type: string } }
      events:
        e: { description: D., properties: { mial: always, other: { ref: mal }, nothing_like: optional } }
      `,
      ["4:39 ref-unknown", "4:67 ref-unknown", "4:74 ref-unknown"],
    ],
    [
      "in circles",
      yaml`
      plan: p
      properties:
        a: { ref: b }
        b: { ref: c }
        c: { ref: a }
      events:
        e: { description: D., properties: { a: always } }
      `,
      ["3:3 reference-cycle"],
    ],
    [
      "to themselves",
      yaml`
      plan: p
      properties:
        a: { ref: a }
        b: optional
        c: { description: C. }
      `,
      ["3:13 missing-key", "4:3 missing-key", "5:3 missing-key"],
    ],
    [
      "to a shared property that is broken",
      yaml`
      plan: p
      properties: { mail: { type: string, frmat: email } }
      events:
        e: { description: D., properties: { mail: always } }
      `,
      ["2:37 unknown-key"],
    ],
    [
      "to a type, and to one that is not there",
      yaml`
      plan: p
      types: { line: { type: string } }
      events:
        e: { description: D., properties: { a: { type: named, name: line }, b: { type: named, name: lne } } }
      `,
      ["4:95 ref-unknown"],
    ],
    [
      "of a type to itself",
      yaml`
      plan: p
      types:
        tree: { type: object, properties: { children: { type: array, items: { type: named, name: tree } } } }
      `,
      ["3:3 reference-cycle"],
    ],
    [
      "of types in a circle that an event uses",
      yaml`
      plan: p
      types:
        a: { type: named, name: a }
        b: { type: array, items: { type: named, name: c } }
        c: { type: map, values: { type: named, name: b } }
      events:
        e: { description: D., properties: { a: { type: named, name: a, pii: email, examples: [1] }, b: { type: named, name: b, examples: [[{ x: [] }]] } } }
      `,
      ["3:3 reference-cycle", "4:3 reference-cycle"],
    ],
    [
      "from inside objects, lists, maps and unions",
      yaml`
      plan: p
      properties: { mail: { type: string } }
      events:
        e:
          description: D.
          properties:
            a: { type: object, properties: { mail: always, b: { type: array, items: { ref: mail } } } }
            c: { type: map, values: { ref: mail } }
            d: { type: union, any_of: [{ ref: mail }, { type: integer }] }
      `,
      [],
    ],
    [
      "from inside, to nothing",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: object, properties: { mail: always, b: { type: array, items: { ref: mail } } } }
            c: { type: map, values: { ref: mail } }
            d: { type: union, any_of: [{ ref: mail }, { type: integer }] }
            f: { type: array, items: always }
      `,
      [
        "6:40 ref-unknown",
        "6:86 ref-unknown",
        "7:38 ref-unknown",
        "8:41 ref-unknown",
        "9:25 ref-unknown",
      ],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("an event's properties", () => {
  const texts = yaml`
    plan: p
    properties: { mail: { type: string, pii: email } }
    property_groups:
      outer: { description: O., include: [inner], properties: { b: { type: string, required: always } } }
      inner: { description: I., properties: { mail: always, c: { type: string } } }
    events:
      e:
        description: D.
        include: [outer]
        properties:
          a: { type: string, required: { when: { b: x } } }
          c: { description: C. }
  `;

  it("stand in order: required, conditional, optional, by name", () => {
    expect(eventIn(texts, "e").properties.map((it) => it.name)).toEqual(["b", "mail", "a", "c"]);
  });

  it("know what they came through, outermost first", () => {
    const lineage = Object.fromEntries(
      eventIn(texts, "e").properties.map((it) => [
        it.name,
        it.lineage.map(({ kind, name }) => `${kind} ${name}`),
      ]),
    );
    expect(lineage).toEqual({
      a: [],
      b: ["property_group outer"],
      c: ["property_group outer", "property_group inner"],
      mail: ["property_group outer", "property_group inner", "property mail"],
    });
  });

  it("are asked for by what either group asks for", () => {
    const both = yaml`
      plan: p
      property_groups:
        a: { description: A., properties: { x: { type: string } } }
        b: { description: B., properties: { x: { type: string, pii: email, required: always } } }
      events:
        ab: { description: D., include: [a, b] }
        ba: { description: D., include: [b, a] }
    `;
    for (const name of ["ab", "ba"])
      expect(eventIn(both, name).properties).toMatchObject([
        { name: "x", required: true, pii: { class: "email", handling: "hash" } },
      ]);
  });
});
