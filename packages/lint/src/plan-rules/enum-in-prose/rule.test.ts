import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { enumInProse } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "the ways in which values are listed",
    yaml`
      properties:
        a: { type: string, description: "The way, one of car, train or bus." }
        b: { type: string, description: "The way: car | train | bus." }
        c: { type: string, description: 'The way: "car", "train" or "bus".' }
        d: { type: string, description: The way is either car or train. }
      `,
    ["properties/a", "properties/b", "properties/c", "properties/d"],
  ],
  [
    "sentences that list nothing, and values that are bound",
    yaml`
      properties:
        a: { type: string, description: "One of the ways that people take, and not the best one." }
        b: { type: enum, values: [car, bus], description: "The way, one of car or bus." }
        c: { type: string, pattern: ^(car|bus)$, description: "car | bus" }
        d: { type: string, description: "Such as a car, or a train." }
        e: { type: string, description: The "agreed" name of the place. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(enumInProse, text)).toEqual(wanted);
});
