import type { Origin } from "@dd0c/track-codegen";
import { eventSubject, type PlanView, type Subject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** Words that are one in two spellings. */
const spellings: Readonly<Record<string, string>> = {
  canceled: "cancelled",
  canceling: "cancelling",
  catalog: "catalogue",
  color: "colour",
  favorite: "favourite",
  organization: "organisation",
  authorization: "authorisation",
  initialized: "initialised",
  customized: "customised",
  optimized: "optimised",
  labeled: "labelled",
  license: "licence",
  behavior: "behaviour",
  center: "centre",
};

interface Named {
  readonly name: string;
  readonly subject: Subject;
  readonly origin: Origin;
}

/** P111: one word is spelt in one way throughout a plan. */
export const bannedSynonym: PlanRule = {
  page: {
    id: "P111",
    name: "banned-synonym",
    family: "plan",
    title: "One word in two spellings",
    why: "Whoever searches for `signup` does not find `sign_up`, and builds a chart on half of the events.",
    fix: "Take the spelling that the plan had first.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        signup_started:
          description: Somebody opened the form.
        sign_up_completed:
          description: The account exists.
    `,
    good: yaml`
      events:
        signup_started:
          description: Somebody opened the form.
        signup_completed:
          description: The account exists.
    `,
  },
  check: (view) => {
    const names = namesOf(view);
    const single = new Map<string, Named>();
    for (const named of names)
      for (const word of view.words(named.name)) if (!single.has(word)) single.set(word, named);
    return names.flatMap((named) => {
      const clash = clashOf(view.words(named.name), single);
      if (clash === null) return [];
      const { written, elsewhere, other } = clash;
      return [
        {
          subject: named.subject,
          message: `"${named.name}" writes "${written}", and "${other.name}" writes "${elsewhere}".`,
          help: "Take one spelling for both; PostHog's search does not know that they are one word.",
          related: [{ message: `"${other.name}" is here`, origin: other.origin }],
        },
      ];
    });
  },
};

function namesOf({ events, properties }: PlanView): readonly Named[] {
  const named: Named[] = events
    .filter(({ deprecated }) => deprecated === null)
    .map((event) => ({ name: event.name, subject: eventSubject(event), origin: event.origin }));
  const seen = new Set<string>();
  for (const site of properties) {
    const { name, deprecated } = site.property;
    if (deprecated === null && !seen.has(name))
      named.push({ name, subject: site, origin: site.origin });
    seen.add(name);
  }
  return named;
}

function clashOf(
  words: readonly string[],
  single: ReadonlyMap<string, Named>,
): { readonly written: string; readonly elsewhere: string; readonly other: Named } | null {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const joined =
      next === undefined || next.length < 2 || word.length < 2 ? null : single.get(word + next);
    if (joined !== null && joined !== undefined)
      return { written: `${word}_${next}`, elsewhere: `${word}${next}`, other: joined };
    const british = spellings[word];
    const other = british === undefined ? undefined : single.get(british);
    if (british !== undefined && other !== undefined)
      return { written: word, elsewhere: british, other };
  }
  return null;
}
