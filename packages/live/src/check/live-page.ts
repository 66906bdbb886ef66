import type { CatalogueEntry, Severity } from "@dd0c/track-codegen";

/** What the live check says of one sort of violation: printed by `explain`, shown beside an event on the page. */
export interface LivePage extends CatalogueEntry {
  /** The code in findings, in kebab case; permanent, like the id. */
  readonly name: string;
  readonly family: "live";
  /** How bad a finding is. */
  readonly severity: Severity;
}
