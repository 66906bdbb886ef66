import type { RuntimeTracker } from "@dd0c/track-core/generated";
import type { Consent } from "../create-browser-tracker";
import { rememberDecision } from "./remember-decision";
import { waitingSink } from "./waiting-sink";

/** When a page may track. What the person decided with `optIn` or `optOut` goes before all of it. */
export interface ConsentOptions {
  /** Nothing is stored, read or sent before `optIn()`; false: tracking goes on until `optOut()`. */
  readonly required?: boolean | undefined;
  /** Global Privacy Control, which some laws make binding, stands for a no (true). */
  readonly respect_gpc?: boolean | undefined;
  /** Do Not Track, which browsers give up but people still set, stands for a no (true). */
  readonly respect_dnt?: boolean | undefined;
}

/**
 * Tracks only with consent: `createTracker({ consent: askConsent({ required: true }), sink })`. The
 * sink is not even made before; then `optIn()` makes it, on later pages too, for the decision is kept
 * in localStorage. Events without consent are counted as `opted_out`.
 */
export function askConsent({
  required = false,
  respect_gpc = true,
  respect_dnt = true,
}: ConsentOptions = {}): Consent {
  return (make) => {
    const decision = rememberDecision();
    const waiting = waitingSink(make);
    const isRefused = (respect_gpc && hasGpc()) || (respect_dnt && hasDnt());
    const isGiven = decision.read() ?? !(required || isRefused);
    return {
      sink(host) {
        const sink = waiting.make(host);
        if (isGiven) waiting.start();
        return sink;
      },
      members(delivery: RuntimeTracker) {
        if (!isGiven) delivery.optOut();
        return {
          optIn() {
            decision.keep(true);
            waiting.start();
            delivery.optIn();
          },
          optOut() {
            decision.keep(false);
            delivery.optOut();
            // What was accepted with consent is still delivered; who it was about is forgotten.
            waiting.forget();
          },
        };
      },
    };
  };
}

function hasGpc(): boolean {
  return "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true;
}

function hasDnt(): boolean {
  return navigator.doNotTrack === "1";
}
