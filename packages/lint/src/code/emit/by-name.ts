import type { Expr } from "../facts/expr.js";
import { calleeValues, lastName } from "../link/callee-values.js";
import type { Emission, Emitter } from "../link/emitter.js";
import { open } from "../link/link.js";
import type { Links } from "../link/links.js";
import type { Module } from "../link/module.js";
import { sentNames } from "../link/wrapper-of.js";

/** Names that many things have which send nothing. */
const GENERIC: ReadonlySet<string> = new Set([
  ...[
    "log",
    "send",
    "emit",
    "call",
    "add",
    "record",
    "push",
    "run",
    "track",
    "capture",
    "event",
    "on",
  ],
  ...[
    "write",
    "set",
    "get",
    "handle",
    "handler",
    "init",
    "start",
    "update",
    "submit",
    "execute",
    "fire",
  ],
  ...[
    "dispatch",
    "notify",
    "report",
    "info",
    "warn",
    "error",
    "debug",
    "trace",
    "fn",
    "callback",
    "cb",
  ],
  ...[
    "page",
    "screen",
    "identify",
    "group",
    "create",
    "save",
    "process",
    "invoke",
    "apply",
    "request",
  ],
  ...[
    "register",
    "publish",
    "post",
    "mutate",
    "trigger",
    "default",
    "next",
    "use",
    "message",
    "onClick",
  ],
]);
const TELLING = /analytic|telemetr|track(er|ing)|post_?hog|mixpanel|segment|amplitude|metrics/i;

/**
 * Calls whose callee nothing says anything about, but which bear the distinctive name of a wrapper of
 * this code base. They are hints, of the lowest tier, and only with a name that is known.
 */
export function emissionsByName(links: Links): readonly Emission[] {
  const byName = new Map<string, Emitter[]>();
  for (const emitters of links.emitters.values())
    for (const emitter of emitters) {
      const name = emitter.fn?.fact.n ?? "";
      if (name.length > 2) byName.set(name, [...(byName.get(name) ?? []), emitter]);
    }
  const sending = new Set([...links.emissions.values()].map((it) => it.call));
  const found: Emission[] = [];
  for (const call of links.calls) {
    if (sending.has(call) || call.fact.kind) continue;
    const name = lastName(call.module, call.fact.callee);
    const [emitter] = byName.get(name) ?? [];
    if (!emitter || (GENERIC.has(name) && !isTelling(call.module, call.fact.callee))) continue;
    const values = open(links, () => calleeValues(links, call));
    if (values.some((it) => !["unknown", "symbol"].includes(it.k))) continue;
    const sent = open(links, () => sentNames(links, call, emitter, 0, null));
    if (sent.length === 0 || sent.some((it) => it.k !== "string")) continue;
    found.push({ call, emitter: { ...emitter, isGuess: true }, bound: 0, values: sent });
  }
  return found;
}

function isTelling(module: Module, callee: Expr): boolean {
  return callee.t === "member" && TELLING.test(lastName(module, callee.of));
}
