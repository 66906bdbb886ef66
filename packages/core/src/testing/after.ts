/**
 * Calls back after `ms`; answers how to cancel that. Tests run where there are timers, but the core
 * is compiled without any place's globals.
 */
export function after(ms: number, callback: () => void): () => void {
  const timers = globalThis as unknown as {
    setTimeout(callback: () => void, ms: number): unknown;
    clearTimeout(timer: unknown): void;
  };
  const timer = timers.setTimeout(callback, ms);
  return () => timers.clearTimeout(timer);
}
