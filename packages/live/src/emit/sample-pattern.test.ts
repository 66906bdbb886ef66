import { expect, test } from "vitest";
import { samplePattern } from "./sample-pattern.js";

test.each([
  ["^an_[a-z0-9]+$", 0],
  ["^[a-z0-9][a-z0-9_-]{1,63}$", 10],
  ["^\\d+\\.\\d+\\.\\d+$", 0],
  ["^(?:red|green)-\\w{3}$", 0],
  ["^[^a-z]{2,}$", 5],
  ["^\\p{Lu}\\p{Ll}*$", 4],
  ["^(?<year>\\d{4})-[01]\\d$", 0],
  ["^a?b*c+$", 3],
  ["^[\\]x]\\u0041\\/\\.$", 0],
  ["ö|ü", 0],
])("%s", (pattern, least) => {
  const sample = samplePattern(pattern, least) ?? "nothing";
  expect(sample).toMatch(new RegExp(pattern, "u"));
  expect([...sample].length).toBeGreaterThanOrEqual(least);
  expect(samplePattern(pattern, least)).toBe(sample);
});

test.each(["(?=a)b", "(a)\\1", "[", "(a", "a{", "*"])("%s is not read", (pattern) => {
  expect(samplePattern(pattern)).toBeNull();
});
