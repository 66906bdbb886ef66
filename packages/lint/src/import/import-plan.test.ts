import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { compilePlan, memoryFiles, type ResolvedPlan } from "@dd0c/track-codegen";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { detectFormat } from "./detect-format.js";
import type { ImportFile } from "./import-file.js";
import { importPlan } from "./import-plan.js";

const home = join(import.meta.dirname, "fixtures");

function filesAt(name: string): readonly ImportFile[] {
  const path = join(home, name);
  const names = statSync(path).isDirectory() ? readdirSync(path).sort() : [""];
  return names.map((inner) => {
    const file = join(path, inner);
    const text = readFileSync(file, "utf8");
    const documents = file.endsWith(".csv")
      ? null
      : parseAllDocuments(text).map((document) => document.toJS() as unknown);
    return { path: file.slice(home.length + 1), text, documents };
  });
}

function imported(...names: readonly string[]) {
  const files = names.flatMap(filesAt);
  const format = detectFormat(files);
  if (format === null) throw new Error(`nobody's: ${names.join(", ")}`);
  const result = importPlan(files, format, "fallback");
  const { plan, diagnostics } = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": result.text }));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (plan === null) throw new Error("it does not compile");
  return { ...result, format, plan };
}

/** `Order Completed` with `order_id* string, total number`. */
function summary(plan: ResolvedPlan): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    plan.events.map(({ name, properties }) => [
      name,
      [...properties]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((it) => {
          const { type } = it;
          const values =
            type.kind === "enum" ? type.members.map(({ value }) => value).join("|") : "";
          const pii = it.pii === null ? "" : ` ${it.pii.class}`;
          return `${it.name}${it.required ? "*" : ""} ${type.kind}${values && ` ${values}`}${it.nullable ? " null" : ""}${pii}`;
        }),
    ]),
  );
}

describe("import reads", () => {
  test("Segment's Public API: the newest version of each TRACK rule", () => {
    const { format, plan, notes } = imported("segment-public-api.json");
    expect(format).toBe("segment");
    expect(summary(plan)).toEqual({
      "Order Completed": [
        "channel enum web|app|store",
        "coupon string null",
        "customer_email string email",
        "order_id* string",
        "products array",
        "total* number",
      ],
    });
    expect(plan.events[0]?.description).toBe("A customer paid for an order.");
    expect(notes).toEqual(["Segment's rules for IDENTIFY have no place in a plan's events."]);
  });

  test("Segment's older shape, and its name", () => {
    const { format, plan } = imported("segment-config-api.json");
    expect([format, plan.name]).toEqual(["segment", "Acme-Web"]);
    expect(summary(plan)).toEqual({ "Signed Up": ["plan* string"] });
  });

  test("Avo's export, with trigger, tags and sources", () => {
    const { format, plan, text } = imported("avo.json");
    expect(format).toBe("avo");
    expect(summary(plan)).toEqual({
      article_opened: ["article_id* string", "is_paid boolean", "topics array"],
    });
    expect(plan.events[0]).toMatchObject({ trigger: "The article is in view.", tags: ["Tier 1"] });
    expect(text).toContain("# Avo's sources: Web");
  });

  test("RudderStack's YAML, v1: references, custom types, nulls, and what is missing", () => {
    const { format, plan, notes } = imported("rudderstack-v1");
    expect([format, plan.name]).toEqual(["rudderstack", "Shop-Plan"]);
    expect(summary(plan)).toEqual({
      "Cart Emptied": [],
      "Product Viewed": [
        "color enum red|green",
        "price number null",
        "product_sku* string",
        "tags array",
      ],
    });
    expect(notes).toEqual([
      'No file defines the property "nowhere".',
      'The rule for "who" is for identify.',
    ]);
  });

  test("RudderStack's YAML, 0.1: paths as references", () => {
    const { plan } = imported("rudderstack-v0");
    expect(summary(plan)).toEqual({ "Signed Up": ["method* enum email|google"] });
  });

  test("Amplitude's CSV: quotes, enums, arrays", () => {
    const { format, plan, notes } = imported("amplitude.csv");
    expect(format).toBe("amplitude");
    expect(summary(plan)).toEqual({
      "Song Played": ["artists array", "genre* enum rock|pop|jazz", "seconds number"],
    });
    expect(plan.events[0]?.description).toBe("A listener started a song, from anywhere.");
    expect(plan.events[0]?.tags).toEqual(["core", "music"]);
    expect(notes).toEqual(["1 user or group properties were left out."]);
  });

  test("Amplitude's Taxonomy API", () => {
    const { format, plan } = imported("amplitude-taxonomy.json");
    expect(format).toBe("amplitude");
    expect(summary(plan)).toEqual({ "Song Played": ["genre* enum rock|pop", "liked boolean"] });
  });

  test("a folder of JSON Schemas, and says what no plan can have", () => {
    const { format, plan, leftOut } = imported("json-schema");
    expect(format).toBe("json-schema");
    expect(summary(plan)).toEqual({
      order_paid: ["amount* number", "extra map", "note union null", "paid_at* timestamp"],
      order_refunded: ["reason enum damaged"],
    });
    expect(leftOut).toEqual([
      { event: "order_paid", property: "$odd", reason: '"$odd" cannot be a property\'s name.' },
    ]);
  });

  test("PostHog's definitions: properties are nobody's, $ is PostHog's", () => {
    const { format, plan, notes } = imported("posthog-events.json", "posthog-properties.json");
    expect(format).toBe("posthog");
    expect(plan.events.map(({ name }) => name)).toEqual(["invoice paid", "seat_added"]);
    expect(plan.properties.map(({ name, pii }) => [name, pii?.class ?? null])).toEqual([
      ["seats", null],
      ["viewer_email", "email"],
    ]);
    expect(notes[0]).toBe("2 definitions of PostHog's own ($…) were left out.");
  });
});

test.each([
  ["an empty object", "{}"],
  ["a list of numbers", "[1, 2]"],
  ["a package.json", '{ "name": "x", "version": "1.0.0" }'],
])("%s is nobody's export", (_, text) => {
  const documents = [JSON.parse(text) as unknown];
  expect(detectFormat([{ path: "x.json", text, documents }])).toBeNull();
});
