import { decidesPii, mayHoldText } from "../personal.js";
import { piiGuesses } from "../pii-guess.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P501: what is called like personal data says whether it is. */
export const piiLookingName: PlanRule = {
  page: {
    id: "P501",
    name: "pii-looking-name",
    family: "plan",
    title: "A name that looks like personal data, and no decision on it",
    why: "The client can only hash or drop what the plan says is personal. What it does not say leaves as it is, to a vendor, for years.",
    fix: "Say `pii: <class>`, which brings that class's handling; `pii: none`, or `privacy: harmless:`, says that the name misleads.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            customer_email: { type: string, format: email, description: Where the bill goes. }
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            customer_email: { type: string, format: email, pii: email, description: Where the bill goes. }
    `,
  },
  check: (view) => {
    const guessOf = piiGuesses(view);
    return view.properties.flatMap((subject) => {
      const { property } = subject;
      const guess = property.pii === null ? guessOf(property.name) : null;
      if (guess === null || ofOtherRules.has(guess.class)) return [];
      const isNumeric = guess.class === "location" || guess.class === "date_of_birth";
      if (!mayHoldText(property.type, view.plan, isNumeric) || decidesPii(subject, view)) return [];
      return [
        {
          subject,
          message: `"${property.name}" looks like personal data (${guess.class}), and nothing says what is done with it.`,
          help: `Say \`pii: ${guess.class}\`; or \`pii: none\` where "${guess.words}" misleads.`,
        },
      ];
    });
  },
};

/** Classes that P504, P505 and P506 look for. */
const ofOtherRules: ReadonlySet<string> = new Set(["free_text", "secret", "url"]);
