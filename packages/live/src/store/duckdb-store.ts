import type { ResolvedPlan } from "@dd0c/track-codegen";
import type { LiveEvent } from "../session/live-event.js";
import type { EventStore } from "./event-store.js";
import { loadDuckDb } from "./load-duckdb.js";
import { jsonText, sentText } from "./sent-text.js";
import { sessionTables } from "./session-tables.js";

/** How a session's file is made. */
export interface DuckDbStoreOptions {
  /** The file; it must not be there yet. Its folder must. */
  readonly path: string;
  readonly plan: ResolvedPlan;
  readonly startedAt: number;
  /** Told once where the disk fails; events are then held in memory alone. */
  readonly onError: (error: Error) => void;
}

/** Rows in one go: DuckDB's columns work in thousands. */
const mostRows = 8_192;
/** How long a row waits for company, in ms. */
const longestWait = 1_000;
/** How much is written before DuckDB packs it: each time it packs a table's last rows anew, which costs as much as they do. */
const checkpointEvery = "64MB";
/** What may wait before senders do. */
const mostWaiting = 16_384;
const mostWaitingBytes = 48 * 1024 * 1024;

/**
 * Keeps a session's events in a DuckDB file: appended to a table in memory, then moved in one statement
 * into typed columns. Null where DuckDB is not installed.
 */
export async function createDuckDbStore(options: DuckDbStoreOptions): Promise<EventStore | null> {
  const duckdb = await loadDuckDb();
  if (duckdb === null) return null;
  const { plan, path, startedAt, onError } = options;
  const instance = await duckdb.DuckDBInstance.create(path, {
    threads: "1",
    memory_limit: "384MB",
  });
  const connection = await instance.connect();
  const tables = sessionTables(plan, startedAt);
  await connection.run(`SET wal_autocheckpoint = '${checkpointEvery}'`);
  for (const sql of tables.create) await connection.run(sql);
  const appender = await connection.createAppender("staged");

  let waiting: LiveEvent[] = [];
  let waitingBytes = 0;
  let sizes: number[] = [];
  let writing: Promise<void> | undefined;
  let hurry: (() => void) | undefined;
  let isBroken = false;
  let hasRoom: (() => void)[] = [];

  const isFull = (): boolean => waiting.length >= mostWaiting || waitingBytes >= mostWaitingBytes;

  function stage(event: LiveEvent): void {
    const { arrived, violations } = event;
    const text = (value: string | null): void =>
      value === null ? appender.appendNull() : appender.appendVarchar(value);
    const time = arrived.timestamp === null ? Number.NaN : Date.parse(arrived.timestamp);
    appender.appendDouble(event.seq);
    appender.appendDouble(event.at);
    // DuckDB counts further than anybody's clock should be wrong.
    if (Math.abs(time) < 8e15) appender.appendDouble(time);
    else appender.appendNull();
    text(arrived.event);
    text(event.verdict);
    text(event.product);
    text(event.tenant);
    text(arrived.distinctId);
    text(event.runtime);
    text(arrived.uuid);
    text([...new Set(violations.map(({ code }) => code))].join(" "));
    text(restText(event));
    text(sentText(arrived));
    appender.endRow();
  }

  /** What has no column of its own: PostHog's properties, unplanned ones, and those of another type than planned. */
  function restText({ arrived: { properties }, violations }: LiveEvent): string | null {
    const wrong = new Set(violations.map(({ path: at }) => at.split(/[.[]/)[0]));
    const rest = Object.entries(properties).filter(
      ([name]) => !tables.typed.has(name) || wrong.has(name),
    );
    return rest.length === 0 ? null : jsonText(Object.fromEntries(rest));
  }

  async function write(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longestWait);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
      if (waiting.length >= mostRows) hurry();
    });
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostRows);
      for (const bytes of sizes.splice(0, mostRows)) waitingBytes -= bytes;
      for (const event of batch) stage(event);
      appender.flushSync();
      await connection.run(tables.take);
      await connection.run("TRUNCATE staged");
      if (!isFull()) wake();
    }
  }

  function wake(): void {
    for (const tell of hasRoom) tell();
    hasRoom = [];
  }

  function begin(): void {
    writing ??= write()
      .catch((error: unknown) => {
        isBroken = true;
        waiting = [];
        sizes = [];
        waitingBytes = 0;
        onError(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        writing = undefined;
        wake();
        if (waiting.length > 0) begin();
      });
  }

  return {
    async append(events, bytes) {
      if (isBroken) return;
      const each = bytes / Math.max(1, events.length);
      for (const event of events) {
        waiting.push(event);
        sizes.push(each);
        waitingBytes += each;
      }
      begin();
      if (waiting.length >= mostRows) hurry?.();
      if (isFull()) await new Promise<void>((resolve) => hasRoom.push(resolve));
    },
    async close() {
      while (writing !== undefined) {
        hurry?.();
        await writing;
      }
      if (!isBroken) appender.closeSync();
      connection.closeSync();
      instance.closeSync();
    },
  };
}
