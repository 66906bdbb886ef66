import type { MakeSink } from "@dd0c/track-core";

/** Keeps a serverless platform's process awake until a promise settles (Vercel, Cloudflare). */
export type WaitUntil = (work: Promise<unknown>) => void;

/** How long an event waits for company where a frozen process may never see a longer wait end. */
const COMPANY_MS = 50;
/** What one delivery may take: platforms end a call's extra time after some 30 s. */
const DELIVERY_MS = 20_000;

/**
 * A sink that hands the platform one promise for all events tracked until they are delivered. The
 * promise never rejects.
 */
export function keepAliveUntil(waitUntil: WaitUntil, make: MakeSink): MakeSink {
  return (host) => {
    const sink = make(host);
    let isUnderWay = false;

    async function deliver(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, COMPANY_MS));
      // From here on a new event gets a promise of its own: this flush may end without it.
      isUnderWay = false;
      await sink.flush(DELIVERY_MS).catch(() => {});
    }

    return {
      ...sink,
      take(event) {
        const refused = sink.take(event);
        if (refused || isUnderWay) return refused;
        isUnderWay = true;
        try {
          waitUntil(deliver());
        } catch {
          // Called outside of a request: the process's own timers deliver.
          host.report("internal", "waitUntil");
        }
        return undefined;
      },
    };
  };
}
