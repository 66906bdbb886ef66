import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("types", () => {
  it.each<Row>([
    [
      "of every kind",
      yaml`
      plan: p
      types: { t: { type: string } }
      events:
        e:
          description: D.
          properties:
            a: { type: string, format: uuid, pattern: "^a", min_length: 1, max_length: 3 }
            b: { type: integer, min: 1, max: 3, unit: tokens }
            c: { type: number, min: 0.5, max: 1.5 }
            d: { type: boolean }
            f: { type: timestamp }
            g: { type: date }
            h: { type: duration, unit: ms, min: 1, max: 2 }
            i: { type: money, currency: EUR, unit: micros, min: 1 }
            j: { type: enum, values: [a, 1, true], open: true }
            k: { type: const, value: 1 }
            l: { type: array, items: { type: string }, min_items: 1, max_items: 2, unique: true }
            m: { type: object, properties: { a: { type: string } } }
            n: { type: map, values: { type: string }, keys: "^a", max_keys: 3 }
            o: { type: union, any_of: [{ type: string }, { type: integer }] }
            p: { type: json_schema, schema: { type: string } }
            q: { type: named, name: t }
      `,
      [],
    ],
    [
      "that no value fits",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, min_length: 3, max_length: 2 }
            b: { type: integer, min: 3, max: 2 }
            c: { type: number, min: 1.5, max: 0.5 }
            h: { type: duration, unit: ms, min: 3, max: 2 }
            i: { type: money, currency: EUR, min: 3, max: 2 }
            l: { type: array, items: { type: string }, min_items: 3, max_items: 2 }
            j: { type: enum, values: {} }
            o: { type: object, properties: { a: { type: integer, min: 3, max: 2 } } }
      `,
      [
        "6:38 contradictory-constraint",
        "7:32 contradictory-constraint",
        "8:31 contradictory-constraint",
        "9:43 contradictory-constraint",
        "10:45 contradictory-constraint",
        "11:61 contradictory-constraint",
        "12:24 enum-empty-or-duplicate",
        "13:65 contradictory-constraint",
      ],
    ],
    [
      "with patterns that are none",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, pattern: "(" }
            n: { type: map, values: { type: string, pattern: "[" }, keys: "*" }
      `,
      [
        "6:35 contradictory-constraint",
        "7:56 contradictory-constraint",
        "7:69 contradictory-constraint",
      ],
    ],
    [
      "with values twice",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: enum, values: [a, b, a] }
            b: { type: enum, values: [1, '1'] }
            c: { type: enum, values: [1, 1.0] }
      `,
      ["6:32 enum-empty-or-duplicate", "8:32 enum-empty-or-duplicate"],
    ],
    [
      "that lack something",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: duration }
            b: { type: money }
            c: { type: enum }
            d: { type: const }
            f: { type: array }
            g: { type: object }
            h: { type: map }
            i: { type: union }
            j: { type: named }
            k: { type: json_schema }
      `,
      [
        "6:7 missing-key",
        "7:7 missing-key",
        "8:7 missing-key",
        "9:7 missing-key",
        "10:7 missing-key",
        "11:7 missing-key",
        "12:7 missing-key",
        "13:7 missing-key",
        "14:7 missing-key",
        "15:7 missing-key",
      ],
    ],
    [
      "with keys of another type",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, min: 1 }
            b: { type: boolean, values: [a] }
            c: { type: integer, max_length: 3 }
            d: { type: array, items: { type: string, min: 3 } }
      `,
      ["6:26 unknown-key", "7:27 unknown-key", "8:27 unknown-key", "9:48 unknown-key"],
    ],
    [
      "with values of another type",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, max_length: long }
            b: { type: integer, min: 1.5 }
            c: { type: enum, values: one }
            d: { type: union, any_of: [{ type: string }] }
            f: { type: money, currency: euro }
            g: { type: array, items: [{ type: string }] }
            h: { type: string, max_length: -1 }
            i: { type: const, value: [1] }
      `,
      [
        "6:38 wrong-value",
        "7:32 wrong-value",
        "8:32 wrong-value",
        "9:33 wrong-value",
        "10:35 wrong-value",
        "11:32 wrong-value",
        "12:38 wrong-value",
        "13:32 wrong-value",
      ],
    ],
    [
      "deeper than anybody needs",
      yaml`
      plan: p
      types:
        t0: { type: array, items: { type: named, name: t1 } }
        t1: { type: array, items: { type: named, name: t2 } }
        t2: { type: array, items: { type: named, name: t3 } }
        t3: { type: array, items: { type: named, name: t4 } }
        t4: { type: array, items: { type: named, name: t5 } }
        t5: { type: array, items: { type: named, name: t6 } }
        t6: { type: array, items: { type: named, name: t7 } }
        t7: { type: array, items: { type: named, name: t8 } }
        t8: { type: array, items: { type: named, name: t9 } }
        t9: { type: array, items: { type: named, name: t10 } }
        t10: { type: array, items: { type: named, name: t11 } }
        t11: { type: array, items: { type: named, name: t12 } }
        t12: { type: array, items: { type: named, name: t13 } }
        t13: { type: array, items: { type: named, name: t14 } }
        t14: { type: array, items: { type: named, name: t15 } }
        t15: { type: array, items: { type: named, name: t16 } }
        t16: { type: array, items: { type: named, name: t17 } }
        t17: { type: array, items: { type: named, name: t18 } }
        t18: { type: array, items: { type: named, name: t19 } }
        t19: { type: array, items: { type: named, name: t20 } }
        t20: { type: array, items: { type: named, name: t21 } }
        t21: { type: array, items: { type: named, name: t22 } }
        t22: { type: array, items: { type: named, name: t23 } }
        t23: { type: array, items: { type: named, name: t24 } }
        t24: { type: array, items: { type: named, name: t25 } }
        t25: { type: array, items: { type: named, name: t26 } }
        t26: { type: array, items: { type: named, name: t27 } }
        t27: { type: array, items: { type: named, name: t28 } }
        t28: { type: array, items: { type: named, name: t29 } }
        t29: { type: array, items: { type: named, name: t30 } }
        t30: { type: array, items: { type: named, name: t31 } }
        t31: { type: array, items: { type: named, name: t32 } }
        t32: { type: array, items: { type: named, name: t33 } }
        t33: { type: array, items: { type: named, name: t34 } }
        t34: { type: array, items: { type: named, name: t35 } }
        t35: { type: array, items: { type: named, name: t36 } }
        t36: { type: array, items: { type: named, name: t37 } }
        t37: { type: array, items: { type: named, name: t38 } }
        t38: { type: array, items: { type: named, name: t39 } }
        t39: { type: array, items: { type: named, name: t40 } }
        t40: { type: array, items: { type: named, name: t41 } }
        t41: { type: array, items: { type: named, name: t42 } }
        t42: { type: array, items: { type: named, name: t43 } }
        t43: { type: array, items: { type: named, name: t44 } }
        t44: { type: array, items: { type: named, name: t45 } }
        t45: { type: array, items: { type: named, name: t46 } }
        t46: { type: array, items: { type: named, name: t47 } }
        t47: { type: array, items: { type: named, name: t48 } }
        t48: { type: array, items: { type: named, name: t49 } }
        t49: { type: array, items: { type: named, name: t50 } }
        t50: { type: array, items: { type: named, name: t51 } }
        t51: { type: array, items: { type: named, name: t52 } }
        t52: { type: array, items: { type: named, name: t53 } }
        t53: { type: array, items: { type: named, name: t54 } }
        t54: { type: array, items: { type: named, name: t55 } }
        t55: { type: array, items: { type: named, name: t56 } }
        t56: { type: array, items: { type: named, name: t57 } }
        t57: { type: array, items: { type: named, name: t58 } }
        t58: { type: array, items: { type: named, name: t59 } }
        t59: { type: array, items: { type: named, name: t60 } }
        t60: { type: array, items: { type: named, name: t61 } }
        t61: { type: array, items: { type: named, name: t62 } }
        t62: { type: array, items: { type: named, name: t63 } }
        t63: { type: array, items: { type: named, name: t64 } }
        t64: { type: array, items: { type: named, name: t65 } }
        t65: { type: array, items: { type: named, name: t66 } }
        t66: { type: array, items: { type: named, name: t67 } }
        t67: { type: array, items: { type: named, name: t68 } }
        t68: { type: array, items: { type: named, name: t69 } }
        t69: { type: array, items: { type: named, name: t70 } }
        t70: { type: string }
      `,
      ["67:3 plan-too-large"],
    ],
    [
      "that double with every level",
      yaml`
      plan: p
      properties:
        p0: { type: object, properties: { a: { ref: p1 }, b: { ref: p1 } } }
        p1: { type: object, properties: { a: { ref: p2 }, b: { ref: p2 } } }
        p2: { type: object, properties: { a: { ref: p3 }, b: { ref: p3 } } }
        p3: { type: object, properties: { a: { ref: p4 }, b: { ref: p4 } } }
        p4: { type: object, properties: { a: { ref: p5 }, b: { ref: p5 } } }
        p5: { type: object, properties: { a: { ref: p6 }, b: { ref: p6 } } }
        p6: { type: object, properties: { a: { ref: p7 }, b: { ref: p7 } } }
        p7: { type: object, properties: { a: { ref: p8 }, b: { ref: p8 } } }
        p8: { type: object, properties: { a: { ref: p9 }, b: { ref: p9 } } }
        p9: { type: object, properties: { a: { ref: p10 }, b: { ref: p10 } } }
        p10: { type: object, properties: { a: { ref: p11 }, b: { ref: p11 } } }
        p11: { type: object, properties: { a: { ref: p12 }, b: { ref: p12 } } }
        p12: { type: object, properties: { a: { ref: p13 }, b: { ref: p13 } } }
        p13: { type: object, properties: { a: { ref: p14 }, b: { ref: p14 } } }
        p14: { type: object, properties: { a: { ref: p15 }, b: { ref: p15 } } }
        p15: { type: object, properties: { a: { ref: p16 }, b: { ref: p16 } } }
        p16: { type: object, properties: { a: { ref: p17 }, b: { ref: p17 } } }
        p17: { type: object, properties: { a: { ref: p18 }, b: { ref: p18 } } }
        p18: { type: object, properties: { a: { ref: p19 }, b: { ref: p19 } } }
        p19: { type: object, properties: { a: { ref: p20 }, b: { ref: p20 } } }
        p20: { type: object, properties: { a: { ref: p21 }, b: { ref: p21 } } }
        p21: { type: object, properties: { a: { ref: p22 }, b: { ref: p22 } } }
        p22: { type: object, properties: { a: { ref: p23 }, b: { ref: p23 } } }
        p23: { type: object, properties: { a: { ref: p24 }, b: { ref: p24 } } }
        p24: { type: object, properties: { a: { ref: p25 }, b: { ref: p25 } } }
        p25: { type: object, properties: { a: { ref: p26 }, b: { ref: p26 } } }
        p26: { type: object, properties: { a: { ref: p27 }, b: { ref: p27 } } }
        p27: { type: object, properties: { a: { ref: p28 }, b: { ref: p28 } } }
        p28: { type: object, properties: { a: { ref: p29 }, b: { ref: p29 } } }
        p29: { type: object, properties: { a: { ref: p30 }, b: { ref: p30 } } }
        p30: { type: object, properties: { a: { ref: p31 }, b: { ref: p31 } } }
        p31: { type: object, properties: { a: { ref: p32 }, b: { ref: p32 } } }
        p32: { type: object, properties: { a: { ref: p33 }, b: { ref: p33 } } }
        p33: { type: object, properties: { a: { ref: p34 }, b: { ref: p34 } } }
        p34: { type: object, properties: { a: { ref: p35 }, b: { ref: p35 } } }
        p35: { type: object, properties: { a: { ref: p36 }, b: { ref: p36 } } }
        p36: { type: object, properties: { a: { ref: p37 }, b: { ref: p37 } } }
        p37: { type: object, properties: { a: { ref: p38 }, b: { ref: p38 } } }
        p38: { type: object, properties: { a: { ref: p39 }, b: { ref: p39 } } }
        p39: { type: object, properties: { a: { ref: p40 }, b: { ref: p40 } } }
        p40: { type: string }
      `,
      ["4:3 plan-too-large", "17:3 plan-too-large", "30:3 plan-too-large"],
    ],
    [
      "that double through types",
      yaml`
      plan: p
      types:
        t0: { type: object, properties: { a: { type: named, name: t1 }, b: { type: named, name: t1 } } }
        t1: { type: object, properties: { a: { type: named, name: t2 }, b: { type: named, name: t2 } } }
        t2: { type: object, properties: { a: { type: named, name: t3 }, b: { type: named, name: t3 } } }
        t3: { type: object, properties: { a: { type: named, name: t4 }, b: { type: named, name: t4 } } }
        t4: { type: object, properties: { a: { type: named, name: t5 }, b: { type: named, name: t5 } } }
        t5: { type: object, properties: { a: { type: named, name: t6 }, b: { type: named, name: t6 } } }
        t6: { type: object, properties: { a: { type: named, name: t7 }, b: { type: named, name: t7 } } }
        t7: { type: object, properties: { a: { type: named, name: t8 }, b: { type: named, name: t8 } } }
        t8: { type: object, properties: { a: { type: named, name: t9 }, b: { type: named, name: t9 } } }
        t9: { type: object, properties: { a: { type: named, name: t10 }, b: { type: named, name: t10 } } }
        t10: { type: object, properties: { a: { type: named, name: t11 }, b: { type: named, name: t11 } } }
        t11: { type: object, properties: { a: { type: named, name: t12 }, b: { type: named, name: t12 } } }
        t12: { type: object, properties: { a: { type: named, name: t13 }, b: { type: named, name: t13 } } }
        t13: { type: object, properties: { a: { type: named, name: t14 }, b: { type: named, name: t14 } } }
        t14: { type: object, properties: { a: { type: named, name: t15 }, b: { type: named, name: t15 } } }
        t15: { type: object, properties: { a: { type: named, name: t16 }, b: { type: named, name: t16 } } }
        t16: { type: object, properties: { a: { type: named, name: t17 }, b: { type: named, name: t17 } } }
        t17: { type: object, properties: { a: { type: named, name: t18 }, b: { type: named, name: t18 } } }
        t18: { type: object, properties: { a: { type: named, name: t19 }, b: { type: named, name: t19 } } }
        t19: { type: object, properties: { a: { type: named, name: t20 }, b: { type: named, name: t20 } } }
        t20: { type: object, properties: { a: { type: named, name: t21 }, b: { type: named, name: t21 } } }
        t21: { type: object, properties: { a: { type: named, name: t22 }, b: { type: named, name: t22 } } }
        t22: { type: object, properties: { a: { type: named, name: t23 }, b: { type: named, name: t23 } } }
        t23: { type: object, properties: { a: { type: named, name: t24 }, b: { type: named, name: t24 } } }
        t24: { type: object, properties: { a: { type: named, name: t25 }, b: { type: named, name: t25 } } }
        t25: { type: object, properties: { a: { type: named, name: t26 }, b: { type: named, name: t26 } } }
        t26: { type: object, properties: { a: { type: named, name: t27 }, b: { type: named, name: t27 } } }
        t27: { type: object, properties: { a: { type: named, name: t28 }, b: { type: named, name: t28 } } }
        t28: { type: object, properties: { a: { type: named, name: t29 }, b: { type: named, name: t29 } } }
        t29: { type: object, properties: { a: { type: named, name: t30 }, b: { type: named, name: t30 } } }
        t30: { type: object, properties: { a: { type: named, name: t31 }, b: { type: named, name: t31 } } }
        t31: { type: object, properties: { a: { type: named, name: t32 }, b: { type: named, name: t32 } } }
        t32: { type: object, properties: { a: { type: named, name: t33 }, b: { type: named, name: t33 } } }
        t33: { type: object, properties: { a: { type: named, name: t34 }, b: { type: named, name: t34 } } }
        t34: { type: object, properties: { a: { type: named, name: t35 }, b: { type: named, name: t35 } } }
        t35: { type: object, properties: { a: { type: named, name: t36 }, b: { type: named, name: t36 } } }
        t36: { type: object, properties: { a: { type: named, name: t37 }, b: { type: named, name: t37 } } }
        t37: { type: object, properties: { a: { type: named, name: t38 }, b: { type: named, name: t38 } } }
        t38: { type: object, properties: { a: { type: named, name: t39 }, b: { type: named, name: t39 } } }
        t39: { type: object, properties: { a: { type: named, name: t40 }, b: { type: named, name: t40 } } }
        t40: { type: string }
      events:
        e: { description: D., properties: { a: { type: named, name: t0 } } }
      `,
      ["4:3 plan-too-large", "17:3 plan-too-large", "30:3 plan-too-large"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});
