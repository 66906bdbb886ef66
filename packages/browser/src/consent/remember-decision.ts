/** A person's decision about being tracked on this site. */
export interface Decision {
  /** Undefined until they decide, or where storage is denied. */
  read(): boolean | undefined;
  keep(isGiven: boolean): void;
}

const KEY = "dd0c_track_consent";

/** Keeps a decision in localStorage: what a person refuses has to be remembered, or it would be asked for ever. */
export function rememberDecision(): Decision {
  return {
    read() {
      try {
        const kept = localStorage.getItem(KEY);
        return kept === null ? undefined : kept === "yes";
      } catch {
        return undefined;
      }
    },
    keep(isGiven) {
      try {
        localStorage.setItem(KEY, isGiven ? "yes" : "no");
      } catch {
        // No storage: the decision lives as long as the page.
      }
    },
  };
}
