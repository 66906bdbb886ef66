import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P204: values that are known stand in an enum, not in a description. */
export const enumInProse: PlanRule = {
  page: {
    id: "P204",
    name: "enum-in-prose",
    family: "plan",
    title: "Values that are listed in the description only",
    why: "Nobody checks prose: `Card`, `card` and `credit card` all arrive, and the client cannot complete any of them.",
    fix: "Make it `type: enum` with these `values:`; `open: true` where more may come.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      properties:
        method: { type: string, description: "How it was paid, one of: card, invoice, transfer." }
    `,
    good: yaml`
      properties:
        method: { type: enum, values: [card, invoice, transfer], description: How it was paid. }
    `,
  },
  check: ({ ofKinds }) =>
    ofKinds("string").flatMap((subject) => {
      const { name, type, description } = subject.property;
      if (type.kind !== "string" || type.pattern !== null || type.format !== null) return [];
      const listed = listIn(description ?? "");
      if (listed === null) return [];
      return [
        {
          subject,
          message: `The description of "${name}" lists its values: ${listed}.`,
          help: "Make it `type: enum`, with `open: true` where more may come.",
        },
      ];
    }),
};

const forms: readonly RegExp[] = [
  /\bone of:? ((?!the\b|its\b|our\b|their\b|these\b|those\b|many\b)[\w-]+(?:, ?(?:or )?[\w-]+)+)/i,
  /\b(\w[\w-]*(?: ?\| ?\w[\w-]*)+)/,
  /((?:["'`][\w -]+["'`],? ?(?:or |and |\/ ?)?){2,})/,
  /\beither (\w+ or \w+)\b/i,
  /\((?:values?|allowed|options?): ?([^)]+)\)/i,
];

function listIn(text: string): string | null {
  for (const form of forms) {
    const listed = form.exec(text)?.[1]?.trim().replace(/[,.]$/, "");
    if (listed !== undefined && !/^(?:e\.g|such as)/i.test(listed)) return listed;
  }
  return null;
}
