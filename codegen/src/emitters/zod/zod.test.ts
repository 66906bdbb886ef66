import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { arrivingEvents } from "../../../fixtures/arriving-values.js";
import { always, event } from "../../../fixtures/build.js";
import { everyKindPlan } from "../../../fixtures/every-kind.js";
import { expectGoldens } from "../../../fixtures/goldens.js";
import { resolvedPlan, sortEvents } from "../../../fixtures/resolved-plan.js";
import { strictAjv } from "../../../fixtures/strict-ajv.js";
import type { EmittedFile } from "../../emitter.js";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";
import { jsonSchemaEmitter } from "../json-schema/index.js";
import { jsonSchemaOptions } from "../json-schema/options.js";
import { schemaOf, schemas } from "./fixtures/schemas.js";
import { zodEmitter } from "./index.js";
import { zodOptions } from "./options.js";

const emit = (plan: ResolvedPlan, options: object = {}) =>
  zodEmitter.emit(plan, zodOptions.parse(options)) as readonly EmittedFile[];

const textOf = (plan: ResolvedPlan, options: object = {}) => emit(plan, options)[0]?.text ?? "";
const golden = fileURLToPath(new URL("fixtures/schemas.ts", import.meta.url));

describe("zod", () => {
  it("makes what its golden holds", () => {
    expectGoldens(fileURLToPath(new URL("fixtures", import.meta.url)), emit(everyKindPlan));
  });

  it("makes a file that the strictest compiler takes", () => {
    const program = ts.createProgram([golden], {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      verbatimModuleSyntax: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map((it) => ts.flattenDiagnosticMessageText(it.messageText, "\n"));
    expect(messages).toEqual([]);
  });

  it("has a schema for every event name, and no other", () => {
    expect(Object.keys(schemas)).toEqual([...new Set(everyKindPlan.events.map((it) => it.name))]);
    expect(schemaOf("cost.anomaly.alerted")).toBe(schemas["cost.anomaly.alerted"]);
    expect(schemaOf("constructor")).toBeUndefined();
  });

  it.each([...new Set(everyKindPlan.events.map((it) => it.name))])(
    "accepts and refuses what the JSON Schema does: %s",
    (name) => {
      const files = jsonSchemaEmitter.emit(
        everyKindPlan,
        jsonSchemaOptions.parse({}),
      ) as readonly EmittedFile[];
      const bundle = JSON.parse(files.at(-1)?.text ?? "");
      const ajv = strictAjv().addSchema(bundle);
      const validate = ajv.getSchema(`${bundle.$id}#/$defs/${encodeURIComponent(name)}`);
      const events = everyKindPlan.events.filter((it) => it.name === name);
      const arriving = fc.oneof(...events.map((it) => arrivingEvents(everyKindPlan, it, true)));
      const seen = { accepted: 0, refused: 0 };
      fc.assert(
        fc.property(arriving, (properties) => {
          const isRight = validate?.(properties) === true;
          seen[isRight ? "accepted" : "refused"] += 1;
          const result = schemaOf(name)?.safeParse(properties);
          const why = JSON.stringify({
            properties,
            ajv: validate?.errors,
            zod: result?.error?.issues,
          });
          expect(result?.success, why).toBe(isRight);
          if (isRight) expect(result?.data).toEqual(properties);
        }),
        { numRuns: 200 },
      );
      expect(seen.accepted).toBeGreaterThan(20);
      expect(seen.refused).toBeGreaterThan(20);
    },
  );

  it("says where a conditional property is missing, and why it is needed", () => {
    const hash = `h1_k1_${"a".repeat(22)}`;
    const scanned = { tenant_id: "t_1", product: "cost", aws_account_id: hash, scanner: "v2" };
    const failed = { ...scanned, finished_at: "2027-01-15T09:30:00Z", outcome: "failed" };
    const result = schemas["cost.account.scanned"].safeParse(failed);
    expect(result.error?.issues).toMatchObject([
      {
        path: ["error_type"],
        message: "Required where outcome is failed and billing_day is not there.",
      },
    ]);
  });

  it("lets bundlers keep one schema alone", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { RunFunnelSchema } from ${JSON.stringify(golden)}; console.log(RunFunnelSchema);`,
        resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      },
      bundle: true,
      external: ["zod"],
      format: "esm",
      write: false,
    });
    const text = outputFiles.map((file) => file.text).join("");
    expect(text).toContain("tenant_id");
    expect(text).not.toContain("anomaly_id");
    expect(text.length).toBeLessThan(1000);
  });

  it("says where it can only ask for JSON", () => {
    const raw = always("raw", { kind: "json_schema", schema: { not: { type: "string" } } });
    const text = textOf({ ...resolvedPlan, events: [event("a.b.c", { properties: [raw] })] });
    expect(text).toContain(
      "/** Any JSON: zod cannot say what its JSON Schema says. */\n    raw: z.json(),",
    );
  });

  it("can leave the context out, and import zod from elsewhere", () => {
    const text = textOf(resolvedPlan, { context: false, module: "zod/v4" });
    expect(text).not.toContain("tenant_id");
    expect(text).toContain('import { z } from "zod/v4";');
  });

  it("only adds lines for an event that is added, first, last or between", () => {
    const old = textOf(resolvedPlan).split("\n");
    for (const name of ["a.a.a", "cost.budget.set", "яя"]) {
      const events = sortEvents([...resolvedPlan.events, event(name)]);
      const rest = textOf({ ...resolvedPlan, events })
        .split("\n")
        [Symbol.iterator]();
      const isKept = (line: string) => {
        for (const next of rest) if (next === line) return true;
        return false;
      };
      expect(old.every(isKept)).toBe(true);
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
