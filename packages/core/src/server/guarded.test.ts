import { expect, test } from "vitest";
import type { ClientPlan } from "../client-plan";
import { createCounters } from "../counters";
import { protocolV0 } from "../delivery/v0";
import type { SinkHost } from "../sink";
import { guarded } from "./guarded";
import type { ServerOptions } from "./server-options";

/** What an event with these properties looks like as it leaves, and what the guard told. */
function leave(properties: Record<string, unknown>, options: Pick<ServerOptions, "guard"> = {}) {
  const counters = createCounters();
  const told: unknown[] = [];
  let host: SinkHost = { counters, report: (code, about) => void told.push([code, about]) };
  const client = { context: {}, allow: ["contact"] } as unknown as ClientPlan;
  guarded(client, options, (given) => {
    host = given;
    return { take: () => undefined, flush: async () => {} };
  })(host);
  const json = protocolV0("phc", () => 0, host.guard).serialise({
    event: "e",
    distinct_id: "ada@example.com",
    properties,
    context: { app: "x" },
    timestamp: "t",
    uuid: "u",
  });
  return { event: JSON.parse(json), counters, told };
}

test("addresses are masked in what leaves, counted and told by their kind; ids stay", () => {
  const { event, counters, told } = leave({ note: "ask ada@example.com", $set: { a: ["b@c.de"] } });
  expect(event).toMatchObject({
    distinct_id: "ada@example.com",
    properties: { note: "ask [email]", $set: { a: ["[email]"] }, app: "x" },
  });
  expect(counters.masked).toBe(2);
  expect(told).toContainEqual(["masked", "email"]);
  expect(JSON.stringify(told)).not.toContain("example");
});

test("what plan or host allow stays; shapes of the host's own are masked; false looks at nothing", () => {
  const given = { contact: "a@b.de", mine: "a@b.de", card: "4111 1111 1111 1111", other: "a@b.de" };
  const patterns = [{ name: "card", shape: /\d{4}( \d{4}){3}/ }];
  const { event } = leave(given, { guard: { allow: ["mine"], patterns } });
  const masked = { ...given, card: "[card]", other: "[email]", app: "x" };
  expect(event.properties).toEqual(masked);
  const { event: raw, counters } = leave(given, { guard: false });
  expect(raw.properties).toEqual({ ...given, app: "x" });
  expect(counters.masked).toBeUndefined();
});
