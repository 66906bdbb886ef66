import { describe, expect, test } from "vitest";
import { changesIn, lineOf } from "./fixtures/changes-between.js";

/** A change of the properties of one event. */
function inEvent(...properties: readonly string[]): string {
  const head = ["events:", "  order_paid:", "    description: Money arrived.", "    properties:"];
  const lines = properties.map((line) => `${line.charAt(0)}      ${line.slice(1)}`);
  return [...head.map((line) => ` ${line}`), ...lines, ""].join("\n");
}

const linesOf = (change: string): readonly string[] => changesIn(change).map(lineOf);
const at = "events/order_paid/properties";

describe("what harms nobody is not reported", () => {
  test.each([
    [
      "an integer is a number",
      ["-a: { type: integer, description: A. }", "+a: { type: number, description: A. }"],
    ],
    [
      "a day is a text of the format date",
      [
        "-a: { type: date, description: A. }",
        "+a: { type: string, format: date, description: A. }",
      ],
    ],
    [
      "a length that the pattern implies",
      [
        "-a: { type: string, pattern: '^[A-Z]{3}$', description: A. }",
        "+a: { type: string, pattern: '^[A-Z]{3}$', max_length: 3, description: A. }",
      ],
    ],
    [
      "a length that the format implies",
      [
        "-a: { type: string, format: uuid, description: A. }",
        "+a: { type: string, format: uuid, max_length: 40, description: A. }",
      ],
    ],
    [
      "a lower bound of nothing",
      [
        "-a: { type: string, description: A. }",
        "+a: { type: string, min_length: 0, description: A. }",
      ],
    ],
    [
      "conditions in another order",
      [
        " b: { type: boolean, description: B. }",
        " c: { type: boolean, description: C. }",
        "-a: { type: string, required: { when: { b: true, c: true } }, description: A. }",
        "+a: { type: string, required: { when: { c: true, b: true } }, description: A. }",
      ],
    ],
    [
      "an object whose keys a map of the same values takes, both ways dropped",
      [
        "-a: { type: string, pii: secret, description: A. }",
        "+a: { type: integer, pii: secret, description: A. }",
      ],
    ],
  ])("%s", (_name, properties) => {
    expect(linesOf(inEvent(...properties))).toEqual([]);
  });

  test("a named type that is written out", () => {
    expect(
      linesOf(`-types: { line: { type: object, properties: { sku: { type: string, description: S. } } } }
 events:
   order_paid:
     description: Money arrived.
     properties:
-      line: { type: named, name: line, description: L. }
+      line: { type: object, properties: { sku: { type: string, description: S. } }, description: L. }
`),
    ).toEqual(["B501 error S plan/types/line"]);
  });

  test("what is required inside a new optional object", () => {
    const line =
      "+a: { type: object, properties: { b: { type: string, required: always, description: B. } }, description: A. }";
    expect(linesOf(inEvent(" c: { type: string, description: C. }", line))).toEqual([
      `B204 info - ${at}/a`,
    ]);
  });

  test("a property that goes when its object opens", () => {
    const before =
      "-a: { type: object, properties: { b: { type: string, required: always, description: B. } }, description: A. }";
    const after = "+a: { type: map, values: { type: string }, description: A. }";
    expect(linesOf(inEvent(before, after))).toEqual([`B209 warning WA ${at}/a`]);
  });
});

describe("types", () => {
  test.each([
    ["number → integer", "number", "integer", ["B208 error W"]],
    [
      "timestamp → text of the same form",
      "timestamp",
      "string, format: date-time",
      ["B208 error S"],
    ],
    [
      "text of the same form → timestamp",
      "string, format: date-time",
      "timestamp",
      ["B209 warning WA"],
    ],
    ["text → timestamp", "string", "timestamp", ["B208 error W"]],
    ["timestamp → any text", "timestamp", "string", ["B209 error SWA"]],
    ["text → number", "string", "number", ["B210 error SWA"]],
    ["boolean → text", "boolean", "string", ["B210 error SWA"]],
    ["boolean → both of it as an enum", "boolean", "enum, values: [true, false]", []],
    [
      "number with a unit → duration of another",
      "number, unit: s",
      "duration, unit: ms",
      ["B213 error A"],
    ],
    [
      "bounds: narrower above, wider below",
      "integer, min: 1, max: 9",
      "integer, min: 0, max: 8",
      ["B214 error W", "B215 info A"],
    ],
    ["one pattern → another", "string, pattern: '^a'", "string, pattern: '^b'", ["B214 warning W"]],
    [
      "enum → texts it does not fit",
      "enum, values: [aa, bb]",
      "string, max_length: 1",
      ["B210 error WA"],
    ],
    ["text → enum", "string", "enum, values: [a, b]", ["B219 error SW"]],
    [
      "closed → open and one less",
      "enum, values: [a, b]",
      "enum, values: [a], open: true",
      ["B216 warning A", "B221 warning WA"],
    ],
    [
      "one more and one less",
      "enum, values: [free, team, legacy]",
      "enum, values: [free, team, business]",
      ["B216 error SW", "B218 warning A"],
    ],
    [
      "list: more items, other items",
      "array, items: { type: string }, max_items: 5",
      "array, items: { type: integer }, max_items: 9",
      ["B215 info A", "B210 error SWA /items"],
    ],
    [
      "union takes one more",
      "union, any_of: [{ type: string }, { type: boolean }]",
      "union, any_of: [{ type: string }, { type: boolean }, { type: number }]",
      ["B209 warning WA"],
    ],
    [
      "map → map of less",
      "map, values: { type: string }",
      "map, values: { type: string, max_length: 3 }",
      ["B214 error W /values"],
    ],
    [
      "constant → another, which nobody passes",
      "const, value: a",
      "const, value: b",
      ["B222 warning WA"],
    ],
  ])("%s", (_name, base, head, wanted) => {
    const lines = inEvent(
      `-a: { type: ${base}, description: A. }`,
      `+a: { type: ${head}, description: A. }`,
    );
    expect(linesOf(lines)).toEqual(
      wanted.map((line) => {
        const [id, severity, letters, step = ""] = line.split(" ");
        return `${id} ${severity} ${letters} ${at}/a${step}`;
      }),
    );
  });

  test("what calls cannot see breaks no calls", () => {
    expect(
      linesOf(
        inEvent(
          " email: { type: string, pii: secret, description: E. }",
          "-a: { type: string, pii: secret, description: A. }",
          "+b: { type: string, required: always, pii: secret, description: B. }",
        ),
      ),
    ).toEqual([`B201 info - ${at}/a`, `B204 info - ${at}/b`, `B316 warning P ${at}/b`]);
  });
});

