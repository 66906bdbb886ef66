import { existsSync } from "node:fs";
import type { ArrivedEvent } from "../check/arrived-event.js";
import { parseCapture } from "../endpoint/parse-capture.js";
import { type DuckDb, loadDuckDb } from "./load-duckdb.js";

/** What a query came to. */
export interface QueryResult {
  readonly columns: readonly string[];
  /** JSON values; numbers beyond JavaScript's are texts. */
  readonly rows: readonly (readonly unknown[])[];
}

/** A session of the past, read and never written. */
export interface PastSession {
  readonly plan: string;
  readonly version: string;
  readonly startedAt: number;
  /** Its events in the order of their arrival, some at a time, with the moment at which they arrived. */
  events(): AsyncIterable<readonly { readonly at: number; readonly arrived: ArrivedEvent }[]>;
  query(sql: string): Promise<QueryResult>;
  close(): void;
}

/** Why a session's file cannot be opened. */
export class NoSession extends Error {
  override readonly name: string = "NoSession";
}

/** Opens a session's file; throws `NoSession` where there is none, or no DuckDB. */
export async function openPastSession(path: string): Promise<PastSession> {
  if (!existsSync(path)) throw new NoSession(`There is no session at ${path}.`);
  const duckdb = await loadDuckDb();
  if (duckdb === null)
    throw new NoSession(
      "DuckDB is not installed: `npm install @duckdb/node-api@1.5.6-r.1` opens sessions.",
    );
  const { instance, connection } = await connect(duckdb, path);
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const reader = await connection.runAndReadAll(
      "SELECT plan, version, epoch_ms(started)::DOUBLE FROM session WHERE format = 1",
    );
    const [row] = reader.getRowsJson();
    if (row === undefined)
      throw new NoSession(`${path} is a session of another version of dd0c-track.`);
    const [plan, version, startedAt] = row;
    return {
      plan: String(plan),
      version: String(version),
      startedAt: Number(startedAt),
      async *events() {
        const result = await connection.stream(
          "SELECT epoch_ms(received)::DOUBLE, sent::VARCHAR FROM events ORDER BY seq",
        );
        for (
          let chunk = await result.fetchChunk();
          chunk !== null && chunk.rowCount > 0;
          chunk = await result.fetchChunk()
        ) {
          yield chunk.getRows().flatMap(([at, sent]) => {
            const body: unknown = JSON.parse(String(sent));
            const [arrived] = parseCapture({ api_key: "past", batch: [body] }, 0, "/batch");
            return arrived === undefined ? [] : [{ at: Number(at), arrived }];
          });
        }
      },
      async query(sql) {
        const found = await connection.runAndReadAll(sql);
        return { columns: found.deduplicatedColumnNames(), rows: found.getRowsJson() };
      },
      close,
    };
  } catch (error) {
    close();
    if (error instanceof NoSession) throw error;
    throw new NoSession(`${path} is no session of dd0c-track.`);
  }
}

async function connect(duckdb: DuckDb, path: string) {
  try {
    const instance = await duckdb.DuckDBInstance.create(path, {
      access_mode: "READ_ONLY",
      threads: "2",
    });
    return { instance, connection: await instance.connect() };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : "";
    const isHeld = /lock/i.test(reason ?? "");
    throw new NoSession(
      isHeld
        ? `${path} is still being written; end that session first.`
        : `${path} cannot be opened: ${reason}`,
    );
  }
}
