import type { PlanRule } from "../plan-rule.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

const prefixes = wordsIn(`
  are allows can could did does had has have includes is may needs requires should supports uses was were will
`);

/** P133: a boolean reads like a question that yes or no answers. */
export const booleanPrefix: PlanRule = {
  page: {
    id: "P133",
    name: "boolean-prefix",
    family: "plan",
    title: "A boolean whose name is no question",
    why: "`trial: true` may mean that there was one, is one, or may be one. `is_trial` and `had_trial` say which.",
    fix: "Begin the name with `is_`, `has_` or another verb.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      properties:
        trial: { type: boolean, description: Whether the trial still runs. }
    `,
    good: yaml`
      properties:
        is_trial: { type: boolean, description: Whether the trial still runs. }
    `,
  },
  check: ({ ofKinds, words }) =>
    ofKinds("boolean").flatMap((subject) => {
      const { name, type } = subject.property;
      if (type.kind !== "boolean" || prefixes.has(words(name)[0] ?? "")) return [];
      const message = `"${name}" is true or false, and reads like something else.`;
      return [{ subject, message, help: `Such as "is_${name}" or "has_${name}".` }];
    }),
};
