// The first text of a new rule, for each family: a page to fill in, and a check that finds nothing yet.

/** What differs between the families. */
export const families = {
  plan: {
    letter: "P",
    folder: "plan-rules",
    list: "planRules",
    text: ({ constant, name, id }) => `import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** ${id}: TODO-describe, what must be so. */
export const ${constant}: PlanRule = {
  page: {
    id: "${id}",
    name: "${name}",
    family: "plan",
    title: "TODO-describe: what is wrong",
    why: "TODO-describe: whom it hurts, and how.",
    fix: "TODO-describe: what to do.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml\`
      events:
        order_paid:
          description: Money arrived.
    \`,
    good: yaml\`
      events:
        order_paid:
          description: Money arrived.
    \`,
  },
  check: ({ events }) => events.flatMap(() => []),
};
`,
  },
  breaking: {
    letter: "B",
    folder: "breaking-rules",
    list: "breakingRules",
    text: ({
      constant,
      name,
      id,
    }) => `import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** TODO-describe: what changed. */
export const ${constant}: BreakingRule = {
  page: breakingPage({
    id: "${id}",
    name: "${name}",
    title: "TODO-describe: what changed",
    why: "TODO-describe: whom it breaks, and how.",
    fix: "TODO-describe: the way that breaks nobody.",
    severity: "error",
    audiences: ["analysis"],
    bad: example\`
       events:
         order_paid:
      -    description: Money arrived.
      +    description: Money left.
    \`,
    good: example\`
       events:
         order_paid:
           description: Money arrived.
    \`,
  }),
  checks: { event: () => null },
};
`,
  },
  code: {
    letter: "C",
    folder: "code-rules",
    list: "codeRules",
    text: ({ constant, name, id }) => `import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";

/** TODO-describe: what the code must not do. */
export const ${constant}: CodeRule = {
  scope: "file",
  page: codePage({
    id: "${id}",
    name: "${name}",
    title: "TODO-describe: what is wrong",
    why: "TODO-describe: whom it hurts, and how.",
    fix: "TODO-describe: what to do.",
    bad: \`
      // src/example.js
      import posthog from "posthog-js";
      posthog.capture("portal.scorecard.viewed");
    \`,
    good: \`
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";
    \`,
  }),
  check: () => [],
};
`,
  },
};

/** The first free number behind the family's last: ids are permanent, so none is used again. */
export function nextId(letter, taken) {
  const numbers = taken.filter((id) => id.startsWith(letter)).map((id) => Number(id.slice(1)));
  return `${letter}${Math.max(900, ...numbers) + 1}`;
}
