import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText } from "./json-text.js";

describe("jsonText", () => {
  it("keeps short lists of scalars on one line and opens everything else", () => {
    expect(jsonText({ a: [1, "b", null], c: [{ d: [] }], e: {} })).toBe(
      '{\n  "a": [1, "b", null],\n  "c": [\n    {\n      "d": []\n    }\n  ],\n  "e": {}\n}\n',
    );
  });

  it("opens a list that would be too wide", () => {
    const list = ["a".repeat(60), "b".repeat(60)];
    expect(jsonText(list)).toBe(`${JSON.stringify(list, null, 2)}\n`);
  });

  it("reads back as what it was", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonText(value as null))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
