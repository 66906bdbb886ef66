import { describe, expect, it } from "vitest";
import { eventIn, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("privacy", () => {
  it.each<Row>([
    [
      "of a class, or decided",
      yaml`
      plan: p
      teams: { ops: null }
      privacy: { classes: { badge: { handling: hash }, email: { handling: drop } }, words: { mail: email, ausweis: badge }, harmless: [file_name] }
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: email }
            b: { type: string, pii: none }
            c: { type: string, pii: { class: ip, handling: allow, reason: Our own., reviewer: ops, until: 2027-01-01 } }
            d: { type: string, pii: badge }
      `,
      [],
    ],
    [
      "of a class that there is not",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: emial }
            b: { type: string, pii: { class: nothing_like } }
            c: { type: object, properties: { d: { type: string, pii: phon } } }
      `,
      ["6:31 pii-class-unknown", "7:40 pii-class-unknown", "8:64 pii-class-unknown"],
    ],
    [
      "allowed without a review",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: { class: email, handling: allow } }
            b: { type: string, pii: { class: email, handling: allow, reason: R. } }
            c: { type: string, pii: { class: email, handling: allow, until: 2027-01-01 } }
      `,
      ["6:40 raw-pii-without-review", "7:40 raw-pii-without-review", "8:40 raw-pii-without-review"],
    ],
    [
      "allowed by a class of the plan's own",
      yaml`
      plan: p
      privacy: { classes: { badge: { handling: allow } } }
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: badge }
      `,
      ["7:31 raw-pii-without-review"],
    ],
    [
      "reviewed by nobody, until no day",
      yaml`
      plan: p
      teams: { ops: null }
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: { class: email, handling: allow, reason: R., reviewer: osp, until: 2027-01-01 } }
            b: { type: string, pii: { class: email, handling: allow, reason: R., until: soon } }
      `,
      ["7:86 owner-unknown", "8:83 wrong-value"],
    ],
    [
      "handled in a way that there is not",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: { class: email, handling: hide } }
            b: { type: string, pii: 5 }
      `,
      ["6:57 wrong-value", "7:31 wrong-value"],
    ],
    [
      "words and classes that make no sense",
      yaml`
      plan: p
      privacy:
        classes: { toString: { handling: hash }, a b: { handling: hash }, c: {} }
        words: { mail: emial }
      `,
      ["3:14 reserved-name", "3:44 wrong-value", "3:69 missing-key", "4:18 pii-class-unknown"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a privacy decision", () => {
  it("is the class's unless the property says", () => {
    const texts = yaml`
      plan: p
      privacy: { classes: { badge: { handling: hash }, email: { handling: drop } } }
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: email }
            b: { type: string, pii: none }
            c: { type: string, pii: { class: phone, handling: drop } }
            d: { type: string, pii: badge }
    `;
    const decided = eventIn(texts, "e").properties.map(
      ({ pii }) => pii && [pii.class, pii.handling],
    );
    expect(decided).toEqual([["email", "drop"], null, ["phone", "drop"], ["badge", "hash"]]);
  });
});
