import type { FunnelSpec, StageSpec } from "../language/sections/funnel.js";
import { refusal } from "./accepts-value.js";
import type { Collected, Definition } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import { type EventIndex, expectEvent } from "./event-index.js";
import { expectCountedBy } from "./expect-counted-by.js";
import { expectTeam } from "./expect-word.js";
import { expectUsableName } from "./usable-name.js";

/** Findings about a funnel as it is written, whichever products it is for. */
export function checkFunnel(
  definition: Definition<FunnelSpec>,
  collected: Collected,
  events: EventIndex,
  scope: PlanScope,
): void {
  const { name, value, file, span } = definition;
  const { vocabulary, report } = scope;
  expectUsableName(name, "funnel", span, report, "text");
  expectCountedBy(definition, collected, report);
  expectTeam(value.owner, vocabulary, () => file.located.valueSpan(value, "owner"), report);
  const stages = Object.entries(value.stages);
  if (stages.length < 2)
    report.add("funnel-too-short", span, "A funnel has at least two stages.", {
      help: "Add the stage that people should reach.",
    });
  for (const [stageName, stage] of stages) checkStage(stageName, stage, definition, events, scope);
}

function checkStage(
  name: string,
  stage: StageSpec,
  { value, file: { located } }: Definition<FunnelSpec>,
  events: EventIndex,
  scope: PlanScope,
): void {
  const { report } = scope;
  const span = located.keySpan(value.stages, name);
  expectUsableName(name, "stage", span, report, "text");
  const ways = [stage.event, stage.any_of, stage.activation].filter((it) => it !== undefined);
  if (ways.length !== 1) {
    report.add(
      "funnel-stage-unclear",
      span,
      `The stage "${name}" says ${ways.length === 0 ? "no" : "more than one"} way to reach it.`,
      { help: "A stage has one of `event`, `any_of` or `activation: true`." },
    );
  }
  if (stage.event !== undefined)
    expectEvent(stage.event, located.valueSpan(stage, "event"), null, events, report);
  for (const [index, event] of (stage.any_of ?? []).entries())
    expectEvent(event, located.keySpan(stage.any_of ?? stage, index), null, events, report);
  checkWhere(stage, located, events, scope);
}

/** `where:` names properties of the stage's events, and values that they can have. */
function checkWhere(
  { where = {}, any_of = [], event }: StageSpec,
  located: Definition<FunnelSpec>["file"]["located"],
  events: EventIndex,
  { definitions, report }: PlanScope,
): void {
  const reached = event === undefined ? any_of : [...any_of, event];
  const properties = reached.flatMap((it) => events.get(it) ?? []).flatMap((it) => it.properties);
  if (properties.length === 0 && !reached.some((it) => events.has(it))) return;
  const types = new Map(definitions.types.map((type) => [type.name, type]));
  for (const [name, is] of Object.entries(where)) {
    const meant = properties.filter((property) => property.name === name);
    if (meant.length === 0) {
      const span = located.keySpan(where, name);
      const message = `No event of this stage has a property "${name}".`;
      const help = report.didYouMean(name, new Set(properties.map((property) => property.name)));
      report.add("funnel-step-unknown-property", span, message, { help });
      continue;
    }
    const values = typeof is === "object" ? is : [is];
    for (const value of values) {
      const [why] = meant.map((property) => refusal(property, value, types));
      if (meant.some((property) => refusal(property, value, types) === null)) continue;
      const span = located.valueSpan(where, name);
      const message = `"${name}" is never ${JSON.stringify(value)} here, so the stage is never reached.`;
      report.add("condition-impossible", span, message, { help: why ?? null });
    }
  }
}
