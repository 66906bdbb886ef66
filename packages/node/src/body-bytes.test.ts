import { type Body, bodyText } from "@dd0c/track-core/server";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyBytes } from "./body-bytes";

const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[ -~]*$/));
const body: fc.Arbitrary<Body> = fc.record({
  head: text,
  parcels: fc.array(
    text.map((json) => ({ uuid: "", json, bytes: Buffer.byteLength(json) })),
    { maxLength: 20 },
  ),
  tail: text,
});

test("a body's bytes are those of its text", () => {
  fc.assert(
    fc.property(body, (it) => {
      expect(bodyBytes(it).toString("hex")).toBe(Buffer.from(bodyText(it)).toString("hex"));
    }),
  );
});
