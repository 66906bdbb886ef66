import type { ResolvedPlan } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { typesNamedIn } from "../../diff/types-named-in.js";

/** Generated code has another name or place. */
export const generatedSymbolChanged: BreakingRule = {
  page: breakingPage({
    id: "B501",
    name: "generated-symbol-changed",
    title: "Generated code has another name or place",
    why: "The plan says nearly the same, but what people import is gone.",
    fix: "Keep the name, or change the imports in the same commit.",
    severity: "error",
    audiences: ["source"],
    bad: example`
      +products: { shop: {}, desk: {} }
       events:
         order_paid:
           description: Money arrived.
      +    products: [shop]
    `,
    good: example`
      products: { shop: {}, desk: {} }
      events:
        order_paid:
          description: Money arrived.
    `,
  }),
  checks: {
    plan: ({ base, head }) => [...movedClients(base, head), ...lostTypes(base, head)],
  },
};

/** Clients of a plan without products stand in the output folder, others in a folder of their product. */
function movedClients(base: ResolvedPlan, head: ResolvedPlan): readonly Notice[] {
  const was = base.products.some(({ implicit }) => implicit);
  const is = head.products.some(({ implicit }) => implicit);
  if (was === is) return [];
  return [
    {
      message: is
        ? "The plan names no products any more: its clients move out of their products' folders, and imports of them fail."
        : "The plan names products now: its clients move into a folder for each, and imports of them fail.",
      help: "Change the imports in the same commit.",
      within: "products",
      digest: String(is),
    },
  ];
}

/** A named type is an exported interface of the clients that use it. */
function lostTypes(base: ResolvedPlan, head: ResolvedPlan): readonly Notice[] {
  const gone = base.types.filter(({ name }) => !head.types.some((it) => it.name === name));
  if (gone.length === 0) return [];
  const used = typesNamedIn(base);
  return gone
    .filter(({ name }) => used.has(name))
    .map(({ name }) => ({
      message: `The named type \`${name}\` is gone: imports of its interface fail.`,
      help: "Keep the type until nobody imports it.",
      within: `types/${name}`,
    }));
}
