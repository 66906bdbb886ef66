import type { Stats } from "@dd0c/track-core";
import { FIGURES, METRICS, valuesOf } from "./metrics";

/** As much of an OpenTelemetry meter as we call: `metrics.getMeter("…")` of `@opentelemetry/api` is one. */
export interface OpenTelemetryMeter<Instrument extends object = object> {
  createObservableCounter(name: string, options: InstrumentOptions): Instrument;
  createObservableUpDownCounter(name: string, options: InstrumentOptions): Instrument;
  addBatchObservableCallback(
    callback: (result: InstrumentResult<Instrument>) => void,
    instruments: Instrument[],
  ): void;
  removeBatchObservableCallback(
    callback: (result: InstrumentResult<Instrument>) => void,
    instruments: Instrument[],
  ): void;
}

/** How an instrument is described. */
export interface InstrumentOptions {
  readonly description: string;
  readonly unit: string;
}

/** What a reading is written into. */
export interface InstrumentResult<Instrument> {
  observe(instrument: Instrument, value: number, attributes?: Record<string, string>): void;
}

const UNITS = { events: "{event}", values: "{value}", bytes: "By" } as const;

/**
 * Shows a tracker's counters as OpenTelemetry metrics (`dd0c_track.events.sent` and so on), read once
 * whenever the host's SDK collects. `attributes` tell the tracker from the others of the process.
 * Returns a function that ends it.
 */
export function observeWithOpenTelemetry<Instrument extends object>(
  meter: OpenTelemetryMeter<Instrument>,
  tracker: { stats(): Stats },
  attributes: Readonly<Record<string, string>> = {},
): () => void {
  const instruments = FIGURES.map((figure) => {
    const { words, is, of, help } = METRICS[figure];
    const name = `dd0c_track.${words.join(".")}`;
    const options = { description: help, unit: UNITS[of] };
    return is === "counter"
      ? meter.createObservableCounter(name, options)
      : meter.createObservableUpDownCounter(name, options);
  });
  const read = (result: InstrumentResult<Instrument>): void => {
    const stats = tracker.stats();
    FIGURES.forEach((figure, at) => {
      const instrument = instruments[at];
      if (!instrument) return;
      for (const [value, reason] of valuesOf(stats, figure))
        result.observe(instrument, value, reason ? { ...attributes, reason } : { ...attributes });
    });
  };
  meter.addBatchObservableCallback(read, instruments);
  return () => meter.removeBatchObservableCallback(read, instruments);
}
