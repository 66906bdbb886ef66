import { yaml } from "../plan-rules/yaml.js";
import type { Rule } from "../rule.js";

/** Findings about what silences findings: comments, and the baseline. */
export const ignoreRules: readonly Rule[] = [
  {
    page: {
      id: "P801",
      name: "unknown-rule",
      family: "plan",
      title: "A rule that does not exist",
      why: "A typo in a config or a comment switches nothing off, or leaves a rule on that somebody believes to be off.",
      fix: "Take the nearest name, which the message says; `dd0c-track rules` lists them all.",
      severity: "warning",
      preset: "recommended",
      locked: false,
      bad: yaml`
        # plan-ignore genric-name: the old app still sends it
        events:
          order_paid:
            description: Money arrived.
      `,
      good: yaml`
        events:
          order_paid:
            description: Money arrived.
      `,
    },
  },
  {
    page: {
      id: "P802",
      name: "unused-suppression",
      family: "plan",
      title: "A comment that silences nothing",
      why: "What it stood for has been mended. Left there it would hide the next mistake on its line.",
      fix: "Take the comment out.",
      severity: "warning",
      preset: "recommended",
      locked: false,
      bad: yaml`
        events:
          # plan-ignore P108: the old app still sends it
          order_paid:
            description: Money arrived.
      `,
      good: yaml`
        events:
          # plan-ignore P108: the old app still sends it
          button_clicked:
            description: Somebody pressed the big red one.
      `,
    },
  },
  {
    page: {
      id: "P803",
      name: "suppression-without-reason",
      family: "plan",
      title: "A finding that is silenced without a reason",
      why: "The next person cannot tell a decision from laziness, and dares to touch neither.",
      fix: "Write the reason after a colon.",
      severity: "error",
      preset: "recommended",
      locked: false,
      bad: yaml`
        events:
          # plan-ignore P108
          button_clicked:
            description: Somebody pressed the big red one.
      `,
      good: yaml`
        events:
          # plan-ignore P108: the old app still sends it
          button_clicked:
            description: Somebody pressed the big red one.
      `,
    },
  },
  {
    page: {
      id: "P804",
      name: "suppression-expired",
      family: "plan",
      title: "A comment whose day has passed",
      why: "It was to hold until then. Nobody has looked since.",
      fix: "Mend what it silenced, or give it a later day, on purpose.",
      severity: "error",
      preset: "recommended",
      locked: false,
      bad: yaml`
        events:
          # plan-ignore P108: the old app still sends it until 2020-12-31
          button_clicked:
            description: Somebody pressed the big red one.
      `,
      good: yaml`
        events:
          # plan-ignore P108: the old app still sends it until 2099-12-31
          button_clicked:
            description: Somebody pressed the big red one.
      `,
    },
  },
  {
    page: {
      id: "P805",
      name: "locked-rule-suppressed",
      family: "plan",
      title: "A comment that would silence a locked rule",
      why: "Some findings are about other people's data, or about all events at once. A comment in a corner may not decide on them.",
      fix: "Mend what it found. Where the rule is wrong for you, switch it off in `dd0c-track.yaml`, where everybody sees it.",
      severity: "error",
      preset: "recommended",
      locked: true,
      bad: yaml`
        events:
          order_paid:
            description: Money arrived.
            properties:
              # plan-ignore P504: nobody reads it
              card_kind: { type: enum, values: [debit, credit], description: What was swiped. }
      `,
      good: yaml`
        events:
          order_paid:
            description: Money arrived.
            properties:
              card_kind: { type: enum, values: [debit, credit], description: What was swiped. }
      `,
    },
  },
  {
    page: {
      id: "P806",
      name: "baseline-entry-stale",
      family: "plan",
      title: "A baseline that holds more than there is",
      why: "What was mended could come back unnoticed, as long as the baseline still forgives it.",
      fix: "Run the command with `--prune-baseline` and commit what it writes.",
      severity: "warning",
      preset: "recommended",
      locked: false,
    },
  },
];
