import type {
  DriftAgentInstalled,
  DriftRemediationApplied,
  DriftScanCompleted,
} from "@dd0c/track-events/drift/node";
import type { Trackers } from "../trackers.js";

interface Tenant {
  readonly tenant_id: string;
}

/** An agent has reported for duty, and sends its first sign of life. */
export function agentInstalled(
  { drift }: Trackers,
  { tenant_id, agent }: Tenant & { readonly agent: DriftAgentInstalled },
): void {
  const { track } = drift.forTenant(tenant_id);
  track.drift.agent.installed(agent);
  track.drift.agent.heartbeat({ agent_id: agent.agent_id, agent_version: agent.agent_version });
}

/** A stack has been compared with its code. */
export function stackScanned(
  { drift }: Trackers,
  {
    tenant_id,
    scan,
    since_install_s,
  }: Tenant & {
    readonly scan: DriftScanCompleted;
    /** Only for the tenant's first scan that finds something. */
    readonly since_install_s?: number;
  },
): void {
  const { track } = drift.forTenant(tenant_id);
  const { duration_ms, scan_trigger, ...found } = scan;
  track.drift.scan.completed(scan);
  if (since_install_s !== undefined)
    track.drift.detection.first_found({ ...found, time_to_value_s: since_install_s });
}

/** Code and reality agree again. */
export function driftRepaired(
  { drift }: Trackers,
  { tenant_id, repair }: Tenant & { readonly repair: DriftRemediationApplied },
): void {
  drift.forTenant(tenant_id).track.drift.remediation.applied(repair);
}
