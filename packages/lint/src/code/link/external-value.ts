import type { Value } from "./value.js";
import { unknown } from "./value.js";
import { type VendorFact, vendorNamed, vendorOf } from "./vendors.js";

/** Steps of a path from a module's exports: `new` and `()` stand for being called. */
const NEW = "new";
const CALL = "()";

/** What a path into a package is: an SDK's client or method, or just something from outside. */
export function externalValue(m: string, path: readonly string[]): Value {
  const vendor = vendorOf(m);
  if (vendor) {
    const text = written(path);
    const slots = vendor.functions[text];
    if (slots)
      return { k: "method", vendor: vendor.name, name: text, isPayload: payloadOf(vendor, m) };
    if (path.length === 0 && vendor.clients.includes("*")) return client(vendor, m);
    if (vendor.clients.includes(text)) return client(vendor, m);
  }
  return { k: "external", m, path };
}

/** A member of an SDK's client. */
export function clientMember(of: Extract<Value, { k: "client" }>, key: string): Value {
  const vendor = vendorNamed(of.vendor);
  // `default`, `instance` and the like are the client again; so is what a factory on it gives.
  if (key === "default" || key === "instance" || key === "0") return of;
  if (!vendor) return unknown("external");
  const { vendor: name, isPayload } = of;
  return of.isGuess
    ? { k: "method", vendor: name, name: key, isPayload, isGuess: true }
    : { k: "method", vendor: name, name: key, isPayload };
}

/** What a call of an SDK's method gives: `init` and its like give a client. */
export function methodResult(of: Extract<Value, { k: "method" }>): Value {
  const makes = ["init", "getInstance", "createInstance", "load", "withContext", "getClient"];
  if (!makes.includes(of.name)) return unknown("external");
  const { vendor, isPayload } = of;
  return of.isGuess
    ? { k: "client", vendor, isPayload, isGuess: true }
    : { k: "client", vendor, isPayload };
}

/** A step further from something outside. */
export function externalStep(of: Extract<Value, { k: "external" }>, step: string): Value {
  if (of.path.length > 8) return unknown("external");
  return externalValue(of.m, [...of.path, step]);
}

export { CALL, NEW };

function client(vendor: VendorFact, m: string): Value {
  return { k: "client", vendor: vendor.name, isPayload: payloadOf(vendor, m) };
}

function payloadOf(vendor: VendorFact, m: string): boolean | null {
  return vendor.payload ? vendor.payload.test(m) : null;
}

/** `["PostHog", "new"]` → `new PostHog`; `["a", "b", "()"]` → `a.b()`. */
function written(path: readonly string[]): string {
  let text = "";
  for (const step of path) {
    if (step === NEW) text = `new ${text}`;
    else if (step === CALL) text += "()";
    else text = text === "" ? step : `${text}.${step}`;
  }
  return text;
}
