import { expect, test } from "vitest";
import { viewText } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { expired } from "./rule.js";

const text = yaml`
  events:
    order_paid: { description: D., expires: 2026-06-01 }
    order_sent: { description: D., expires: never }
    order_lost: { description: D. }
`;

test.each([
  ["2026-06-01", []],
  ["2026-06-02", ["warning"]],
  ["2026-07-01", ["warning"]],
  ["2026-07-02", ["error"]],
  ["2030-01-01", ["error"]],
])("on %s: %j", (today, wanted) => {
  const found = expired.check(viewText(text, today));
  expect(found.map(({ severity }) => severity)).toEqual(wanted);
  for (const { subject } of found) expect(subject.path).toBe("events/order_paid");
});
