import type { Team } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { anchorOf, type Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { titleOf } from "./wording.js";

/** Everybody who owns something: the plan's teams, and names that stand only at what they own. */
export function ownersOf({
  teams,
  products,
  events,
  funnels,
  health,
}: Site["plan"]): readonly string[] {
  const named = [...products, ...events, ...funnels, ...health].flatMap(({ owner }) => owner ?? []);
  return [...new Set([...teams.map(({ name }) => name), ...named])].sort();
}

/** What each team answers for, a line each. */
export function addOwners(page: Page, site: Site): void {
  page.heading(1, pageTitles.owners);
  const events = new Map<string, string[]>();
  for (const event of site.plan.events) {
    if (event.owner === null) continue;
    const line = `${site.fullLink(page, event)}: ${site.meaningOf(event)}`;
    const lines = events.get(event.owner);
    if (lines === undefined) events.set(event.owner, [line]);
    else lines.push(line);
  }
  for (const owner of ownersOf(site.plan)) {
    const team = site.plan.teams.find(({ name }) => name === owner);
    page.heading(2, team?.title ?? owner, anchorOf(owner));
    page.paragraph(...markdownParagraphs(team?.description ?? ""), contactOf(team));
    page.list([...otherThings(page, owner, site), ...(events.get(owner) ?? [])]);
  }
}

function contactOf(team: Team | undefined): string {
  return [
    team?.slack == null ? "" : `Slack ${markdownCode(team.slack)}`,
    team?.github == null ? "" : `GitHub ${markdownCode(team.github)}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function otherThings(page: Page, owner: string, site: Site): readonly string[] {
  const { products, funnels, health } = site.plan;
  const mine = <Thing extends { readonly owner: string | null }>(things: readonly Thing[]) =>
    things.filter((thing) => thing.owner === owner);
  const funnelNames = [...new Set(mine(funnels).map(({ name }) => name))];
  return [
    ...mine(products).map(({ name }) => `Product ${site.productLink(page, name)}`),
    ...funnelNames.map((name) => {
      return `Funnel ${page.link(markdownText(titleOf(name)), site.funnelPlace(name))}`;
    }),
    ...mine(health).map(({ name }) => {
      const place = { page: site.pageName("health"), anchor: "" };
      return `Score ${page.link(markdownText(titleOf(name)), place)}`;
    }),
  ];
}
