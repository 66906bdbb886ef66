// Real Bolt apps with a receiver that the test feeds; what they track arrives at POSTHOG_HOST, the endpoint
// of `node scripts/demo/endpoint.mjs`, which `scripts/examples.mjs` starts by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createCostBot } from "../dist/cost-bot.js";
import { createRunBot } from "../dist/run-bot.js";

const host = process.env.POSTHOG_HOST ?? "http://127.0.0.1:8010";
const receiver = { init() {}, start: async () => undefined, stop: async () => undefined };
const authorize = async () => ({ botToken: "xoxb-none", botId: "B0", botUserId: "U0BOT" });
const ack = async () => {};
const tracking = {
  api_key: "phc_test",
  host,
  hashKey: { id: "test", secret: "only a test, but thirty-two bytes long all the same" },
  tenantOf: async ({ team_id }) => (team_id === "T0EXAMPLE" ? "tn_slack" : undefined),
  onError: assert.fail,
};

const command = { user_id: "U0EXAMPLE1", team_id: "T0EXAMPLE", trigger_id: "1.1" };
const press = (action_id, value) => ({
  type: "block_actions",
  user: { id: "U0EXAMPLE2" },
  team: { id: "T0EXAMPLE" },
  trigger_id: "2.1",
  actions: [{ type: "button", action_id, block_id: "b", value: JSON.stringify(value) }],
});

async function received() {
  const reply = await fetch(`${host}/received`);
  const { events, bodies } = await reply.json();
  for (const body of bodies) assert.doesNotMatch(body, /U0EXAMPLE/);
  return events.filter(({ properties }) => properties.runtime === "slack");
}

test("the bot of dd0c/cost: a command and a snooze", async () => {
  const { app, tracker } = createCostBot({ receiver, authorize }, tracking);
  const anomaly = {
    anomaly_id: "an_8f2",
    anomaly_kind: "spike",
    score: 0.92,
    severity: "high",
    daily_impact_cents: 41_200,
  };
  await app.processEvent({ ack, body: { ...command, command: "/cost", text: "what happened?" } });
  await app.processEvent({ ack, body: press("cost.anomaly.snooze", anomaly) });
  assert.equal((await tracker.shutdown()).pending, 0);

  const mine = (await received()).filter(({ properties }) => properties.product === "cost");
  const names = mine.map(({ event }) => event).sort();
  assert.deepEqual(names, ["cost.anomaly.snoozed", "slack.action.clicked", "slack.command.used"]);
  for (const { distinct_id, uuid, timestamp, properties } of mine) {
    assert.equal(properties.tenant_id, "tn_slack");
    assert.deepEqual(properties.$groups, { tenant: "tn_slack" });
    assert.match(distinct_id, /^h1_test_/);
    assert.ok(uuid && timestamp);
  }
  assert.ok(!JSON.stringify(mine).includes("what happened?"));
});

test("the bot of dd0c/run: who approved arrives as a hash", async () => {
  const { app, tracker } = createRunBot({ receiver, authorize }, tracking);
  const approval = {
    approval_id: "ap_1b8d",
    execution_id: "ex_c66f",
    runbook_id: "rb_3aa9",
    risk_level: "reversible",
    environment: "production",
    requester_id: "U0EXAMPLE1",
    waited_s: 210,
  };
  await app.processEvent({ ack, body: press("run.execution.approve", approval) });
  await tracker.shutdown();
  const granted = (await received()).find(
    ({ event }) => event === "run.execution.approval_granted",
  );
  assert.match(granted.properties.approver_id, /^h1_test_/);
  assert.match(granted.properties.requester_id, /^h1_test_/);
});
