import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { EventFacts, PiiFact, PiiFacts } from "./client-plan";
import type { Hasher } from "./hasher";
import { createProtect } from "./protect";

const RAW = "ada@example.com";
const HASHED = `h1_k1_${"a".repeat(32)}`;

/** The facts of one path: `contact.email`, `contacts[].email`, `by_key{}.email`. */
function at(path: string, fact: PiiFact): PiiFacts {
  const steps = path.match(/[a-z_]+|\[\]|\{\}/g) ?? [];
  return steps.reduceRight<PiiFacts | PiiFact>(
    (below, step) => ({ [step]: below }),
    fact,
  ) as PiiFacts;
}

function protect(
  properties: object,
  facts: EventFacts,
  hasher: Hasher = (_, value) => (typeof value === "string" ? HASHED : undefined),
) {
  const dropped = vi.fn();
  const own: Record<string, unknown> = { ...properties };
  createProtect(hasher, dropped).properties(own, facts);
  return { own, json: JSON.parse(JSON.stringify(own)), dropped };
}

describe("protecting properties", () => {
  test.each([
    ["user_email", { user_email: RAW }, { user_email: HASHED }],
    ["contact.email", { contact: { email: RAW, n: 1 } }, { contact: { email: HASHED, n: 1 } }],
    ["list[]", { list: [RAW, RAW] }, { list: [HASHED, HASHED] }],
    ["list[].email", { list: [{ email: RAW }, {}] }, { list: [{ email: HASHED }, {}] }],
    ["map{}.email", { map: { a: { email: RAW } } }, { map: { a: { email: HASHED } } }],
    [
      "deep[].by{}.email",
      { deep: [{ by: { x: { email: RAW } } }] },
      { deep: [{ by: { x: { email: HASHED } } }] },
    ],
    ["absent.email", { n: 1 }, { n: 1 }],
    ["deep{}.absent", { deep: { a: {} } }, { deep: { a: {} } }],
  ])("finds %s", (path, given, want) => {
    expect(protect(given, { pii: at(path, "email") }).json).toEqual(want);
  });

  test("names are taken as they are", () => {
    const pii = { "a.b": "email", "a[]": { "b{}": "email" } };
    const { json } = protect({ "a.b": RAW, "a[]": { "b{}": RAW }, a: { b: 1 } }, { pii });
    expect(json).toEqual({ "a.b": HASHED, "a[]": { "b{}": HASHED }, a: { b: 1 } });
  });

  test("a list beside members of the same name is looked through as a list", () => {
    const pii = { c: { "[]": { email: "email" }, email: "email" } };
    expect(protect({ c: [{ email: RAW }] }, { pii }).json).toEqual({ c: [{ email: HASHED }] });
    expect(protect({ c: { email: RAW } }, { pii }).json).toEqual({});
  });

  test("what is not of the planned shape does not travel", () => {
    const facts = { pii: { ...at("contact.email", "email"), ...at("list[].email", "email") } };
    expect(protect({ contact: RAW, list: RAW }, facts).json).toEqual({});
    expect(protect({ contact: [{ email: RAW }], list: { 0: { email: RAW } } }, facts).json).toEqual(
      {},
    );
    expect(protect({ user: { email: RAW } }, { pii: { user: "email" } }).json).toEqual({});
    expect(protect({ user: [RAW] }, { pii: { user: "email" } }).json).toEqual({});
  });

  test("without a hasher the value is dropped and its class reported", () => {
    const { json, dropped } = protect({ e: RAW }, { pii: { e: "email" } }, () => undefined);
    expect(json).toEqual({});
    expect(dropped.mock.calls).toEqual([["email"]]);
  });

  test("a getter or toJSON below brings nothing back", () => {
    const contact = { toJSON: () => ({ email: RAW }), email: RAW };
    const { json } = protect({ contact }, { pii: at("contact.email", "email") });
    expect(json).toEqual({ contact: { email: HASHED } });
  });

  test("the caller's own objects stay as they are", () => {
    const contact = { email: RAW };
    protect({ contact }, { pii: at("contact.email", "email") });
    expect(contact).toEqual({ email: RAW });
  });

  test("no JSON value of any shape leaks from a planned path", () => {
    const paths = ["a", "a.b", "a[]", "a[].b", "a{}", "a{}.b", "a[].b[].c", "a.b{}.c"];
    const leaf = fc.constantFrom<unknown>(RAW, [RAW], { b: RAW }, { c: RAW }, 7, null);
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.dictionary(fc.constantFrom("a", "b", "c"), tie("node")),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, a) => {
        const { own } = protect({ a }, { pii: at(path, false) });
        expect(reach({ a: own.a }, path)).toEqual([]);
      }),
    );
  });
});

/** Everything that stands at a path, as a plain reader of the plan would look for it. */
function reach(holder: unknown, path: string): unknown[] {
  const steps = path.match(/[a-z]+|\[\]|\{\}/g) ?? [];
  let found: unknown[] = [holder];
  for (const step of steps) {
    found = found.flatMap((value) => {
      if (value === null || typeof value !== "object") return [];
      if (step === "[]") return Array.isArray(value) ? value : [];
      if (step === "{}") return Array.isArray(value) ? [] : Object.values(value);
      return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
    });
  }
  return found.filter((value) => value !== undefined);
}
