import type { PlanRule } from "../plan-rule.js";
import { wordsIn } from "../words-in.js";
import { yaml } from "../yaml.js";

const clientsOwn = wordsIn("product product_name runtime platform plan plan_version");
const clocksOwn = wordsIn("timestamp sent_at occurred_at");

/** P403: what the client or the clock knows is not asked of the caller. */
export const contextCallerSettable: PlanRule = {
  page: {
    id: "P403",
    name: "context-caller-settable",
    family: "plan",
    title: "A field that callers may forge",
    why: "A caller who may say which product or when can put one product's events under another's name, by mistake or not.",
    fix: "Say `from: client` for the product and the runtime, `from: clock` for the time.",
    severity: "error",
    preset: "recommended",
    locked: true,
    bad: yaml`
      plan: shop
      context:
        product: { from: caller }
    `,
    good: yaml`
      plan: shop
      context:
        product: { from: client }
    `,
  },
  check: ({ plan }) =>
    plan.context.flatMap(({ name, from, origin }) => {
      const owner = clientsOwn.has(name) ? "client" : clocksOwn.has(name) ? "clock" : null;
      if (from !== "caller" || owner === null) return [];
      return [
        {
          subject: { path: `context/${name}`, origin, event: null },
          message: `"${name}" comes from the caller, and the ${owner} knows it.`,
          help: `Say \`from: ${owner}\`.`,
        },
      ];
    }),
};
