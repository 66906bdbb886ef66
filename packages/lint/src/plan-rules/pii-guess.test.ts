import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitWords } from "../plan/split-words.js";
import { piiGuess } from "./pii-guess.js";
import { phrases } from "./pii-words.js";

const classOf = (name: string): string | null => piiGuess(splitWords(name))?.class ?? null;

describe("what a name gives away", () => {
  test.each([
    ["email", "email"],
    ["customerEmailAddress", "email"],
    ["e_mail", "email"],
    ["useremail", "email"],
    ["billing_phone_number", "phone"],
    ["téléphone", "phone"],
    ["rufnummer", "phone"],
    ["client_ip", "ip"],
    ["last_name", "person_name"],
    ["apellidos", "person_name"],
    ["date_of_birth", "date_of_birth"],
    ["geburtsdatum", "date_of_birth"],
    ["straße", "address"],
    ["codigo_postal", "address"],
    ["iban", "financial"],
    ["passport_number", "government_id"],
    ["user_agent", "user_agent"],
    ["lat", "location"],
    ["github_username", "handle"],
    ["api_key", "secret"],
    ["search_query", "free_text"],
    ["message_text", "free_text"],
    ["tax_id", "government_id"],
    ["street_name", "address"],
    ["page_url", "url"],
  ])("%s: %s", (name, wanted) => {
    expect(classOf(name)).toBe(wanted);
  });

  test.each([
    "email_template",
    "phone_verified",
    "ip_version",
    "shipping",
    "recipe",
    "description",
    "relation",
    "zip",
    "latency",
    "membership",
    "equipment",
    "telegram",
    "product_name",
    "address_status",
    "tipping",
    "flat",
    "long_running",
    "monkey",
    "authorized_by_kind",
    "geography",
    "screen_name",
    "session_id",
    "message_id",
    "api_key_id",
    "cookie_consent",
    "email_subject",
    "url_path",
  ])("%s: nothing", (name) => {
    expect(classOf(name)).toBeNull();
  });

  test("every phrase of the table is found alone, in camel case, and behind another word", () => {
    fc.assert(
      fc.property(fc.constantFrom(...phrases), ([phrase, wanted]) => {
        const words = phrase.split(" ");
        const camel = words
          .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
          .join("");
        for (const name of [words.join("_"), camel, `their_${words.join("_")}`]) {
          // A longer phrase that holds this one may be of another class: `ip_address`, `adresse_mail`.
          expect([name, classOf(name) !== null]).toEqual([name, true]);
        }
        expect(classOf(words.join("_"))).toBe(wanted);
      }),
      { numRuns: phrases.size * 2 },
    );
  });
});
