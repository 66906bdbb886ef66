/** DuckDB's own module, where the host has it. */
export type DuckDb = typeof import("@duckdb/node-api");

/** Loads DuckDB; null where it is not installed, since it is optional and large. */
export async function loadDuckDb(): Promise<DuckDb | null> {
  // Not as a literal: bundlers would follow it into native code.
  const name: string = "@duckdb/node-api";
  try {
    return (await import(name)) as DuckDb;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (
      code === "ERR_MODULE_NOT_FOUND" ||
      code === "ERR_DLOPEN_FAILED" ||
      code === "MODULE_NOT_FOUND"
    )
      return null;
    throw error;
  }
}
