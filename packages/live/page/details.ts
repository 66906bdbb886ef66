import type { EventDetails } from "../src/page/event-details.js";
import { byId, clock, element, figure } from "./element.js";
import { jsonLines } from "./json-lines.js";

const verdictWords = {
  good: "Good",
  warned: "Warning",
  bad: "Bad",
  posthog: "PostHog’s own",
} as const;

/** Shows an event in full: what is wrong and how to mend it, what was sent, what the plan says. */
export function showDetails(
  details: EventDetails,
  close: () => void,
  filter: (key: string, value: string) => void,
): void {
  const { sent, violations, plan, verdict, seq, at } = details;
  const wrong = new Set(violations.map(({ path }) => path.split(/[.[]/)[0] ?? ""));
  const pane = byId("details");
  pane.replaceChildren(
    element(
      "div",
      { class: "details-head" },
      element("span", { class: `badge ${verdict}` }, verdictWords[verdict]),
      element("h2", {}, sent.event),
      element(
        "button",
        { type: "button", class: "close", "aria-label": "Close", onclick: close },
        "✕",
      ),
    ),
    element(
      "p",
      { class: "faint" },
      `No. ${figure(seq)} · ${clock(at)} · `,
      filterButton("person", sent.distinctId, filter),
    ),
    ...violations.map((it) =>
      element(
        "article",
        { class: `violation ${it.severity}` },
        element("h3", {}, element("span", { class: "code" }, `${it.id} ${it.code}`)),
        element("p", { class: "message" }, it.message),
        it.help === null ? null : element("p", { class: "fix" }, element("b", {}, "Fix "), it.help),
        element(
          "details",
          {},
          element("summary", {}, "Why it matters"),
          element("p", {}, `${it.title}. ${it.why}`),
        ),
      ),
    ),
    ...(plan === null ? [] : planSection(plan, wrong)),
    element("h3", { class: "section" }, "As it was sent"),
    jsonLines(
      {
        event: sent.event,
        distinct_id: sent.distinctId,
        timestamp: sent.timestamp,
        uuid: sent.uuid,
        properties: sent.properties,
        ...(sent.set ?? {}),
      },
      wrong,
    ),
  );
  pane.hidden = false;
  pane.scrollTop = 0;
}

function planSection(
  plan: NonNullable<EventDetails["plan"]>,
  wrong: ReadonlySet<string>,
): readonly HTMLElement[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Sent when", plan.trigger],
    ["Answers", plan.answers],
    ["Stage", plan.stage],
    ["From", `${plan.runtimes.join(", ")} of ${plan.products.join(", ")}`],
    ["Owner", plan.owner],
    ["In the plan", plan.place],
  ];
  return [
    element("h3", { class: "section" }, "What the plan says"),
    element("p", {}, plan.description),
    element(
      "dl",
      { class: "facts" },
      ...facts.flatMap(([term, text]) =>
        text === null ? [] : [element("dt", {}, term), element("dd", {}, text)],
      ),
    ),
    element(
      "ul",
      { class: "properties" },
      ...plan.properties.map((it) =>
        element(
          "li",
          { class: wrong.has(it.name) ? "wrong" : it.sent ? "sent" : "unsent" },
          element(
            "span",
            { class: "mark", "aria-hidden": "true" },
            wrong.has(it.name) ? "✗" : it.sent ? "✓" : "–",
          ),
          element(
            "div",
            {},
            element("code", {}, it.name),
            " ",
            element(
              "span",
              { class: "faint" },
              `${it.type} · ${it.required}${it.privacy === null ? "" : ` · ${it.privacy}`}${it.sent ? "" : " · not sent"}`,
            ),
            it.description === null ? null : element("p", {}, it.description),
          ),
        ),
      ),
    ),
  ];
}

function filterButton(
  key: string,
  value: string,
  filter: (key: string, value: string) => void,
): HTMLElement {
  const label = `Show only this ${key}`;
  return element(
    "button",
    { type: "button", class: "link", title: label, onclick: () => filter(key, value) },
    value,
  );
}
