import { expect, test } from "vitest";
import { noReply } from "./reply";

test("a failed request says why by a name, if there is one, and by nothing else", () => {
  const refused = Object.assign(new Error("connect 10.0.0.1"), { code: "ECONNREFUSED" });
  expect(noReply(refused)).toEqual({ status: 0, why: "ECONNREFUSED" });
  expect(noReply(new TypeError("fetch failed", { cause: refused })).why).toBe("ECONNREFUSED");
  for (const nameless of [
    new Error("cut"),
    new DOMException("cut", "AbortError"),
    undefined,
    null,
    "x",
  ])
    expect(noReply(nameless)).toEqual({ status: 0, why: undefined });
});
