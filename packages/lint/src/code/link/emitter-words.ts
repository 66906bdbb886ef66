import { evaluate, refuel } from "./evaluate.js";
import { clientOfSpecifier } from "./generated-client.js";
import type { Links } from "./links.js";
import type { Fn, Module } from "./module.js";
import { vendorNamed } from "./vendors.js";

/** Words that mean an SDK or one of our clients wherever they stand. */
export const seedWords: readonly string[] = [
  ...[
    "posthog",
    "PostHog",
    "usePostHog",
    "$posthog",
    "postHog",
    "Posthog",
    "POSTHOG",
    "usePosthog",
  ],
  ...["posthogClient", "posthogNode", "phClient", "capture", "captureImmediate"],
  ...["mixpanel", "Mixpanel", "amplitude", "Amplitude", "rudderstack", "rudderanalytics"],
  ...["RudderAnalytics", "RudderStack", "AnalyticsBrowser", "openpanel", "plausible", "dd0c"],
];
/** Words that only count beside another: a package's name is made of them. */
export const seedPairs: readonly (readonly string[])[] = [
  ["vercel", "analytics"],
  ["firebase", "analytics"],
  ["segment", "analytics"],
  ["june", "analytics"],
  ["customerio", "analytics"],
  ["rudder", "sdk"],
  ["google", "third", "parties"],
  ["react", "ga4"],
  ["window", "analytics"],
  ["analytics", "node"],
  ["extension", "telemetry"],
];

/** The names by which what was found can be called, in files not read yet. */
export function emitterWords(links: Links): ReadonlySet<string> {
  const words = new Set(links.words);
  for (const [key, emitters] of links.emitters) {
    if ("fact" in key && "module" in key) addFunction(words, key as Fn);
    else if ("k" in key && typeof key.k === "string") words.add(key.k);
    for (const { next } of emitters)
      if (next) words.add(nameAround(next.call.module, next.call.fact.f));
  }
  for (const { emitter } of links.emissions.values())
    for (const name of Object.keys(vendorNamed(emitter.vendor)?.methods ?? {})) words.add(name);
  for (const module of links.modules) addClients(links, words, module);
  // A tracker that was handed on is bound where its file names no client.
  if ([...links.modules].some(hasClient)) for (const word of binders) words.add(word);
  words.delete("");
  words.delete("default");
  words.delete("constructor");
  return words;
}

function addFunction(words: Set<string>, { module, fact }: Fn): void {
  words.add(fact.n);
  // Anonymous or handed out by a hook: the names around it, and the module's for its default export.
  for (let up = fact.up; up >= 0; ) {
    const outer = module.functions[up];
    if (!outer) break;
    words.add(outer.fact.n);
    up = outer.fact.up;
  }
  // Whoever makes an instance may hand it on to where only a method's name is known.
  words.add(module.classes[fact.c]?.fact.n ?? "");
  if (module.exports.has("default")) words.add(baseName(module.file));
  for (const { n, value } of module.facts.exports)
    if (value.t === "name" && module.facts.bindings[value.b]?.n === fact.n) words.add(n);
}

function nameAround(module: Module, f: number): string {
  return module.functions[f]?.fact.n ?? "";
}

/** Exports that are a client: files that use them name one of its methods, and them. */
function addClients(links: Links, words: Set<string>, module: Module): void {
  refuel(links.world);
  for (const { n, value } of module.facts.exports)
    for (const it of evaluate(links.world, module, value, null)) {
      if (it.k === "generated") words.add("track").add(n === "default" ? baseName(module.file) : n);
      if (it.k !== "client") continue;
      for (const name of Object.keys(vendorNamed(it.vendor)?.methods ?? {})) words.add(name);
    }
}

const binders: readonly string[] = ["forTenant", "forPerson", "forWorkspace"];

function hasClient({ facts }: Module): boolean {
  return facts.generated !== null || facts.imports.some(({ m }) => clientOfSpecifier(m) !== null);
}

/** The longest word in a file's name; of an index file in its folder's. */
function baseName(file: string): string {
  const parts = file.replace(/\.[^/]+$/, "").split("/");
  const last = parts.at(-1) === "index" ? (parts.at(-2) ?? "") : (parts.at(-1) ?? "");
  return last.split(/[^\w$]+/).reduce((a, b) => (b.length > a.length ? b : a), "");
}
