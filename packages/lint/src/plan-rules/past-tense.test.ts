import { expect, test } from "vitest";
import { isPast, isState, pastOf } from "./past-tense.js";

test.each([
  ["pay", "paid"],
  ["submit", "submitted"],
  ["try", "tried"],
  ["delay", "delayed"],
  ["create", "created"],
  ["stop", "stopped"],
  ["open", "opened"],
  ["write", "written"],
  ["run", "run"],
  ["send", "sent"],
  ["cancel", "cancelled"],
  ["view", "viewed"],
  ["expire", "expired"],
  ["refer", "referred"],
])("the past of %s is %s", (base, past) => {
  expect(pastOf(base)).toBe(past);
  expect(isPast(past)).toBe(true);
});

test("what is no past", () => {
  const words = ["feed", "embed", "proceed", "seed", "red", "pay", "method", "impression", "id"];
  expect(words.filter(isPast)).toEqual([]);
  expect(["active", "overdue", "paid"].map(isState)).toEqual([true, true, false]);
});
