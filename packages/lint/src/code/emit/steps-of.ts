import type { Emitter } from "../link/emitter.js";
import type { CallRef } from "../link/module.js";
import type { Step } from "../site.js";
import { spanOf } from "./span-of.js";
import { chainOf } from "./value-fact-of.js";

/** From a call to the SDK, the call first. */
export function stepsOf(call: CallRef, emitter: Emitter): readonly Step[] {
  const steps: Step[] = [];
  let here: { readonly call: CallRef; readonly emitter: Emitter } | null = { call, emitter };
  while (here && steps.length < 24) {
    steps.push({
      span: spanOf(here.call.module, here.call.fact.at),
      label: labelOf(here.call),
      kind: kindOf(here.call, here.emitter, steps.length === 0),
    });
    if (here.emitter.kind === "configured")
      steps.push({ ...lastOf(steps, here.call), kind: "configured", label: "configured emitter" });
    here = here.emitter.next;
  }
  return steps;
}

function kindOf(call: CallRef, emitter: Emitter, isFirst: boolean): Step["kind"] {
  if (call.fact.kind === "jsx") return "jsx";
  if (emitter.kind === "sdk") return "sdk";
  return isFirst ? "call" : "wrapper";
}

function lastOf(steps: readonly Step[], call: CallRef): Step {
  return steps.at(-1) ?? { span: spanOf(call.module, call.fact.at), label: "", kind: "call" };
}

/** `posthog.capture`, `<Button>`. */
export function labelOf({ module, fact }: CallRef): string {
  const chain = chainOf(module, fact.callee).join(".");
  const name = chain === "" ? "(function)" : chain;
  return fact.kind === "jsx" ? `<${name}>` : name;
}
