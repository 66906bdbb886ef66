import { expect, test } from "vitest";
import { resolvedPlan } from "../../../fixtures/resolved-plan.js";
import { templateEmitter } from "./index.js";

test("every event is in the output, and the same plan gives the same bytes", async () => {
  const options = templateEmitter.options.parse({});
  const [file] = await templateEmitter.emit(resolvedPlan, options);
  for (const event of resolvedPlan.events) expect(file?.text).toContain(`${event.name}:`);
  expect(await templateEmitter.emit(resolvedPlan, options)).toEqual([file]);
});
