/** Every limit of the Slack runtime, each with its reason. */

/** How long calls wait for `tenantOf`, in ms; past it the workspace counts as nobody's. */
export const TENANT_MS = 10_000;

/** Calls of one request that wait for `tenantOf`: more than any handler makes. */
export const WAITING_CALLS = 1_000;
