/** A line of `accepted-changes.yaml`: a change that somebody looked at and let through. */
export interface AcceptedChange {
  /** Twelve hexadecimal digits, as findings show them. */
  readonly fingerprint: string;
  readonly reason: string;
  /** The team that answers for it; needed where a rule is locked. */
  readonly by: string | null;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until: string | null;
}
