import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { event } from "../../../fixtures/build.js";
import { expectGoldens } from "../../../fixtures/goldens.js";
import { resolvedPlan, sortEvents } from "../../../fixtures/resolved-plan.js";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";
import { compileManifest } from "./compile-manifest.js";
import { manifestEmitter, manifestSchema } from "./index.js";
import type { ManifestEvent } from "./manifest-event.js";

const files = emit(resolvedPlan);
const text = files.get("manifest.json") ?? "";

function emit(plan: ResolvedPlan): ReadonlyMap<string, string> {
  const made = manifestEmitter.emit(plan, { schema: true });
  if (!Array.isArray(made)) throw new Error("the manifest is made at once");
  return new Map(made.map((file) => [file.path, file.text]));
}

function eventOf(name: string, product: string): ManifestEvent {
  const found = compileManifest(resolvedPlan).events.find(
    (it) => it.name === name && it.products.includes(product),
  );
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe("the manifest", () => {
  it("makes what its goldens hold", () => {
    const made = [...files].map(([path, text]) => ({ path, text }));
    expectGoldens(fileURLToPath(new URL("fixtures", import.meta.url)), made);
  });

  it("is valid by its own JSON Schema and by zod", () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(files.get("manifest.schema.json") ?? ""),
    );
    const manifest: unknown = JSON.parse(text);
    expect(validate(manifest) || validate.errors).toBe(true);
    expect(manifestSchema.parse(manifest)).toEqual(compileManifest(resolvedPlan));
    expect(validate({ ...(manifest as object), unknown: 1 })).toBe(false);
  });

  it("says what part an event plays", () => {
    expect(eventOf("cost.anomaly.first_detected", "cost")).toMatchObject({
      activates: ["cost"],
      funnels: [{ funnel: "plg", stage: "first_value", product: "cost" }],
    });
    expect(eventOf("account.aws.connected", "cost").starts).toEqual(["cost"]);
    expect(eventOf("account.aws.connected", "run").starts).toBeUndefined();
  });

  it("says types in words", () => {
    const words = Object.fromEntries(
      eventOf("cost.account.scanned", "cost").properties.map((it) => [it.name, it.summary]),
    );
    expect(words).toMatchObject({
      outcome: '"success" | "failed"',
      workers: "integer 1..64 workers",
      resources: "list of 1..20 resource",
      threshold: 'number 0.. percent | "auto" | null',
    });
  });

  it("only adds lines when an event is added", () => {
    for (const name of ["a.first.one", "cost.middle.one", "яяя"]) {
      const added = event(name, { properties: eventProperties });
      const grown = { ...resolvedPlan, events: sortEvents([...resolvedPlan.events, added]) };
      const before = text.split("\n");
      const after = (emit(grown).get("manifest.json") ?? "").split("\n");
      let index = 0;
      for (const line of after) if (line === before[index]) index += 1;
      expect(index).toBe(before.length);
    }
  });
});

const eventProperties =
  resolvedPlan.events.find((it) => it.name === "cost.account.scanned")?.properties.slice(0, 8) ??
  [];
