import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmac } from "./hmac";
import { sha256 } from "./sha-256";

test("SHA-256 is Node's, at every length up to three blocks and beyond", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 255);
    expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(
      createHash("sha256").update(bytes).digest("hex"),
    );
  }
  const bytes = fc.uint8Array({ maxLength: 5_000 });
  fc.assert(
    fc.property(bytes, (given) => {
      expect(Buffer.from(sha256(given))).toEqual(createHash("sha256").update(given).digest());
    }),
  );
});

test("HMAC is Node's, whatever the secret and the text", () => {
  const text = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(text, text, (secret, given) => {
      expect(hmac(secret)(given)).toBe(
        createHmac("sha256", secret).update(given).digest("base64url"),
      );
    }),
  );
});
