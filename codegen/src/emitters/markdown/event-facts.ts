import type { Event } from "../../plan/resolved-plan.js";
import { markdownCode, markdownText } from "../../print/markdown-text.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { figure, listInWords, percent, sentence, spanInWords, titleOf } from "./wording.js";

/** What is worth a line about an event, as the points of a list. */
export function eventFacts(event: Event, page: Page, site: Site): readonly string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Sent when", prose(event.trigger)],
    ["Question", prose(event.answers)],
    ["Products", productsOf(event, page, site)],
    ["Aha moment", activationOf(event, page, site)],
    ["Funnels", funnelsOf(event, page, site)],
    ["Feature", event.feature === null ? null : markdownCode(event.feature)],
    ["Integration", event.integration === null ? null : markdownCode(event.integration)],
    ["Sentiment", event.sentiment],
    ["Emitted from", prose(event.emittedFrom)],
    ["Slack", slackOf(event)],
    ["Volume", volumeOf(event)],
    ["Person", event.personless ? "none: PostHog makes no profile of it." : null],
    [
      "Name",
      event.namingException === null ? null : `an exception. ${prose(event.namingException)}`,
    ],
    ["Tags", event.tags.length === 0 ? null : event.tags.map(markdownCode).join(", ")],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [`**${name}:** ${text}`]));
}

function prose(text: string | null): string | null {
  return text === null ? null : sentence(markdownText(text));
}

function productsOf({ products, shared }: Event, page: Page, site: Site): string | null {
  if (!shared || site.plan.products.length < 2) return null;
  return products.length === site.plan.products.length
    ? "all"
    : listInWords(products.map((product) => site.productLink(page, product)));
}

function activationOf(event: Event, page: Page, site: Site): string | null {
  const roles = site.plan.products.flatMap(({ name, activation }) => {
    if (activation === null || !event.products.includes(name)) return [];
    const product = site.productLink(page, name);
    const within = spanInWords(activation.within);
    const from = site.plainLink(page, activation.from, name);
    if (activation.event === event.name)
      return [`of ${product}, wanted within ${within} of ${from}`];
    return activation.from === event.name ? [`starts the clock of ${product} (${within})`] : [];
  });
  return roles.length === 0 ? null : `${roles.join("; ")}.`;
}

/** The funnels that it moves somebody on in, with the stage that it reaches. */
function funnelsOf(event: Event, page: Page, site: Site): string | null {
  const parts = site.funnelsOf(event).map(({ funnel, stages }) => {
    const link = page.link(markdownText(titleOf(funnel)), site.funnelPlace(funnel));
    const reached = stages.map((stage) => markdownText(titleOf(stage)));
    return `${link} (${listInWords(reached, "or")})`;
  });
  return parts.length === 0 ? null : `${[...new Set(parts)].join(", ")}.`;
}

function slackOf({ auto }: Event): string | null {
  if (auto === null) return null;
  const filled = auto.fill.map(({ property, from }) => `${markdownCode(property)} from ${from}`);
  const how = filled.length === 0 ? "" : `, with ${listInWords(filled)}`;
  return `the Slack client records it by itself at each ${auto.slack}${how}.`;
}

function volumeOf({ sample, limit }: Event): string | null {
  const by = (what: string) =>
    what === "event" ? "" : `, the same for all of one ${markdownCode(what)}`;
  const parts = [
    sample === null ? "" : `${percent(sample.rate)} are sent${by(sample.by)}.`,
    limit === null
      ? ""
      : `At most ${figure(limit.max)} in ${spanInWords(limit.per)}${limit.by === "event" ? "" : ` for each ${markdownCode(limit.by)}`}.`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join(" ");
}
