import { expect, test } from "vitest";
import { viewText } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { sunsetPassed } from "./rule.js";

const text = yaml`
  events:
    order_paid: { description: D., deprecated: { reason: R., sunset: 2026-12-31 } }
    order_sent:
      description: D.
      properties:
        parcel: { type: string, deprecated: { reason: R., sunset: 2026-11-30 } }
        carrier: { type: string, deprecated: { reason: R. } }
`;

test.each([
  ["2026-11-30", []],
  ["2026-12-01", ["warning parcel"]],
  ["2026-12-31", ["error parcel"]],
  ["2027-01-01", ["warning order_paid", "error parcel"]],
  ["2027-01-31", ["error order_paid", "error parcel"]],
])("on %s: %j", (today, wanted) => {
  const found = sunsetPassed.check(viewText(text, today));
  expect(
    found.map(({ severity, subject }) => `${severity} ${subject.path.split("/").at(-1)}`),
  ).toEqual(wanted);
});
