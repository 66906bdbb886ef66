import type {
  CloudResource,
  CostAnomalyFirstDetected,
  CostEventIngested,
  CostRemediationExecuted,
  CostZombieDetected,
} from "@dd0c/track-events/cost/node";
import type { Trackers } from "../trackers.js";

/** The anomaly as the detector stores it, with nothing that the plan does not name. */
type Anomaly = Omit<CostAnomalyFirstDetected, "time_to_value_s">;

/** CloudTrail records, up to a thousand a second: the plan samples them, this code does not care. */
export function recordsIngested(
  { cost }: Trackers,
  {
    tenant_id,
    records,
  }: { readonly tenant_id: string; readonly records: readonly CostEventIngested[] },
): void {
  const { track } = cost.forTenant(tenant_id);
  for (const record of records) track.cost.event.ingested(record);
}

/** The detector has judged a change in spending. */
export function anomalyFound(
  { cost }: Trackers,
  {
    tenant_id,
    anomaly,
    resource,
    since_connect_s,
  }: {
    readonly tenant_id: string;
    readonly anomaly: Anomaly;
    readonly resource: CloudResource;
    /** Only for the tenant's first anomaly. */
    readonly since_connect_s?: number;
  },
): void {
  const { track } = cost.forTenant(tenant_id);
  const is_alert_due = anomaly.score >= 0.8;
  track.cost.anomaly.scored({ ...anomaly, is_alert_due });
  if (since_connect_s !== undefined)
    track.cost.anomaly.first_detected({ ...anomaly, time_to_value_s: since_connect_s });
  if (is_alert_due) track.cost.anomaly.alerted({ ...anomaly, channel_kind: "public", resource });
}

/** AWS did what a person had asked for. */
export function resourceStopped(
  { cost }: Trackers,
  {
    tenant_id,
    remediation,
  }: { readonly tenant_id: string; readonly remediation: CostRemediationExecuted },
): void {
  cost.forTenant(tenant_id).track.cost.remediation.executed(remediation);
}

/** The nightly sweep found something idle. */
export function zombieFound(
  { cost }: Trackers,
  { tenant_id, zombie }: { readonly tenant_id: string; readonly zombie: CostZombieDetected },
): void {
  const { track } = cost.forTenant(tenant_id);
  track.cost.zombie.detected(zombie);
  track.cost.digest.sent({ surface: "slack", channel_kind: "public", anomalies_listed: 1 });
}
