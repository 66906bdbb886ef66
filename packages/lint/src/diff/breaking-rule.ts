import type { Origin, Severity } from "@dd0c/track-codegen";
import type { Rule } from "../rule.js";
import type { Audience, RulePage } from "../rule-page.js";
import type { Bump } from "./change.js";
import type { Pair, PairOf } from "./pairs.js";
import type { DiffSettings } from "./settings.js";

/** What a rule says of a pair; what it leaves out is as its page and the pair say. */
export interface Notice {
  readonly message: string;
  readonly help?: string;
  readonly severity?: Severity;
  readonly audiences?: readonly Audience[];
  /** What exactly changed, where a rule may say several things of one pair, or the same of different changes. */
  readonly digest?: string;
  readonly bump?: Bump;
  /** Further words of the subject. */
  readonly within?: string;
  /** A better place in the new plan than the pair's. */
  readonly head?: Origin;
  /** The thing was to go, and its day has passed: nobody is told off. */
  readonly wasAnnounced?: boolean;
}

/** What a rule says of one pair. */
export type Check<Of extends Pair["of"]> = (
  pair: PairOf<Of>,
  settings: DiffSettings,
) => Notice | readonly Notice[] | null;

/** A rule about what a change of a plan breaks: it looks at pairs of the sorts that it has a check for. */
export interface BreakingRule extends Rule {
  readonly checks: { readonly [Of in Pair["of"]]?: Check<Of> };
}

/** A page with what all breaking rules share. */
export function breakingPage(
  page: Omit<RulePage, "family" | "preset" | "locked"> & { readonly locked?: boolean },
): RulePage {
  return { family: "breaking", preset: "recommended", locked: false, ...page };
}
