import type { ResolvedPlan } from "@dd0c/track-codegen";
import { duckShapes, duckType, literal, quoted } from "./duckdb-types.js";

/** Columns that every event has, besides those of the plan. */
const columns = [
  "seq BIGINT",
  "received TIMESTAMP",
  "time TIMESTAMP",
  "event VARCHAR",
  "verdict VARCHAR",
  "product VARCHAR",
  "tenant VARCHAR",
  "person VARCHAR",
  "runtime VARCHAR",
  "uuid VARCHAR",
  "codes VARCHAR[]",
] as const;

const names = columns.map((column) => column.split(" ")[0] ?? "");

/** What SQL a session's file needs: its tables, and the way from what was staged into them. */
export interface SessionTables {
  readonly create: readonly string[];
  /** Moves everything that was staged into `events`, typed; what has another type is null there. */
  readonly take: string;
  /** The plan's typed columns. */
  readonly typed: ReadonlySet<string>;
}

/** Writes the SQL of a plan. */
export function sessionTables(plan: ResolvedPlan, startedAt: number): SessionTables {
  const shapes = duckShapes(plan);
  const isEmpty = Object.keys(shapes).length === 0;
  const properties = isEmpty ? "JSON" : duckType(shapes);
  // One reading of the JSON for all columns: taking `properties` out first would be a second.
  const typed = isEmpty
    ? "NULL"
    : `from_json(sent, ${literal(JSON.stringify({ properties: shapes }))}).properties`;
  return {
    create: [
      "CREATE TABLE session (format INTEGER, plan VARCHAR, version VARCHAR, started TIMESTAMP)",
      `INSERT INTO session VALUES (1, ${literal(plan.name)}, ${literal(plan.version)}, make_timestamp(${startedAt * 1000}))`,
      `CREATE TABLE events (${columns.join(", ")}, properties ${properties}, rest JSON, sent JSON)`,
      "CREATE TEMP TABLE staged (seq DOUBLE, received DOUBLE, time DOUBLE, event VARCHAR, verdict VARCHAR, product VARCHAR, tenant VARCHAR, person VARCHAR, runtime VARCHAR, uuid VARCHAR, codes VARCHAR, rest JSON, sent JSON)",
      ...views(plan, shapes),
    ],
    take: `INSERT INTO events SELECT seq::BIGINT, make_timestamp((received * 1000)::BIGINT), make_timestamp((time * 1000)::BIGINT), event, verdict, product, tenant, person, runtime, uuid, string_split(codes, ' ').list_filter(lambda it: it <> ''), ${typed}, rest, sent FROM staged`,
    typed: new Set(Object.keys(shapes)),
  };
}

/** A view for each planned event, with its properties as columns: `FROM "cost.anomaly.alerted"`. */
function views(plan: ResolvedPlan, shapes: Readonly<Record<string, unknown>>): readonly string[] {
  const taken = new Set(["events", "session", "staged"]);
  return plan.events.flatMap(({ name, properties }) => {
    if (taken.has(name.toLowerCase())) return [];
    taken.add(name.toLowerCase());
    const shared = new Set(names);
    const own = properties.flatMap((property) => {
      const isColumn =
        Object.hasOwn(shapes, property.name) && !shared.has(property.name.toLowerCase());
      shared.add(property.name.toLowerCase());
      return isColumn ? [`properties.${quoted(property.name)} AS ${quoted(property.name)}`] : [];
    });
    const select = [...names, ...own, "rest"].join(", ");
    return [
      `CREATE VIEW ${quoted(name)} AS SELECT ${select} FROM events WHERE event = ${literal(name)}`,
    ];
  });
}
