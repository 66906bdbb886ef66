import { eventSubject } from "../../plan/plan-view.js";
import { isPast, isState, pastOf } from "../past-tense.js";
import type { PlanRule } from "../plan-rule.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

/** P102: an event's action is in the tense that the plan's `naming: tense:` asks for. */
export const actionNotPastTense: PlanRule = {
  page: {
    id: "P102",
    name: "action-not-past-tense",
    family: "plan",
    title: "An action in another tense than the plan's",
    why: "An event is sent when something has happened. `order_pay` may be a click, an attempt or a payment; `order_paid` is one thing.",
    fix: "Say what had happened when it was sent. States such as `active` stay as they are; a name that must bend the rule says `naming_exception:`.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      plan: shop
      naming: { event: <object>_<action>, tense: { completed: past } }
      events:
        order_pay:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      naming: { event: <object>_<action>, tense: { completed: past } }
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  check: ({ plan, events, words }) => {
    const { completed } = plan.naming.tense;
    if (completed === null) return [];
    return events.flatMap((event) => {
      const tail = words(event.path.at(-1) ?? event.name);
      const verb = verbOf(tail);
      const isDone = tail.some(isPast);
      if (event.namingException !== null || isState(verb) || isDone === (completed === "past"))
        return [];
      const message =
        completed === "past"
          ? `"${event.name}" does not say what had happened: "${verb}" is no past.`
          : `"${event.name}" is in the past, and the plan's actions are in the present.`;
      const help =
        completed === "past"
          ? `Such as "${inPast(event.name, verb)}", or say \`naming_exception:\` and why.`
          : "Write the verb as it is in a dictionary, or say `naming_exception:` and why.";
      return [{ subject: eventSubject(event), message, help }];
    });
  },
};

const particles = wordsIn("away back down in off on out over through up");

/** The word that can have a tense: the last, or the one before `up` in `sign_up`. */
function verbOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return (particles.has(last) ? words.at(-2) : undefined) ?? last;
}

/** The name with its last such word in the past: `account.sign_up` → `account.signed_up`. */
function inPast(name: string, verb: string): string {
  const at = name.toLowerCase().lastIndexOf(verb);
  if (at === -1) return name;
  const past = pastOf(verb);
  const isCapital = name.charAt(at) !== verb.charAt(0);
  const shown = isCapital ? past.charAt(0).toUpperCase() + past.slice(1) : past;
  return name.slice(0, at) + shown + name.slice(at + verb.length);
}
