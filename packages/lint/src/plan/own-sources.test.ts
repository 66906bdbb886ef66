import { compilePlan, memoryFiles } from "@dd0c/track-codegen";
import { expect, test } from "vitest";
import { ownSources } from "./own-sources.js";

const files = {
  "shop/plan.yaml":
    "plan: shop\nimports: { pay: { plan: ../pay/plan.yaml }, kit: { plan: kit/plan.yaml } }\nfiles: [events]\n",
  "shop/events/order.yaml": "events: { paid: { description: Money arrived. } }\n",
  "shop/kit/plan.yaml": "plan: kit\nproperties: { a: { type: string } }\n",
  "shop/kit/more.yaml": "properties: { b: { type: string } }\n",
  "pay/plan.yaml": "plan: pay\nevents: { charged: { description: The card was charged. } }\n",
};

test.each([
  ["shop/plan.yaml", ["shop/plan.yaml", "shop/events/order.yaml"]],
  ["shop/kit/plan.yaml", ["shop/kit/plan.yaml", "shop/kit/more.yaml"]],
  ["pay/plan.yaml", ["pay/plan.yaml"]],
])("the files of %s", (root, wanted) => {
  const { plan, sources, diagnostics } = compilePlan(root, memoryFiles(files));
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  expect([...ownSources(plan, sources).keys()].sort()).toEqual([...wanted].sort());
});
