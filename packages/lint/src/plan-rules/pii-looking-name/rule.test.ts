import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { piiLookingName } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "in several languages, joined or apart, anywhere",
    yaml`
      plan: shop
      person: { traits: { geburtsdatum: { type: date } } }
      events:
        e:
          description: D.
          properties:
            contactEmail: { type: string }
            useremail: { type: string }
            vorname: { type: string }
            ip: { type: string }
            latitude: { type: number }
            box: { type: object, properties: { telefon: { type: string } } }
      `,
    [
      "events/e/properties/box/telefon",
      "events/e/properties/contactEmail",
      "events/e/properties/ip",
      "events/e/properties/latitude",
      "events/e/properties/useremail",
      "events/e/properties/vorname",
      "person/traits/geburtsdatum",
    ],
  ],
  [
    "closed values, numbers, facts about it, and words that only look like it",
    yaml`
      properties:
        email_template: { type: string }
        email_count: { type: integer }
        has_phone: { type: boolean }
        phone_kind: { type: enum, values: [home, work] }
        ip_version: { type: string }
        emails_sent: { type: integer }
        shipping: { type: string }
        zip: { type: string }
        company_name: { type: string }
        address_status: { type: string }
        recipe: { type: string }
        latency: { type: string }
      `,
    [],
  ],
  [
    "a decision is a decision: a class, none, the plan's list, or inside a list",
    yaml`
      plan: shop
      privacy: { harmless: [street] }
      properties:
        email: { type: string, pii: email }
        phone: { type: string, pii: none }
        street: { type: string }
        emails: { type: array, items: { type: string, pii: email } }
      `,
    [],
  ],
  [
    "none in block style is a decision on that property only",
    yaml`
      properties:
        phone:
          type: string
          pii: none
        email:
          type: string
      `,
    ["properties/email"],
  ],
  [
    "the plan's own words",
    yaml`
      plan: shop
      privacy: { words: { badge: user_id } }
      properties:
        badge_number: { type: string }
        badge_count: { type: integer }
      `,
    ["properties/badge_number"],
  ],
  [
    "types by name",
    yaml`
      types:
        text: { type: string }
        code: { type: enum, values: [x] }
      properties:
        phone: { type: named, name: text }
        email: { type: named, name: code }
      `,
    ["properties/phone"],
  ],
  [
    "a shared property is found where it is defined",
    yaml`
      properties:
        email: { type: string }
      events:
        a: { description: D., properties: { email: always } }
        b: { description: D., properties: { email: always } }
      `,
    ["properties/email"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(piiLookingName, text)).toEqual(wanted);
});
