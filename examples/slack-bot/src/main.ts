import { createCostBot } from "./cost-bot.js";
import { createRunBot } from "./run-bot.js";

const { env } = process;

/** Which tenant a workspace belongs to; a real bot asks its database. */
const tenants: Readonly<Record<string, string>> = { T0EXAMPLE: "tn_4f9a2c" };

const tracking = {
  api_key: env.POSTHOG_KEY,
  host: env.POSTHOG_HOST,
  hashKey: { id: "k1", secret: env.TRACK_HASH_SECRET ?? "" },
  tenantOf: ({ team_id }: { readonly team_id: string | undefined }) => tenants[team_id ?? ""],
};

const cost = createCostBot(
  { token: env.COST_TOKEN, signingSecret: env.COST_SIGNING_SECRET },
  tracking,
);
const run = createRunBot({ token: env.RUN_TOKEN, signingSecret: env.RUN_SIGNING_SECRET }, tracking);

await Promise.all([cost.app.start(3001), run.app.start(3002)]);

process.once("SIGTERM", async () => {
  await Promise.all([cost.app.stop(), run.app.stop()]);
  await Promise.all([cost.tracker.shutdown(), run.tracker.shutdown()]);
});
