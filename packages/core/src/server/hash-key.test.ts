import { createHmac } from "node:crypto";
import { domainToASCII } from "node:url";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { isHashed } from "../hasher";
import { createHasher } from "./hash-key";
import { normaliseEmail } from "./normalise-email";
import type { ServerPlatform } from "./server-platform";

const secret = "a secret for tests, 32 bytes long";
const hmac = (key: string) => (text: string) =>
  createHmac("sha256", key).update(text).digest("base64url");
const platform = {
  bytes: (text: string) => Buffer.byteLength(text),
  hmac,
  asciiDomain: domainToASCII,
} as unknown as ServerPlatform;
const hasher = createHasher({ id: "k1", secret }, platform, () => {});

test("hashes as RFC 2104 has it, classes apart, the key's id in front", () => {
  const want = `h1_k1_${hmac(secret)("email\0ada@example.com").slice(0, 32)}`;
  expect(hasher?.("email", "ada@example.com")).toBe(want);
  expect(isHashed(want)).toBe(true);
  expect(hasher?.("account_id", "ada@example.com")).not.toBe(want);
  expect(
    createHasher({ id: "k2", secret }, platform, () => {})?.("email", "ada@example.com"),
  ).not.toBe(want);
});

test.each([" Ada@Example.COM ", "ADA@EXAMPLE.com."])(
  "takes %j for the address that it is",
  (address) => {
    expect(hasher?.("email", address)).toBe(hasher?.("email", "ada@example.com"));
  },
);

test("spells a domain as DNS does, and a name as NFC does", () => {
  expect(hasher?.("email", "u@bücher.example")).toBe(hasher?.("email", "u@xn--bcher-kva.example"));
  expect(hasher?.("email", "jose\u0301@x.example")).toBe(hasher?.("email", "josé@x.example"));
});

test("takes each domain for what Node's own speller makes of it", () => {
  const label = fc.string({
    unit: fc.constantFrom(..."ab1-_ü", "xn--", "0x"),
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
      const domain = labels.join(".");
      const want = domainToASCII(domain) || domain;
      expect(normaliseEmail(`u@${domain}`, domainToASCII)).toBe(`u@${want}`);
    }),
    { numRuns: 500 },
  );
});

test("keeps apart what providers may keep apart", () => {
  const of = (address: string) => hasher?.("email", address);
  expect(new Set([of("a.b@x.example"), of("ab@x.example"), of("ab+c@x.example")]).size).toBe(3);
});

test("hashes a number as its text, and nothing that is neither", () => {
  expect(hasher?.("account_id", 7)).toBe(hasher?.("account_id", "7"));
  for (const value of ["", true, ["7"], { toString: () => "7" }, Symbol()])
    expect(hasher?.("account_id", value)).toBeUndefined();
});

test.each([
  { id: "k1", secret: "short" },
  { id: "k_1", secret },
  { id: "", secret },
])("refuses a key that is no protection, without a word of the secret", (key) => {
  const report = vi.fn();
  expect(createHasher(key, platform, report)).toBeUndefined();
  expect(report).toHaveBeenCalledOnce();
  expect(JSON.stringify(report.mock.calls)).not.toContain(key.secret);
});

test("remembers as many as it says, and no more", () => {
  const count = vi.fn(hmac(secret));
  const counted = createHasher({ id: "k1", secret }, { ...platform, hmac: () => count }, () => {});
  for (let round = 0; round < 3; round++) for (let n = 0; n < 100; n++) counted?.("x", `v${n}`);
  expect(count).toHaveBeenCalledTimes(100);
  for (let n = 0; n < 10_000; n++) counted?.("x", `w${n}`);
  counted?.("x", "v0");
  expect(count).toHaveBeenCalledTimes(10_101);
});
