import { expect, test } from "vitest";
import type { Platform } from "../platform";
import type { StampedEvent } from "../stamp";
import { protocolV0 } from "./v0";
import { protocolV1 } from "./v1";
import { uuidIn } from "./write-event";

const platform = { now: () => 0, uuid: () => "" } as unknown as Platform;
const event: StampedEvent = {
  event: "a.b",
  distinct_id: "u",
  properties: { $process_person_profile: false, text: 'ü"}' },
  context: { product: "cost" },
  timestamp: "2026-01-01T00:00:00.000Z",
  uuid: "0190a6c0-0000-7000-8000-000000000001",
};

test.each([protocolV0("phc", () => 0), protocolV1("phc", { name: "l", version: "0" }, platform)])(
  "$path writes an event whose uuid stands last",
  ({ serialise }) => {
    const json = serialise(event);
    expect(JSON.parse(json).uuid).toBe(event.uuid);
    expect(uuidIn(json)).toBe(event.uuid);
  },
);
