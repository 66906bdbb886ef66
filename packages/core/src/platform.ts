/** What the core asks of the place where it runs. Each runtime offers one; tests offer a fake. */
export interface Platform {
  /** Whole milliseconds since 1970. */
  now(): number;
  /** A new uuid v7 (RFC 9562, section 5.7). */
  uuid(): string;
  /**
   * Calls back after `ms` (0: as soon as the present work is done) and answers how to cancel it.
   * Only with `hold` may it keep the process alive.
   */
  timer(callback: () => void, ms: number, hold: boolean): () => void;
  /** The length of a text in UTF-8. */
  bytes(text: string): number;
}
