import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("events that the Slack client records", () => {
  it.each<Row>([
    [
      "filled in",
      yaml`
      plan: p
      runtimes: [slack]
      events:
        slack.command.used:
          description: D.
          auto: { slack: command, fill: { command: command } }
          properties: { command: { type: string, required: always }, took: { type: duration, unit: ms }, v: { type: const, value: 1, required: always } }
      `,
      [],
    ],
    [
      "of another runtime",
      yaml`
      plan: p
      runtimes: [slack, node]
      events:
        slack.command.used: { description: D., runtimes: [node], auto: { slack: command, fill: {} } }
      `,
      ["4:3 runtime-unknown"],
    ],
    [
      "with properties that there are not, or facts that there are not",
      yaml`
      plan: p
      runtimes: [slack]
      events:
        slack.command.used: { description: D., auto: { slack: command, fill: { comand: command } }, properties: { command: { type: string } } }
        slack.view.used: { description: D., auto: { slack: view, fill: { command: commando } }, properties: { command: { type: string } } }
      `,
      ["4:3 ref-unknown", "5:77 wrong-value"],
    ],
    [
      "with a required property that nothing fills",
      yaml`
      plan: p
      runtimes: [slack]
      events:
        slack.command.used: { description: D., auto: { slack: command, fill: {} }, properties: { command: { type: string, required: always } } }
      `,
      ["4:3 ref-unknown"],
    ],
    [
      "twice for one thing",
      yaml`
      plan: p
      runtimes: [slack]
      events:
        slack.command.used: { description: D., auto: { slack: command, fill: {} } }
        slack.command.done: { description: D., auto: { slack: command, fill: {} } }
        slack.view.done: { description: D., auto: { slack: view, fill: {} } }
      `,
      ["4:3 duplicate-definition"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});
