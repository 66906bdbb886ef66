import type { SyncPolicy } from "./syncer";

/** Where and how events are kept on disk until PostHog has them. */
export interface SpoolOptions {
  /** A folder for nothing else, on a local disk; made if it is not there. Processes may share it. */
  readonly folder: string;
  /** What this process may keep in it (256,000,000), taken-over events included. Beyond it: memory. */
  readonly max_bytes?: number | undefined;
  /** `never` unless given: survives `kill -9`, not a loss of power. `SyncPolicy` says more. */
  readonly fsync?: SyncPolicy | undefined;
}
