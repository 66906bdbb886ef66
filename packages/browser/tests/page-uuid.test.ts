import { afterEach, expect, test, vi } from "vitest";
import { pageUuid } from "../src/page-uuid";

afterEach(() => vi.unstubAllGlobals());

const getRandomValues = crypto.getRandomValues.bind(crypto);

test.each([
  ["a secure origin", crypto],
  ["an insecure origin, which has no randomUUID", { getRandomValues }],
])("on %s every uuid is a v7 of now, and another one", (_, there) => {
  vi.stubGlobal("crypto", there);
  const before = Date.now();
  const made = Array.from({ length: 500 }, pageUuid);
  expect(new Set(made).size).toBe(500);
  for (const uuid of made) {
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const time = Number.parseInt(uuid.slice(0, 13).replace("-", ""), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  }
});
