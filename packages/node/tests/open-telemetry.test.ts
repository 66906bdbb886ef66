import { metrics } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { afterEach, expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-node";
import { observeWithOpenTelemetry } from "../src/metrics/observe-with-open-telemetry";

const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 600_000 });
afterEach(() => reader.shutdown());

/** The points of a metric as the SDK would export them. */
async function collect(name: string) {
  exporter.reset();
  await reader.forceFlush();
  const all = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
  const metric = all
    .flatMap(({ metrics: list }) => list)
    .find(({ descriptor }) => descriptor.name === name);
  return metric?.dataPoints.map(({ value, attributes }) => ({ value, attributes }));
}

test("OpenTelemetry's own SDK reads the counters through its own API, until it is told to stop", async () => {
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  const tracker = createTracker({
    api_key: "phc",
    host: "http://127.0.0.1:9",
    context: { app_version: "1" },
    onError: () => {},
  });
  const track = (count: number): void => {
    for (let n = 0; n < count; n++) tracker.forTenant("t1").track.cost.anomaly.snoozed();
  };
  const attributes = { product: "cost" };
  const stop = observeWithOpenTelemetry(metrics.getMeter("app"), tracker, attributes);
  track(7);
  expect(await collect("dd0c_track.events.accepted")).toEqual([{ value: 7, attributes }]);
  expect(await collect("dd0c_track.events.queued")).toEqual([{ value: 7, attributes }]);
  await tracker.shutdown({ timeout: 0 });
  expect(await collect("dd0c_track.events.dropped")).toContainEqual({
    value: 7,
    attributes: { ...attributes, reason: "closed" },
  });
  stop();
  track(5);
  expect(await collect("dd0c_track.events.dropped")).toContainEqual({
    value: 7,
    attributes: { ...attributes, reason: "closed" },
  });
});
