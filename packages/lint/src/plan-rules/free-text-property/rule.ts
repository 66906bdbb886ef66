import { decidesPii } from "../personal.js";
import { piiGuesses } from "../pii-guess.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P505: what people type is treated as what it is. */
export const freeTextProperty: PlanRule = {
  page: {
    id: "P505",
    name: "free-text-property",
    family: "plan",
    title: "Free text without a decision on it",
    why: "People type names, numbers and passwords into search fields and comments. Error messages repeat them.",
    fix: "Say `pii: free_text` (it is dropped), or record what matters of it: its length, its kind, whether there was a result.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        search_query: { type: string, description: What somebody looked for. }
    `,
    good: yaml`
      properties:
        search_query: { type: string, pii: free_text, description: What somebody looked for. }
    `,
  },
  check: (view) => {
    const guessOf = piiGuesses(view);
    return view.ofKinds("string").flatMap((subject) => {
      const { name, type } = subject.property;
      const isOpen = type.kind === "string" && type.pattern === null && type.format === null;
      if (!isOpen || subject.property.pii !== null) return [];
      const guess = guessOf(name);
      if (guess?.class !== "free_text" || decidesPii(subject, view)) return [];
      return [
        {
          subject,
          message: `"${name}" is what somebody typed, and would leave as it is.`,
          help: "Say `pii: free_text`, or record its length or kind instead.",
        },
      ];
    });
  },
};
