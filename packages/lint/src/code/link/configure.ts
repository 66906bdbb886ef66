import type { ConfiguredEmitter } from "../project.js";
import type { Slot } from "./emitter.js";
import { moduleExport } from "./export-value.js";
import { addEmitter } from "./link.js";
import type { Links } from "./links.js";
import { memberValue } from "./member-value.js";
import type { Module } from "./module.js";
import type { Value } from "./value.js";

/** Makes emitters of what the config says. Returns what it names and the code base has not. */
export function configureEmitters(
  links: Links,
  load: (file: string) => Module | null,
): readonly ConfiguredEmitter[] {
  return links.configured.filter((it) => !configure(links, load, it));
}

function configure(
  links: Links,
  load: (file: string) => Module | null,
  it: ConfiguredEmitter,
): boolean {
  const module = load(it.module);
  if (!module) return false;
  const [name = "default", ...path] = it.export.split(".");
  let values: readonly Value[] = moduleExport(links.world, module, name, 0) ?? [];
  for (const key of path)
    values = values.flatMap((value) =>
      memberValue(
        links.world,
        value.k === "class" ? { k: "instance", cls: value.cls } : value,
        key,
      ),
    );
  let isFound = false;
  for (const value of values) {
    const key = value.k === "function" ? value.fn : value.k === "typed" ? value.member : null;
    if (!key) continue;
    isFound = true;
    addEmitter(links, key, {
      kind: "configured",
      vendor: "configured",
      event: slotOf(it.event) ?? { i: 0, path: [] },
      properties: slotOf(it.properties),
      distinctId: slotOf(it.distinctId),
      options: null,
      template: it.name && it.name !== "{0}" ? templateOf(it.name) : null,
      added: [],
      next: null,
      fn: value.k === "function" ? value.fn : null,
      isGuess: false,
    });
  }
  return isFound;
}

/** `1`, `"0.event"`. */
function slotOf(place: number | string | null | undefined): Slot | null {
  if (place === null || place === undefined) return null;
  const [i = "0", ...path] = String(place).split(".");
  return { i: Number(i), path };
}

function templateOf(name: string): (string | null)[] {
  const [head = "", ...rest] = name.split("{0}");
  return rest.length === 0
    ? [head]
    : [head, ...rest.flatMap((it) => [null, it])].filter((it) => it !== "");
}
