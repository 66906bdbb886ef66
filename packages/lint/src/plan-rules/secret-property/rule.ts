import { mayHoldText } from "../personal.js";
import { piiGuesses } from "../pii-guess.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P504: no secret is recorded, not even hashed. */
export const secretProperty: PlanRule = {
  page: {
    id: "P504",
    name: "secret-property",
    family: "plan",
    title: "A property that holds a secret",
    why: "A password or token in an event is a password or token in a vendor's database, in exports, and in every laptop that ever queried it.",
    fix: "Take it out. Record that there was one (`has_token`) or what sort it was. `pii: { class: secret, handling: drop }` keeps it from leaving.",
    severity: "error",
    preset: "recommended",
    locked: true,
    bad: yaml`
      events:
        key_created:
          description: Somebody made a key for the API.
          properties:
            api_key: { type: string, description: What calls are signed with. }
    `,
    good: yaml`
      events:
        key_created:
          description: Somebody made a key for the API.
          properties:
            api_key_kind: { type: enum, values: [read, write], description: What it is good for. }
    `,
  },
  check: (view) => {
    const { plan, properties } = view;
    const guessOf = piiGuesses(view);
    return properties.flatMap((subject) => {
      const { name, type, pii } = subject.property;
      if (pii?.handling === "drop") return [];
      const guess = guessOf(name);
      if (guess?.class !== "secret" || !mayHoldText(type, plan)) return [];
      return [
        {
          subject,
          message: `"${name}" would record a secret.`,
          help: "Take it out; record that there was one, or its kind.",
        },
      ];
    });
  },
};
