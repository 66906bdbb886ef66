/** Keeps one text between runs. Reading never fails: what cannot be read was never kept. */
export interface CacheStore {
  read(): string | null;
  /** Best effort: a cache that cannot be written costs time, not results. */
  write(text: string): void;
}
