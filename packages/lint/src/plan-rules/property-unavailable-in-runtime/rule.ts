import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

const pageWords = wordsIn("referrer referer scroll screen utm viewport");
const pagePhrases =
  /^page_(?:path|title|url|location|referrer|search|hash)$|^user_agent$|^(?:url|href)$/;

/** P406: an event asks for what its runtime can know. */
export const propertyUnavailableInRuntime: PlanRule = {
  page: {
    id: "P406",
    name: "property-unavailable-in-runtime",
    family: "plan",
    title: "A fact that the runtime cannot know",
    why: "There is no page in Slack. Whoever has to fill it in makes something up.",
    fix: "Take the property out, make it optional, or send the event from the browser.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      plan: shop
      runtimes: [slack]
      events:
        order_paid:
          description: Money arrived.
          properties:
            page_path: { type: string, required: always, pattern: ^/, description: Where the visitor was. }
    `,
    good: yaml`
      plan: shop
      runtimes: [browser]
      events:
        order_paid:
          description: Money arrived.
          properties:
            page_path: { type: string, required: always, pattern: ^/, description: Where the visitor was. }
    `,
  },
  check: ({ events, words }) =>
    events.flatMap((event) => {
      if (event.runtimes.length === 0 || event.runtimes.some((runtime) => runtime !== "slack"))
        return [];
      return event.properties
        .filter(({ name, required }) => {
          return (
            required && (pagePhrases.test(name) || words(name).some((word) => pageWords.has(word)))
          );
        })
        .map((property) => ({
          subject: {
            ...eventSubject(event),
            path: `${eventSubject(event).path}/properties/${property.name}`,
            origin: property.origin,
          },
          message: `"${event.name}" is sent from Slack, where there is no "${property.name}".`,
          help: "Take it out, or make it optional.",
        }));
    }),
};
