import type { Diagnostic } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import type { Site, UnresolvedSite } from "../code/site.js";
import type { RulePlace } from "../settings/rule-settings.js";
import type { PlanIndex } from "./plan-index.js";

/** Finds the call that a finding points into. */
export class SiteIndex {
  readonly #sites = new Map<string, (Site | UnresolvedSite)[]>();
  readonly #plan: PlanIndex;

  constructor(analysis: Analysis, plan: PlanIndex) {
    this.#plan = plan;
    for (const site of [...analysis.sites, ...analysis.unresolved]) {
      const known = this.#sites.get(site.span.file);
      if (known === undefined) this.#sites.set(site.span.file, [site]);
      else known.push(site);
    }
  }

  /** Which event and products a finding is about, for overrides of the config. */
  placeOf(finding: Diagnostic<string>): RulePlace {
    const own = /^events\/([^/]+)/.exec(finding.subject ?? "")?.[1];
    const site = this.#siteAt(finding);
    const event = own ?? site?.event.names[0]?.name ?? null;
    const events = event === null ? [] : this.#plan.eventsNamed(event);
    const client = site?.client?.product ?? null;
    const products = client === null ? events.flatMap((it) => it.products) : [client];
    return { file: finding.span.file, event, products };
  }

  /** The finding with how sure it is that the call sends anything: where a wrapper ends, or that nothing proves it. */
  withProof(finding: Diagnostic<string>): Diagnostic<string> {
    const site = this.#siteAt(finding);
    const last = site?.steps.at(-1);
    if (site?.tier === "name") {
      const doubt = "Only the call's name says so: nothing proves that it reaches an SDK.";
      return { ...finding, help: finding.help === null ? doubt : `${finding.help} ${doubt}` };
    }
    if (site?.tier !== "wrapper" || last === undefined || last.kind === "call") return finding;
    const proof = { message: `the call reaches ${last.label} here`, span: last.span };
    return { ...finding, related: [...finding.related, proof] };
  }

  #siteAt({ span }: Diagnostic<string>): Site | UnresolvedSite | undefined {
    return this.#sites
      .get(span.file)
      ?.find((it) => it.span.start <= span.start && span.end <= it.span.end);
  }
}
