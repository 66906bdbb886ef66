import type { HealthSpec } from "../language/sections/health.js";
import { byName } from "./by-name.js";
import type { Collected, Definition } from "./collect.js";
import type { EventIndex } from "./event-index.js";
import { expectCountedBy } from "./expect-counted-by.js";
import { expectTeam } from "./expect-word.js";
import type { Report } from "./report.js";
import type { Health } from "./resolved-plan.js";
import { resolveTimeSpan } from "./time-span.js";
import { expectUsableName } from "./usable-name.js";
import type { Vocabulary } from "./vocabulary.js";

/** The health scores. The weights of one add up to 1, and its bands begin at 0. */
export function resolveHealth(
  collected: Collected,
  vocabulary: Vocabulary,
  events: EventIndex,
  report: Report,
): readonly Health[] {
  return byName(
    collected.health.map((definition) => {
      const { name, value, span, file } = definition;
      expectUsableName(name, "health score", span, report, "text");
      expectCountedBy(definition, collected, report);
      expectTeam(value.owner, vocabulary, () => file.located.valueSpan(value, "owner"), report);
      return toHealth(definition, events, report);
    }),
  );
}

function toHealth(definition: Definition<HealthSpec>, events: EventIndex, report: Report): Health {
  const { name, value, origin } = definition;
  checkWeights(definition, report);
  checkEvents(definition, events, report);
  return {
    name,
    description: value.description,
    by: value.by,
    every: resolveTimeSpan(value.every),
    owner: value.owner ?? null,
    inputs: Object.entries(value.inputs).map(([input, it]) => ({
      name: input,
      description: it.description ?? null,
      weight: it.weight,
      measure: it.measure,
      window: it.window === undefined ? null : resolveTimeSpan(it.window),
      fullAt: it.full_at ?? null,
      events: it.events ?? [],
      empty: it.empty ?? 0,
    })),
    bands: Object.entries(value.bands)
      .map(([band, it]) => ({
        name: band,
        from: it.from,
        description: it.description ?? null,
        action: it.action ?? null,
      }))
      .sort((a, b) => b.from - a.from),
    origin,
  };
}

function checkWeights({ value, file, span }: Definition<HealthSpec>, report: Report): void {
  const sum = Object.values(value.inputs).reduce((total, input) => total + input.weight, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    report.add(
      "health-weights",
      file.located.keySpan(value, "inputs"),
      `The weights add up to ${Number(sum.toFixed(6))}, not to 1.`,
      { help: "Each weight is a share of the score." },
    );
  }
  if (!Object.values(value.bands).some((band) => band.from === 0)) {
    report.add("health-bands", span, "No band begins at 0, so the lowest scores belong to none.", {
      help: "Add a band with `from: 0`.",
    });
  }
}

function checkEvents(
  { value, file }: Definition<HealthSpec>,
  events: EventIndex,
  report: Report,
): void {
  for (const input of Object.values(value.inputs)) {
    for (const [index, event] of (input.events ?? []).entries()) {
      if (events.has(event)) continue;
      const span = file.located.keySpan(input.events ?? input, index);
      report.add("funnel-step-unknown-event", span, `"${event}" is no event of this plan.`, {
        help: report.didYouMean(event, events.keys()),
      });
    }
    if (input.measure === "active_days" && input.events === undefined) {
      report.add(
        "missing-key",
        file.located.valueSpan(input, "measure"),
        "`active_days` counts days with an event, and no `events` are named.",
        { help: "Add `events: [session.daily.active]`." },
      );
    }
  }
}
