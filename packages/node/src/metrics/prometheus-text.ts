import type { Stats } from "@dd0c/track-core";
import { FIGURES, METRICS, valuesOf } from "./metrics";

/** Labels of all lines of a tracker, such as `{ product: "cost" }`. */
export type Labels = Readonly<Record<string, string | number>>;

/** A tracker's counters with the labels that tell it from the others of the process. */
export interface Measured {
  readonly stats: Stats;
  readonly labels?: Labels | undefined;
}

/** The `Content-Type` of the text. */
export const PROMETHEUS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * A tracker's counters in Prometheus' text format 0.0.4, ready for a `/metrics` endpoint. Gauges are
 * events and bytes of now, counters count since the start. For several trackers give a list: a
 * metric may be declared only once in a text.
 */
export function prometheusText(measured: Stats | readonly Measured[], labels: Labels = {}): string {
  const all = isList(measured) ? measured : [{ stats: measured, labels }];
  let text = "";
  for (const figure of FIGURES) {
    const { words, is, help } = METRICS[figure];
    const name = ["dd0c_track", ...words, ...(is === "counter" ? ["total"] : [])].join("_");
    let lines = "";
    for (const { stats, labels: own = {} } of all)
      for (const [value, reason] of valuesOf(stats, figure))
        lines += `${name}${written(reason === undefined ? own : { ...own, reason })} ${value}\n`;
    if (lines) text += `# HELP ${name} ${help}\n# TYPE ${name} ${is}\n${lines}`;
  }
  return text;
}

function isList(measured: Stats | readonly Measured[]): measured is readonly Measured[] {
  return Array.isArray(measured);
}

function written(labels: Labels): string {
  // Two names that become one would make the line unreadable: the last one stands.
  const byName = new Map(Object.entries(labels).map(([name, value]) => [nameOf(name), value]));
  const pairs = [...byName].map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return pairs.length ? `{${pairs.join()}}` : "";
}

/** A label's name as the format allows it; `__` at the start is Prometheus' own. */
function nameOf(name: string): string {
  return name.replace(/\W/g, "_").replace(/^(?=\d|$)|^__+/, "_");
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
}
