import { decidesPii, mayHoldText } from "../personal.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

const personal: readonly (readonly [RegExp, string])[] = [
  [/\be-?mail address(?:es)?\b/i, "email"],
  [/\b(?:tele)?phone numbers?\b/i, "phone"],
  [/\bip address(?:es)?\b/i, "ip"],
  [/\b(?:full|first|last|given|family|real) names?\b|\bsurnames?\b/i, "person_name"],
  [/\b(?:home|postal|street|billing|shipping) address(?:es)?\b/i, "address"],
  [/\bdates? of birth\b|\bbirthdays?\b/i, "date_of_birth"],
  [/\b(?:passport|social security|national insurance|tax) numbers?\b/i, "government_id"],
  [/\b(?:credit|debit) cards? numbers?\b|\bIBANs?\b/i, "financial"],
];

const textual = ["string", "json_schema", "array", "map", "union", "named"] as const;

const negation =
  /\b(?:never|no|not|without|nor|neither|instead of|rather than|hash of|hashed|kind of|domain of|length of)\b/i;

/** P513: a description and the privacy decision say the same. */
export const descriptionContradictsClass: PlanRule = {
  page: {
    id: "P513",
    name: "description-contradicts-class",
    family: "plan",
    title: "A description that speaks of personal data, and no decision on it",
    why: "A property called `contact` that holds an e-mail address is found by no list of names; its description gives it away.",
    fix: "Say `pii: <class>`, or describe what it really holds.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        contact: { type: string, description: The e-mail address of whoever answers. }
    `,
    good: yaml`
      properties:
        contact: { type: string, pii: email, description: The e-mail address of whoever answers. }
    `,
  },
  check: (view) =>
    view.ofKinds(...textual).flatMap((subject) => {
      const { name, type, description, pii } = subject.property;
      if (description === null || !mayHoldText(type, view.plan)) return [];
      if (
        pii?.handling === "hash" &&
        /\b(?:raw|unhashed|in clear|plain text)\b/i.test(description)
      ) {
        if (negation.test(description)) return [];
        return [
          {
            subject,
            message: `"${name}" is hashed, and its description says that it is not.`,
            help: "Correct one of the two.",
          },
        ];
      }
      const found = personal.find(([form]) => form.test(description));
      if (pii !== null || found === undefined || negation.test(description)) return [];
      if (decidesPii(subject, view)) return [];
      return [
        {
          subject,
          message: `The description of "${name}" speaks of personal data (${found[1]}), and nothing says what is done with it.`,
          help: `Say \`pii: ${found[1]}\`, or \`pii: none\` where it is none.`,
        },
      ];
    }),
};
