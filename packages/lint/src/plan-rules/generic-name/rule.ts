import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

const emptyEventWords = wordsIn(`
  action activity button change changed click clicked custom data element event events generic
  info interaction item link misc object other page screen something submit submitted tap tapped
  test thing track tracked trigger triggered unknown update updated view viewed
`);

const emptyPropertyNames = wordsIn(`
  args attributes blob custom data details extra extras info json meta metadata misc obj object
  other params payload props properties stuff things tmp var
`);

/** P108: a name says something. */
export const genericName: PlanRule = {
  page: {
    id: "P108",
    name: "generic-name",
    family: "plan",
    title: "A name that could mean anything",
    why: "`button_clicked` needs three filters before it answers a question, and a property `data` becomes a drawer for whatever comes along.",
    fix: "Name what was clicked, and what it did: `checkout_opened`. Give each value in a drawer a property of its own.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        button_clicked:
          description: Somebody pressed one of the buttons of the shop.
    `,
    good: yaml`
      events:
        checkout_opened:
          description: Somebody pressed the button that leads to the till.
    `,
  },
  check: ({ events, properties, words }) => [
    ...events
      .filter(({ name }) => words(name).every((word) => emptyEventWords.has(word)))
      .map((event) => ({
        subject: eventSubject(event),
        message: `"${event.name}" does not say what happened to what.`,
        help: "Name the thing and what was done to it.",
      })),
    ...properties
      .filter(({ place, property }) => {
        const isDrawer = emptyPropertyNames.has(property.name.toLowerCase());
        return isDrawer && place !== "inner" && place !== "context";
      })
      .map((subject) => ({
        subject,
        message: `"${subject.property.name}" could hold anything.`,
        help: "Give each value that it is to hold a property of its own.",
      })),
  ],
};
