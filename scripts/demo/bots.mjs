// Slack's side of the two bots: real Bolt apps, a receiver that only passes on what it is given.
import { acme, anomaly, approval, remediation } from "./story.mjs";

const receiver = { init() {}, start: async () => undefined, stop: async () => undefined };
const { team, requester, approver } = acme.slack;

/** Types commands and presses buttons; answers with what was done, and with the bots' counters. */
export async function useBots({ createCostBot, createRunBot }, tracking) {
  const authorize = async () => ({
    botToken: "xoxb-demo",
    botId: "B0",
    botUserId: "U0BOT",
    teamId: team,
  });
  const options = {
    ...tracking,
    tenantOf: ({ team_id }) => (team_id === team ? acme.tenant_id : undefined),
  };
  const cost = createCostBot({ receiver, authorize }, options);
  const run = createRunBot({ receiver, authorize }, options);

  await type(cost, "/cost", requester);
  await press(cost, "cost.anomaly.snooze", requester, { ...anomaly });
  await press(cost, "cost.anomaly.expected", requester, { ...anomaly });
  await press(cost, "cost.remediation.stop", requester, { ...remediation });
  await type(run, "/run", requester);
  await press(run, "run.execution.approve", approver, {
    ...approval,
    requester_id: requester,
    waited_s: 210,
  });

  await Promise.all([cost.tracker.shutdown(), run.tracker.shutdown()]);
  return { commands: 2, clicks: 4, stats: [cost.tracker.stats(), run.tracker.stats()] };
}

async function type({ app }, command, user) {
  const body = {
    command,
    text: "what is this?",
    user_id: user,
    user_name: "ada",
    team_id: team,
    team_domain: "example",
    channel_id: "C0EXAMPLE",
    channel_name: "ops",
    trigger_id: `${command}.1`,
    response_url: "https://slack.example.com/",
    token: "none",
    api_app_id: "A0",
  };
  await app.processEvent({ body, ack: async () => {} });
}

async function press({ app }, action_id, user, value) {
  const action = {
    type: "button",
    action_id,
    block_id: "b",
    action_ts: "1.2",
    text: { type: "plain_text", text: "…" },
    value: JSON.stringify(value),
  };
  const body = {
    type: "block_actions",
    user: { id: user, username: "ada", team_id: team },
    team: { id: team, domain: "example" },
    channel: { id: "C0EXAMPLE", name: "ops" },
    trigger_id: `${action_id}.1`,
    response_url: "https://slack.example.com/",
    api_app_id: "A0",
    token: "none",
    container: {},
    actions: [action],
  };
  await app.processEvent({ body, ack: async () => {} });
}
