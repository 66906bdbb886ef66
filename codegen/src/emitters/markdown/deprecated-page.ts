import type { Deprecation } from "../../plan/property-type.js";
import { markdownCode, markdownText } from "../../print/markdown-text.js";
import { withNested } from "./nested-properties.js";
import type { Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { sentence } from "./wording.js";

/** Whether anything is on its way out. */
export function hasDeprecated({ events }: Site["plan"]): boolean {
  return events.some(
    ({ deprecated, properties }) =>
      deprecated !== null || withNested(properties).some((it) => it.property.deprecated !== null),
  );
}

/** What is on its way out, what replaces it, and until when it may be sent. */
export function addDeprecated(page: Page, site: Site): void {
  page.heading(1, pageTitles.deprecated);
  page.table(
    ["What", "Instead", "Why", "Since", "May be removed after"],
    site.plan.events.flatMap((event) => {
      const [product = null] = event.products;
      const link = site.linkTo(page, event);
      const properties = withNested(event.properties).flatMap(({ path, property }) =>
        property.deprecated === null
          ? []
          : [row(`${markdownCode(path)} of ${link}`, property.deprecated, markdownCode)],
      );
      if (event.deprecated === null) return properties;
      const own = row(link, event.deprecated, (name) => site.eventLink(page, name, product));
      return [own, ...properties];
    }),
  );
}

function row(
  what: string,
  { reason, replacedBy, since, sunset }: Deprecation,
  show: (name: string) => string,
): readonly string[] {
  const instead = replacedBy === null ? "" : show(replacedBy);
  return [what, instead, sentence(markdownText(reason)), markdownText(since ?? ""), sunset ?? ""];
}
