import { createHandler } from "./handler.js";
import { createTrackers } from "./trackers.js";

/** What Lambda calls. The trackers outlive one invocation and keep their hash cache. */
export const handler = createHandler(
  createTrackers({
    api_key: process.env.POSTHOG_KEY,
    host: process.env.POSTHOG_HOST,
    hashKey: { id: "k1", secret: process.env.TRACK_HASH_SECRET ?? "" },
    context: { app_version: process.env.APP_VERSION ?? "0.0.0" },
  }),
);
