import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { event } from "../../../fixtures/build.js";
import { everyKindPlan } from "../../../fixtures/every-kind.js";
import { expectGoldens } from "../../../fixtures/goldens.js";
import { resolvedPlan, sortEvents } from "../../../fixtures/resolved-plan.js";
import { strictAjv } from "../../../fixtures/strict-ajv.js";
import type { EmittedFile } from "../../emitter.js";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";
import { jsonSchemaEmitter } from "./index.js";
import { jsonSchemaOptions } from "./options.js";

const emit = (plan: ResolvedPlan, options: object = {}) =>
  jsonSchemaEmitter.emit(plan, jsonSchemaOptions.parse(options)) as readonly EmittedFile[];

const schemaOf = (name: string, options: object = {}, plan = everyKindPlan) => {
  const file = emit(plan, options).find((it) => it.path === `events/${name}.schema.json`);
  return JSON.parse(file?.text ?? "null");
};

const check = (name: string, options: object = {}) => strictAjv().compile(schemaOf(name, options));

const hash = `h1_k1_${"a".repeat(22)}`;
const context = { tenant_id: "t_42", product: "cost" };

describe("json-schema", () => {
  it("makes what its goldens hold", () => {
    expectGoldens(fileURLToPath(new URL("fixtures", import.meta.url)), emit(everyKindPlan));
  });

  it("makes files that ajv compiles in strict mode, one by one and together", () => {
    const ajv = strictAjv();
    for (const { text } of emit(everyKindPlan)) ajv.addSchema(JSON.parse(text));
    for (const { text } of emit(everyKindPlan)) ajv.getSchema(JSON.parse(text).$id);
    expect(ajv.errors ?? null).toBeNull();
  });

  it("needs no vocabulary where annotations are off", () => {
    const ajv = new Ajv2020({ strict: true, validateFormats: false });
    for (const { text } of emit(everyKindPlan, { annotations: false }))
      ajv.compile(JSON.parse(text));
  });

  it("gives examples that its schemas accept", () => {
    const ajv = strictAjv();
    for (const { path, text } of emit(everyKindPlan)) {
      const { properties = {}, $defs, $id } = JSON.parse(text);
      for (const [name, property] of Object.entries<{ examples?: unknown[] }>(properties)) {
        const validate = ajv.compile({
          ...property,
          $defs,
          $id: `${$id}/${encodeURIComponent(name)}`,
        });
        for (const example of property.examples ?? [])
          expect(validate(example), `${path} ${name} ${JSON.stringify(example)}`).toBe(true);
      }
    }
  });

  it("refuses what is missing, unknown, of another type or of another product", () => {
    const validate = check("cost.anomaly.first_detected");
    const good = { ...context, anomaly_id: "an_8f2", score: 0.9 };
    expect(validate(good)).toBe(true);
    expect(validate({ ...good, app_version: "1.2.3" })).toBe(false);
    expect(validate({ ...good, score: 1.1 })).toBe(false);
    expect(validate({ ...good, colour: "red" })).toBe(false);
    expect(validate({ ...good, product: "run" })).toBe(false);
    expect(validate({ anomaly_id: "an_8f2", score: 0.9, product: "cost" })).toBe(false);
    expect(validate({ ...good, timestamp: "2027-01-01T00:00:00Z" })).toBe(false);
  });

  it("takes hashes for hashed values and nothing for dropped ones", () => {
    const validate = check("run.pii.seen");
    const good = { tenant_id: "t_1", product: "run", emails: [hash], names: [null] };
    expect(validate(good)).toBe(true);
    expect(validate({ ...good, emails: ["ada@example.com"] })).toBe(false);
    expect(validate({ ...good, names: ["Ada"] })).toBe(false);
    expect(validate({ ...good, dropped: "text" })).toBe(false);
    expect(validate({ ...good, notes: {} })).toBe(true);
    expect(validate({ ...good, notes: { a: "b" } })).toBe(false);
    expect(validate({ ...good, either: hash })).toBe(false);
    expect(validate({ ...good, either: hash, after_either: true })).toBe(true);
  });

  it("asks for a conditional property only where all its conditions hold", () => {
    const validate = check("cost.account.scanned");
    const base = { ...context, aws_account_id: hash, finished_at: "2027-01-15T09:30:00Z" };
    const failed = { ...base, scanner: "v2", outcome: "failed" };
    expect(validate(failed)).toBe(false);
    expect(validate({ ...failed, error_type: "denied" })).toBe(true);
    expect(validate({ ...failed, billing_day: "2027-01-15" })).toBe(true);
    expect(validate({ ...failed, outcome: "success" })).toBe(true);
    expect(validate({ ...base, outcome: "success" })).toBe(false);
  });

  it("keeps one schema for a name that products hold differently", () => {
    const validate = check("account.aws.connected");
    const arrived = { tenant_id: "t_1", aws_account_id: hash };
    expect(validate({ ...arrived, product: "cost", roles: ["reader"] })).toBe(true);
    expect(validate({ ...arrived, product: "run" })).toBe(true);
    expect(validate({ ...arrived, product: "run", roles: ["reader"] })).toBe(false);
  });

  it("can leave the context out, and let PostHog's own keys pass", () => {
    const event = { anomaly_id: "an_8f2", score: 0.9 };
    expect(check("cost.anomaly.first_detected", { context: false })(event)).toBe(true);
    const arrived = { ...context, ...event, $lib: "dd0c-track-node", $groups: { tenant: "t_42" } };
    expect(check("cost.anomaly.first_detected")(arrived)).toBe(false);
    expect(check("cost.anomaly.first_detected", { posthog_keys: true })(arrived)).toBe(true);
  });

  it("names schemas below the docs, a given base, or a URN", () => {
    const id = (options: object, docs: string | null) =>
      schemaOf("run.funnel", options, { ...resolvedPlan, docs }).$id;
    expect(id({}, "https://a.example")).toBe(
      "https://a.example/schemas/events/run.funnel.schema.json",
    );
    expect(id({ base_url: "https://b.example/" }, null)).toBe(
      "https://b.example/events/run.funnel.schema.json",
    );
    expect(id({}, null)).toBe("urn:tracking-plan:reference:events:run.funnel.schema.json");
  });

  it("only adds lines for an event that is added, first, last or between", () => {
    const before = new Map(emit(resolvedPlan).map((it) => [it.path, it.text]));
    for (const name of ["a.a.a", "cost.budget.set", "яя"]) {
      const events = sortEvents([...resolvedPlan.events, event(name)]);
      const after = new Map(emit({ ...resolvedPlan, events }).map((it) => [it.path, it.text]));
      const changed = [...after].filter(([path, text]) => before.get(path) !== text);
      expect(changed.map(([path]) => path).sort()).toEqual(
        ["bundle.schema.json", `events/${name}.schema.json`].sort(),
      );
      const old = before.get("bundle.schema.json")?.split("\n") ?? [];
      const rest = (after.get("bundle.schema.json")?.split("\n") ?? [])[Symbol.iterator]();
      expect(
        old.every((line) => {
          for (const next of rest) if (next === line) return true;
          return false;
        }),
      ).toBe(true);
    }
  });

  it("makes the same of a plan that it has seen before and of a copy of it", () => {
    const first = emit(everyKindPlan);
    expect(emit(everyKindPlan)).toEqual(first);
    expect(emit(structuredClone(everyKindPlan))).toEqual(first);
    const [type, ...types] = everyKindPlan.types;
    if (type === undefined) throw new Error("the plan has types");
    const other = { ...everyKindPlan, types: [{ ...type, description: "Elsewhere." }, ...types] };
    expect(emit(other)).toEqual(emit(structuredClone(other)));
  });
});
