import type { Span } from "@dd0c/track-codegen";
import type { Analysis } from "../analysis.js";
import { isTestFile } from "../files/code-file.js";
import type { Links } from "../link/links.js";
import type { Module } from "../link/module.js";
import { createPathFilter } from "../path-filter.js";
import type { Project } from "../project.js";
import type { Handler } from "../site.js";
import { emissionsByName } from "./by-name.js";
import { generatedSites } from "./generated-sites.js";
import { handlersIn } from "./handlers-of.js";
import type { Surroundings } from "./place-of.js";
import { sitesOf } from "./sites-of.js";
import { touchesOf } from "./touches-of.js";
import { wrappersOf } from "./wrappers-of.js";

/** What was linked, as plain data in the order of files. */
export function report(
  project: Project,
  links: Links,
): Pick<Analysis, "sites" | "unresolved" | "touches" | "wrappers" | "handlers"> {
  const isIncluded = project.include ? createPathFilter(project.include) : () => true;
  const isTest = createPathFilter(project.tests ?? []);
  const handlers = new Map<Module, ReadonlyMap<number, Handler>>();
  const surroundings: Surroundings = {
    isTest: (file) => isTestFile(file) || isTest(file),
    handlersOf(module) {
      const known = handlers.get(module) ?? handlersIn(module);
      handlers.set(module, known);
      return known;
    },
  };
  for (const emission of emissionsByName(links))
    links.emissions.set(`${emission.call.module.file}#${emission.call.i} by name`, emission);
  const raw = sitesOf(links, surroundings);
  const generated = generatedSites(links, surroundings);
  const order = <T extends { readonly span: Span }>(list: readonly T[]): T[] =>
    list.filter((it) => isIncluded(it.span.file)).sort(byPlace);
  return {
    sites: order([...raw.sites, ...generated.sites]),
    unresolved: order([...raw.unresolved, ...generated.unresolved]),
    touches: order(touchesOf(links, surroundings)),
    wrappers: order(wrappersOf(links)),
    handlers: order([...links.modules].flatMap((it) => [...surroundings.handlersOf(it).values()])),
  };
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
