/** Tells the host what went wrong. */
export type Tell = (problem: string, cause?: unknown) => void;

/** A `Tell` that hands errors to the host's `onError`, and swallows whatever that throws. */
export function createTell(onError: ((error: Error) => void) | undefined): Tell {
  return (problem, cause) => {
    try {
      onError?.(new Error(`dd0c/track-proxy: ${problem}`, { cause }));
    } catch {
      // The host's handler is not ours to mend.
    }
  };
}
