import type { ClientPlan } from "@dd0c/track-core/generated";
import { recordTracker } from "@dd0c/track-core/testing";
import { createSlackTracker, type TenantOf } from "@dd0c/track-slack";
import { App, type Receiver } from "@slack/bolt";
import { afterEach, describe, expect, test, vi } from "vitest";
import { costPlan } from "../../core/tests/fixtures/cost-plan";
import { createTracker, type Tracker } from "../../core/tests/fixtures/cost-slack";

const SECRETS = ["delete everything", "U0ADA", "C0OPS", "xoxb-secret", "trigger-1", "hooks.slack"];

/** Bolt as it is, with a receiver that the test feeds. */
function startBot(tenantOf?: TenantOf, plan?: ClientPlan) {
  const create: typeof createTracker = plan
    ? (options) => createSlackTracker<Tracker>(plan, options)
    : createTracker;
  const { tracker, recorder } = recordTracker(create, {
    context: { app_version: "1.2.3" },
    ...(tenantOf && { tenantOf }),
  });
  const receiver: Receiver = {
    init: () => {},
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new App({
    receiver,
    authorize: async ({ teamId }) => ({
      botToken: "xoxb-secret",
      botId: "B0",
      botUserId: "U0BOT",
      ...(teamId && { teamId }),
    }),
  });
  app.use(tracker.middleware);
  return { app, tracker, recorder };
}

const ack = async (): Promise<void> => {};
const command = {
  command: "/cost",
  text: "delete everything",
  user_id: "U0ADA",
  user_name: "ada",
  team_id: "T0ONE",
  team_domain: "one",
  channel_id: "C0OPS",
  channel_name: "ops",
  trigger_id: "trigger-1",
  response_url: "https://hooks.slack.example/x",
  token: "xoxb-secret",
};
const action = {
  type: "block_actions",
  user: { id: "U0ADA", team_id: "T0ONE" },
  team: { id: "T0ONE" },
  channel: { id: "C0OPS" },
  trigger_id: "trigger-1",
  actions: [
    {
      type: "button",
      action_id: "snooze",
      block_id: "b",
      value: "delete everything",
      action_ts: "1.2",
    },
  ],
};

describe("the Bolt middleware", () => {
  afterEach(() => vi.restoreAllMocks());

  test("records a command after its listener, ids hashed, texts never", async () => {
    const { app, recorder } = startBot();
    app.command("/cost", async () => {
      recorder.expectNothing();
    });
    await app.processEvent({ body: command, ack });
    const [event] = recorder.events();
    expect(event).toMatchObject({
      event: "slack.command.used",
      properties: { command: "/cost", outcome: "success", tenant_id: "T0ONE", product: "cost" },
    });
    expect(event?.distinct_id).toMatch(/^h1_test_/);
    expect(event?.properties).toHaveProperty("channel_id", expect.stringMatching(/^h1_test_/));
    for (const secret of SECRETS) expect(JSON.stringify(event)).not.toContain(secret);
  });

  test("records an action that fails, and lets the failure through", async () => {
    const { app, tracker, recorder } = startBot();
    const failed = vi.fn();
    app.error(async (error) => failed(error.message));
    app.action("snooze", async () => {
      throw new Error("mine");
    });
    await app.processEvent({ body: action, ack });
    expect(failed).toHaveBeenCalledWith("mine");
    const [event] = recorder.events();
    expect(event).toMatchObject({
      event: "slack.action.clicked",
      properties: { action_id: "snooze", outcome: "failed", user_id: event?.distinct_id },
    });
    expect(event?.distinct_id).toBe(tracker.hash("user_id", " U0ADA "));
    for (const secret of SECRETS) expect(JSON.stringify(event)).not.toContain(secret);
  });

  test("the plan's class of persons wins over user_id", async () => {
    const plan = costPlan("slack");
    const person = { ...plan.person, distinct_id: "member" };
    const { app, tracker, recorder } = startBot(undefined, { ...plan, person });
    app.action("snooze", async () => {});
    await app.processEvent({ body: action, ack });
    const [event] = recorder.events();
    expect(event?.distinct_id).toBe(tracker.hash("member", "U0ADA"));
    expect(event?.properties.user_id).toBe(event?.distinct_id);
  });

  test("binds the tracker of a request to its tenant and user, before the tenant is known", async () => {
    let answer: (tenant: string) => void = () => {};
    const { app, tracker, recorder } = startBot(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const resource = { service: "ec2" };
    app.command("/cost", async ({ context }) => {
      tracker.of(context).track.cost.anomaly.alerted({ channel_kind: "dm", resource });
    });
    await app.processEvent({ body: command, ack });
    recorder.expectNothing();
    resource.service = "changed";
    answer("tenant_1");
    const event = await recorder.waitFor("cost.anomaly.alerted");
    expect(event.properties).toMatchObject({ tenant_id: "tenant_1", resource: { service: "ec2" } });
    expect(event.distinct_id).toMatch(/^h1_test_/);
    expect(event.timestamp).toBeDefined();
  });

  test("a request that Slack delivers again gets the same uuids", async () => {
    const { app, tracker, recorder } = startBot();
    app.event("app_home_opened", async ({ context }) => {
      tracker.of(context).track.cost.anomaly.snoozed();
      tracker.of(context).track.cost.anomaly.snoozed({ hours: 1 });
    });
    const body = {
      type: "event_callback",
      event_id: "Ev1",
      team_id: "T0ONE",
      event: { type: "app_home_opened", user: "U0ADA", channel: "C0OPS", tab: "home" },
    };
    await app.processEvent({ body, ack });
    await app.processEvent({ body, ack, retryNum: 1, retryReason: "http_timeout" });
    const uuids = recorder.events().map((event) => event.uuid);
    expect(uuids.slice(0, 2)).toEqual(uuids.slice(2));
    expect(new Set(uuids).size).toBe(2);
    expect(uuids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-5/);
  });

  const failures: readonly (readonly [string, TenantOf])[] = [
    [
      "throws",
      () => {
        throw new Error("down");
      },
    ],
    ["rejects", () => Promise.reject(new Error("down"))],
    ["knows none", () => undefined],
  ];
  test.each(failures)(
    "a tenantOf that %s drops and counts, and the bot goes on",
    async (_, tenantOf) => {
      const { app, tracker, recorder } = startBot(tenantOf);
      const listened = vi.fn();
      app.command("/cost", async () => {
        listened();
      });
      await app.processEvent({ body: command, ack });
      await Promise.resolve();
      expect(listened).toHaveBeenCalledOnce();
      recorder.expectNothing();
      expect(tracker.stats().dropped).toEqual({ missing_context: 1 });
    },
  );

  test("does not wait for delivery", async () => {
    const { app } = startBot(() => new Promise(() => {}));
    app.command("/cost", async () => {});
    const started = performance.now();
    await app.processEvent({ body: command, ack });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
