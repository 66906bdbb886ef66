import type {
  RunExecutionApprovalRequested,
  RunExecutionCompleted,
  RunSetupCompleted,
} from "@dd0c/track-events/run/node";
import type { Trackers } from "../trackers.js";

interface Tenant {
  readonly tenant_id: string;
}

/** A runner has passed its self-test. */
export function runnerReady(
  { run }: Trackers,
  { tenant_id, runner }: Tenant & { readonly runner: RunSetupCompleted },
): void {
  run.forTenant(tenant_id).track.run.setup.completed(runner);
}

/** A step waits for a second pair of eyes. Who asked is a Slack user id, and leaves as a hash. */
export function approvalNeeded(
  { run }: Trackers,
  { tenant_id, approval }: Tenant & { readonly approval: RunExecutionApprovalRequested },
): void {
  run.forTenant(tenant_id).track.run.execution.approval_requested(approval);
}

/** A runbook came to its end. */
export function executionEnded(
  { run }: Trackers,
  {
    tenant_id,
    execution,
    since_setup_s,
  }: Tenant & {
    readonly execution: RunExecutionCompleted;
    /** Only for the tenant's first success. */
    readonly since_setup_s?: number;
  },
): void {
  const { track } = run.forTenant(tenant_id);
  const { outcome, duration_ms, steps_completed, error_type, ...about } = execution;
  track.run.execution.completed(execution);
  if (outcome === "success" && since_setup_s !== undefined)
    track.run.execution.first_success({ ...about, time_to_value_s: since_setup_s });
}
