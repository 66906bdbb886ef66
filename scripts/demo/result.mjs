// The demo's facts as plain data, for tests and for whoever wants to read them with jq.
import { countBy } from "./checks.mjs";

/** What `--json` prints. */
export function resultOf(facts, seconds) {
  const {
    compiled,
    pages,
    lambda,
    bots,
    events,
    table,
    refusals,
    compiler,
    wire,
    check,
    live,
    failures,
  } = facts;
  const { plan, clients, ms, isCommitted } = compiled;
  const stages = plan.stages.map(({ name }) => name);
  return {
    ok: failures.length === 0,
    failures,
    seconds: Number(seconds.toFixed(2)),
    plan: {
      name: plan.name,
      version: plan.version,
      events: plan.events.length,
      products: plan.products.length,
      runtimes: plan.runtimes.length,
      clients,
      clients_are_committed: isCommitted,
      compile_ms: Math.round(ms),
    },
    browser: { name: pages.browser, is_real: pages.isReal, clicks: pages.clicks },
    lambda,
    slack: { commands: bots.commands, clicks: bots.clicks },
    arrived: {
      events: events.length,
      by_name: countBy(events, ({ event }) => event),
      by_runtime: countBy(
        events.filter(({ properties }) => properties.runtime),
        ({ properties }) => properties.runtime,
      ),
      by_product_and_stage: Object.fromEntries(
        table.map(({ product, counts }) => [
          product,
          Object.fromEntries(stages.map((stage, at) => [stage, counts[at]])),
        ]),
      ),
    },
    wire,
    schema_check: check,
    live_check: live,
    refused_by_compiler: compiler.refused.map(({ call, message }) => ({ call, message })),
    refused_at_run_time: refusals.map(({ tried, counter, count }) => ({ tried, counter, count })),
  };
}
