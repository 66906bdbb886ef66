import { decidesPii } from "../personal.js";
import { piiGuesses } from "../pii-guess.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P511: what identifies persons and groups is no personal data in clear. */
export const piiAsIdentityOrGroupKey: PlanRule = {
  page: {
    id: "P511",
    name: "pii-as-identity-or-group-key",
    family: "plan",
    title: "Personal data as the key of persons or groups",
    why: "The key is on every event, in every URL of PostHog and in every export; it cannot be dropped later, only deleted with all history.",
    fix: "Take a random id of your own, or a hash of it made on a server.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      plan: shop
      person:
        distinct_id: { pii: { class: email, handling: allow, reason: It was so., until: 2030-01-31 } }
    `,
    good: yaml`
      plan: shop
      person:
        distinct_id: { pii: { class: email, handling: hash } }
    `,
  },
  check: (view) => {
    const { plan } = view;
    const guessOf = piiGuesses(view);
    const { pii } = plan.person.distinctId;
    const persons =
      pii === null || pii.handling === "hash"
        ? []
        : [
            {
              subject: { path: "person/distinct_id", origin: plan.origin, event: null },
              message: `Persons are known by their ${pii.class}, which ${pii.handling === "drop" ? "is dropped" : "leaves as it is"}.`,
              help: "Take a random id, or hash it.",
            },
          ];
    const sites = view.properties.filter(({ place }) => place === "context");
    const groups = plan.context.flatMap((field) => {
      const site = sites.find(({ property }) => property === field);
      if (field.group === null || site === undefined || field.pii?.handling === "hash") return [];
      const guess = field.pii?.class ?? guessOf(field.name)?.class;
      if (
        guess === undefined ||
        guess === "secret" ||
        (field.pii === null && decidesPii(site, view))
      )
        return [];
      return [
        {
          subject: site,
          message: `Group "${field.group}" is known by "${field.name}", which is personal data (${guess}).`,
          help: "Take a random id of your own.",
        },
      ];
    });
    return [...persons, ...groups];
  },
};
