import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmacSha256 } from "./hmac-sha256";

test("answers what createHmac answers, whatever the secret and the text", () => {
  const secret = fc.string({ unit: "binary", minLength: 1, maxLength: 200 });
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "binary", minLength: 300, maxLength: 400 }),
  );
  fc.assert(
    fc.property(secret, fc.array(text, { maxLength: 5 }), (key, texts) => {
      const hmac = hmacSha256(key);
      for (const one of texts)
        expect(hmac(one)).toBe(createHmac("sha256", key).update(one).digest("base64url"));
    }),
    { numRuns: 300 },
  );
});