describe("groups", () => {
  test("a change in a property group is reported at each event that it reaches", () => {
    expect(
      linesOf(` property_groups:
   order:
     description: The order.
     properties:
-      amount: { type: number, required: always, description: How much. }
+      amount: { type: number, description: How much. }
 events:
   order_paid: { description: Money arrived., include: [order] }
   order_refunded: { description: Money went back., include: [order] }
   page_viewed: { description: A page was shown. }
`),
    ).toEqual([
      "B206 warning WA events/order_paid/properties/amount",
      "B206 warning WA events/order_refunded/properties/amount",
    ]);
  });

  test("a product's own form of a shared event has findings of its own", () => {
    const texts = ` products: { shop: {}, desk: {} }
 events:
   page_viewed:
     description: A page was shown.
     properties:
       path: { type: string, description: Which. }
-      title: { type: string, description: Its title. }
`;
    expect(linesOf(texts)).toEqual(["B201 error SA events/page_viewed/properties/title"]);
  });
});

describe("lifecycle", () => {
  test("nothing experimental is worse than a warning", () => {
    expect(
      linesOf(` events:
   order_paid:
     description: Money arrived.
     stability: experimental
     properties:
-      coupon: { type: string, description: The code. }
       amount: { type: number, description: How much. }
-  order_refunded: { description: Money went back., stability: experimental }
`),
    ).toEqual(
      [
        "B201 warning SA events/order_paid/properties/coupon",
        "B101 warning SWA events/order_refunded",
      ].sort((a, b) => (a.slice(5) < b.slice(5) ? -1 : 1)),
    );
  });

  test("what was announced goes without an error, after its day", () => {
    const gone = (sunset: string): readonly string[] =>
      linesOf(
        inEvent(
          " amount: { type: number, description: How much. }",
          `-coupon: { type: string, description: C., deprecated: { reason: R., sunset: ${sunset} } }`,
        ),
      );
    expect(gone("2026-11-14")).toEqual([`B201 info SA ${at}/coupon`]);
    expect(gone("2026-11-15")).toEqual([`B201 error SA ${at}/coupon`]);
  });

  test("an event that was announced before its day names the day", () => {
    const [change] = changesIn(` events:
   page_viewed: { description: A page was shown. }
-  order_paid: { description: Money arrived., deprecated: { reason: R., sunset: 2027-12-31 } }
`);
    expect(change?.id).toBe("B101");
    expect(change?.help).toBe("It was announced for after 2027-12-31. Keep it until then.");
  });
});

describe("fingerprints", () => {
  const change = (more: string): string =>
    inEvent(
      ...(more === "" ? [] : [more]),
      "-a: { type: string, description: A. }",
      "+a: { type: number, description: A. }",
    );

  test("stay when lines move and other things change, and tell changes apart", () => {
    const of = (text: string): string | undefined =>
      changesIn(text).find(({ id }) => id === "B210")?.fingerprint;
    expect(of(change("+b: { type: string, description: B. }"))).toBe(of(change("")));
    expect(of(change(""))).toMatch(/^[\da-f]{12}$/);
    expect(of(change("").replace("type: number", "type: boolean"))).not.toBe(of(change("")));
  });
});

test("both places are told", () => {
  const [change] = changesIn(
    inEvent(
      "+b: { type: string, description: B. }",
      "-a: { type: string, description: A. }",
      "+a: { type: number, description: A. }",
    ),
  );
  expect(change).toMatchObject({ base: { line: 6 }, head: { line: 7 } });
});
