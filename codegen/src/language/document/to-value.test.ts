import { describe, expect, it } from "vitest";
import type { YamlNode } from "./node.js";
import { readDocument } from "./read-document.js";
import { nodeAt, toValue } from "./to-value.js";

function read(text: string): YamlNode {
  const { root } = readDocument(text);
  if (root === null) throw new Error("The text of a test must be readable.");
  return root;
}

describe("toValue", () => {
  it("gives maps, lists and scalars as JSON has them", () => {
    const value = toValue(read("a: [1, 'x', null, { b: true }]\n2: two\n"));
    expect(value).toEqual({ a: [1, "x", null, { b: true }], "2": "two" });
  });

  it("makes objects that inherit nothing", () => {
    const value = toValue(read("a: {}\n"));
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect("constructor" in Object(value)).toBe(false);
  });
});

describe("nodeAt", () => {
  const text = "a:\n  b: [x, { c: 1 }]\n";
  const root = read(text);
  const cases: readonly (readonly [
    path: (string | number)[],
    key: string | undefined,
    node: string,
  ])[] = [
    [[], undefined, "a:\n  b: [x, { c: 1 }]"],
    [["a"], "a", "b: [x, { c: 1 }]"],
    [["a", "b"], "b", "[x, { c: 1 }]"],
    [["a", "b", 0], undefined, "x"],
    [["a", "b", 1, "c"], "c", "1"],
    [["a", "missing", "c"], "a", "b: [x, { c: 1 }]"],
    [["a", "b", 7], "b", "[x, { c: 1 }]"],
    [["a", "b", 0, "deeper"], undefined, "x"],
  ];
  it.each(cases)("finds %j", (path, key, wanted) => {
    const place = nodeAt(root, path);
    expect(place.key?.source).toBe(key);
    expect(text.slice(place.node.start, place.node.end)).toBe(wanted);
  });

  it("looks up every entry of a large map in no time", () => {
    const large = read(Array.from({ length: 20_000 }, (_, at) => `k${at}: ${at}\n`).join(""));
    const begun = performance.now();
    for (let at = 0; at < 20_000; at += 1) {
      const { node } = nodeAt(large, [`k${at}`]);
      if (node.kind !== "scalar" || node.value !== at) throw new Error(`k${at} was not found.`);
    }
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
