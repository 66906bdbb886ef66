import type { ConfiguredEmitter } from "../project.js";
import type { NamePart, Slot } from "./emitter.js";
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
      name: nameOf(it.name ?? "{0}", slotOf(it.event) ?? { i: 0, path: [] }),
      event: slotOf(it.event) ?? { i: 0, path: [] },
      properties: slotOf(it.properties),
      distinctId: slotOf(it.distinctId),
      options: null,
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

/** `{0} - [WEB]` as parts. */
function nameOf(template: string, slot: Slot): NamePart[] {
  return template
    .split("{0}")
    .flatMap((text, index): NamePart[] => (index === 0 ? [text] : [slot, text]))
    .filter((it) => it !== "");
}
