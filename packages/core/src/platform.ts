/** What the core asks of the place where it runs. Each runtime offers one; tests offer a fake. */
export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** Fills the bytes at random. */
  random(bytes: Uint8Array): void;
  /**
   * Calls back after `ms` (0: as soon as the present work is done) and answers how to cancel it.
   * Only with `hold` may it keep the process alive.
   */
  timer(callback: () => void, ms: number, hold: boolean): () => void;
  /** The length of a text in UTF-8. */
  bytes(text: string): number;
}

/** A random 0 ≤ x < 1 of 32 bits. */
export function randomShare(platform: Platform): number {
  const bytes = new Uint8Array(4);
  platform.random(bytes);
  return new DataView(bytes.buffer).getUint32(0) / 2 ** 32;
}
