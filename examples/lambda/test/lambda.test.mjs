// Calls the handler as API Gateway would, and looks at what arrived at POSTHOG_HOST: the endpoint of
// `node scripts/demo/endpoint.mjs`, which `scripts/examples.mjs` starts by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PostHog } from "posthog-node";
import { createHandler } from "../dist/handler.js";
import { createTrackers } from "../dist/trackers.js";

const host = process.env.POSTHOG_HOST ?? "http://127.0.0.1:8010";
const hashKey = { id: "test", secret: "only a test, but thirty-two bytes long all the same" };
const signup = {
  user_email: "Ada@Example.com",
  signup_method: "github_sso",
  acquisition_channel: "community",
  is_invited: false,
};

async function signUp(options, tenant_id) {
  const handler = createHandler(createTrackers({ ...options, hashKey, onError: assert.fail }));
  const body = JSON.stringify({ product: "cost", tenant_id, signup });
  const reply = await handler({ rawPath: "/account/signed-up", body });
  assert.equal(reply.statusCode, 200);
  return JSON.parse(reply.body);
}

async function received(tenant_id) {
  const reply = await fetch(`${host}/received`);
  const { events, bodies } = await reply.json();
  for (const body of bodies) assert.doesNotMatch(body, /ada@example/i);
  const mine = events.filter(({ properties }) => properties.tenant_id === tenant_id);
  return Object.fromEntries(mine.map((event) => [event.event, event]));
}

function assertSignup(event, tenant_id, { user_id, email_hash }) {
  assert.match(event.uuid, /^[\da-f-]{36}$/);
  assert.ok(Date.parse(event.timestamp) > Date.now() - 60_000);
  assert.equal(event.distinct_id, user_id);
  const { product, $groups, user_email } = event.properties;
  assert.deepEqual({ product, $groups }, { product: "cost", $groups: { tenant: tenant_id } });
  assert.equal(user_email, email_hash);
  assert.match(user_email, /^h1_test_[\w-]{32}$/);
}

test("by itself: everything has arrived when the invocation ends", async () => {
  const account = await signUp({ api_key: "phc_test", host }, "tn_direct");
  const arrived = await received("tn_direct");
  assertSignup(arrived["account.signup.completed"], "tn_direct", account);
  assert.ok(arrived.$groupidentify);
});

test("through the posthog-node client that the service has already", async () => {
  const posthog = new PostHog("phc_test", { host });
  const account = await signUp({ posthog }, "tn_client");
  await posthog.shutdown();
  const arrived = await received("tn_client");
  assertSignup(arrived["account.signup.completed"], "tn_client", account);
});

test("a path that nobody knows", async () => {
  const handler = createHandler(createTrackers({ disabled: true }));
  assert.equal((await handler({ rawPath: "/nowhere" })).statusCode, 404);
});
