import type { Event } from "../../plan/resolved-plan.js";
import { markdownText } from "../../print/markdown-text.js";
import { eventCall } from "./event-call.js";
import type { ExampleProperty } from "./event-example.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { listInWords } from "./wording.js";

/** The event's calls, ready to be copied: one for all runtimes in which it is called alike. */
export function addCalls(
  page: Page,
  event: Event,
  examples: readonly ExampleProperty[],
  site: Site,
  level: 2 | 3,
): void {
  const byCall = new Map<string, string[]>();
  for (const runtime of event.runtimes) {
    const call = eventCall(event, examples, site.types, runtime);
    const alike = byCall.get(call);
    if (alike === undefined) byCall.set(call, [runtime]);
    else alike.push(runtime);
  }
  page.subheading(level, "Call");
  for (const [call, runtimes] of byCall) {
    if (event.runtimes.length > 1) page.paragraph(`In ${markdownText(listInWords(runtimes))}:`);
    page.code("ts", call);
  }
}
