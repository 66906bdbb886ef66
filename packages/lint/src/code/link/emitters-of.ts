import type { Emitter, Slot } from "./emitter.js";
import { evaluate } from "./evaluate.js";
import type { Links } from "./links.js";
import { type CallRef, constructorOf } from "./module.js";
import type { Frame, Value } from "./value.js";
import { type Slots, vendorNamed } from "./vendors.js";

/** A value that sends, and how a call's arguments are shifted. */
export interface Sending {
  readonly emitter: Emitter;
  readonly bound: number;
  /** Where the function was made: what stands around it has values there. */
  readonly frame: Frame | null;
}

/** The ways in which a call of this value sends an event. */
export function emittersOf(links: Links, value: Value, call: CallRef): readonly Sending[] {
  switch (value.k) {
    case "function":
      return (links.emitters.get(value.fn) ?? []).map((emitter) => ({
        emitter,
        bound: value.bound,
        frame: value.frame,
      }));
    case "class": {
      const made = call.fact.kind === "new" ? constructorOf(value.cls) : null;
      return (made ? (links.emitters.get(made) ?? []) : []).map((emitter) => ({
        emitter,
        bound: 0,
        frame: null,
      }));
    }
    case "typed":
      return (value.member ? (links.emitters.get(value.member) ?? []) : []).map((emitter) => ({
        emitter,
        bound: 0,
        frame: null,
      }));
    case "method": {
      const vendor = vendorNamed(value.vendor);
      const slots = vendor?.methods[value.name] ?? vendor?.functions[value.name];
      if (!slots) return [];
      return [{ emitter: sdkEmitter(links, value, slots, call), bound: 0, frame: null }];
    }
    case "builtin":
      // `track.call(this, "x")`: one argument more before the function's own.
      return value.name === "call"
        ? emittersOf(links, value.of, call).map((it) => ({ ...it, bound: it.bound - 1 }))
        : [];
    default:
      return [];
  }
}

function sdkEmitter(
  links: Links,
  { vendor, isPayload, isGuess }: Extract<Value, { k: "method" }>,
  slots: Slots,
  call: CallRef,
): Emitter {
  const base = {
    kind: "sdk" as const,
    vendor,
    added: [],
    next: null,
    fn: null,
    isGuess: isGuess === true,
  };
  const { payload } = slots;
  if (payload && takesPayload(links, isPayload, call))
    return {
      ...base,
      name: [{ i: 0, path: [payload.event] }],
      event: { i: 0, path: [payload.event] },
      properties: { i: 0, path: [payload.properties] },
      distinctId: { i: 0, path: [payload.distinctId] },
      options: null,
    };
  const slot = (i: number | null): Slot | null => (i === null ? null : { i, path: [] });
  return {
    ...base,
    name: [{ i: slots.event, path: [] }],
    event: { i: slots.event, path: [] },
    properties: slot(slots.properties),
    distinctId: null,
    options: slot(slots.options),
  };
}

/** Whether this call passes one object; what stands there decides before what the SDK documents. */
function takesPayload(links: Links, isPayload: boolean | null, call: CallRef): boolean {
  const [first] = call.fact.args;
  if (!first) return false;
  const values = evaluate(links.world, call.module, first, null);
  if (values.some((it) => it.k === "object")) return true;
  if (values.some((it) => it.k === "string" || it.k === "composed")) return false;
  return isPayload ?? (call.fact.args.length === 1 && values.some((it) => it.k === "typed"));
}
