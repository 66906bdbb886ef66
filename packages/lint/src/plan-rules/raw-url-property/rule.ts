import { decidesPii, mayHoldText } from "../personal.js";
import { piiGuesses } from "../pii-guess.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P506: an address is not recorded whole. */
export const rawUrlProperty: PlanRule = {
  page: {
    id: "P506",
    name: "raw-url-property",
    family: "plan",
    title: "A whole address without a decision on it",
    why: "Addresses hold ids, search terms, invitation links and tokens that sign people in.",
    fix: "Record the part that matters as an enum or a path with a `pattern`; or say `pii: url` (it is dropped).",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        page_url: { type: string, format: uri, description: Where the visitor was. }
    `,
    good: yaml`
      properties:
        site_section: { type: enum, values: [docs, pricing], description: The part of the site. }
    `,
  },
  check: (view) => {
    const { plan, properties } = view;
    const guessOf = piiGuesses(view);
    return properties.flatMap((subject) => {
      const { name, type } = subject.property;
      if (subject.property.pii !== null) return [];
      const isUri = type.kind === "string" && type.format === "uri";
      const isBounded = type.kind === "string" && type.pattern !== null;
      const isCalledSo = guessOf(name)?.class === "url" && mayHoldText(type, plan);
      if ((!isUri && !isCalledSo) || isBounded || decidesPii(subject, view)) return [];
      return [
        {
          subject,
          message: `"${name}" is a whole address, and would leave as it is.`,
          help: "Record the part that matters, or say `pii: url`.",
        },
      ];
    });
  },
};
