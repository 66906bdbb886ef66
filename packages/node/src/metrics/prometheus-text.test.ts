import type { Stats } from "@dd0c/track-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Measured, prometheusText } from "./prometheus-text";

const stats: Stats = {
  accepted: 10,
  sent: 7,
  retried: 2,
  dropped: { queue_full: 3 },
  pii_dropped: 1,
  queued: 4,
  in_flight: 5,
  bytes: 600,
};

interface Sample {
  readonly metric: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

const UNESCAPED: Readonly<Record<string, string>> = { n: "\n", "\\": "\\", '"': '"' };

/** Reads the format as strictly as Prometheus does, and a little more. */
function parse(text: string): { samples: Sample[]; types: Map<string, string> } {
  const samples: Sample[] = [];
  const types = new Map<string, string>();
  let declared = "";
  expect(text.endsWith("\n")).toBe(true);
  const lines = text.slice(0, -1).split("\n");
  lines.forEach((line, at) => {
    const help = /^# HELP ([a-zA-Z_:][\w:]*) [^\\]+$/.exec(line);
    if (help) {
      expect(lines[at + 1]).toMatch(new RegExp(`^# TYPE ${help[1]} (counter|gauge)$`));
      return;
    }
    const type = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge)$/.exec(line);
    if (type?.[1] && type[2]) {
      expect(types.has(type[1])).toBe(false);
      declared = type[1];
      types.set(declared, type[2]);
      return;
    }
    const sample = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\d+)$/.exec(line);
    expect(sample, line).not.toBeNull();
    expect(sample?.[1]).toBe(declared);
    samples.push({
      metric: declared,
      labels: parseLabels(sample?.[2]),
      value: Number(sample?.[3]),
    });
  });
  return { samples, types };
}

function parseLabels(text = ""): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const pair = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,(?=.)|$)/y;
  while (pair.lastIndex < text.length) {
    const found = pair.exec(text);
    expect(found, text).not.toBeNull();
    const [, name = "", value = ""] = found ?? [];
    expect(labels.has(name)).toBe(false);
    labels.set(
      name,
      value.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? "?"),
    );
  }
  return labels;
}

describe("prometheusText", () => {
  it("has every figure, counters with _total", () => {
    const { samples, types } = parse(prometheusText(stats));
    expect(Object.fromEntries(types)).toEqual({
      dd0c_track_events_accepted_total: "counter",
      dd0c_track_events_sent_total: "counter",
      dd0c_track_events_retried_total: "counter",
      dd0c_track_events_dropped_total: "counter",
      dd0c_track_pii_values_dropped_total: "counter",
      dd0c_track_events_queued: "gauge",
      dd0c_track_events_in_flight: "gauge",
      dd0c_track_queue_bytes: "gauge",
    });
    const simple = samples.filter(({ labels }) => labels.size === 0).map(({ value }) => value);
    expect(simple).toEqual([10, 7, 2, 1, 4, 5, 600]);
  });

  it("counts drops by reason, those that never happened as 0", () => {
    const dropped = parse(prometheusText(stats, { product: "cost" })).samples.filter(
      ({ metric }) => metric === "dd0c_track_events_dropped_total",
    );
    const by = Object.fromEntries(dropped.map((it) => [it.labels.get("reason"), it.value]));
    expect(by).toMatchObject({ queue_full: 3, too_large: 0, failed: 0 });
    expect(dropped.every(({ labels }) => labels.get("product") === "cost")).toBe(true);
  });

  it("declares each metric once for several trackers", () => {
    const all: Measured[] = ["cost", "run"].map((product) => ({ stats, labels: { product } }));
    const { samples } = parse(prometheusText(all));
    const sent = samples.filter(({ metric }) => metric === "dd0c_track_events_sent_total");
    expect(sent.map(({ labels }) => labels.get("product"))).toEqual(["cost", "run"]);
  });

  it("stays readable whatever the labels are", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (labels) => {
        const { samples } = parse(prometheusText(stats, labels));
        const values = [...(samples[0]?.labels.values() ?? [])];
        for (const value of values) expect(Object.values(labels)).toContain(value);
      }),
    );
    const { samples } = parse(
      prometheusText(stats, { reason: "mine", __name__: "x", "9": 'a\\n"\n' }),
    );
    const expected = { _9: 'a\\n"\n', _name__: "x", reason: "mine" };
    expect(Object.fromEntries(samples[0]?.labels ?? [])).toEqual(expected);
  });
});
