import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { descriptionContradictsClass } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "what is said, and what is not meant",
    yaml`
      properties:
        a: { type: string, description: "A random id, never an e-mail address." }
        b: { type: string, description: Which kind of phone number was given., pii: none }
        c: { type: enum, values: [x], description: Where the e-mail address came from. }
        d: { type: string, description: The hash of the e-mail address. }
        e: { type: boolean, description: Whether there is a phone number. }
        f: { type: string, description: The first name that comes to mind is no name. }
      `,
    [],
  ],
  [
    "personal data under other names, and hashes that claim to be none",
    yaml`
      properties:
        a: { type: string, description: The full name of whoever signed. }
        b: { type: string, description: The IBAN that is charged. }
        c: { type: string, pii: email, description: The raw address of the customer. }
      `,
    ["properties/a", "properties/b", "properties/c"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(descriptionContradictsClass, text)).toEqual(wanted);
});
