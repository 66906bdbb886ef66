import type {
  AlertCorrelated,
  AlertIngested,
  AlertMttrMeasured,
} from "@dd0c/track-events/alert/node";
import type { Trackers } from "../trackers.js";

interface Tenant {
  readonly tenant_id: string;
}

/** A monitoring tool has forwarded an alert, and perhaps it belongs to an incident. */
export function alertArrived(
  { alert }: Trackers,
  {
    tenant_id,
    arrived,
    match,
    since_first_alert_s,
  }: Tenant & {
    readonly arrived: AlertIngested;
    readonly match?: Omit<AlertCorrelated, keyof AlertIngested>;
    /** Only for the tenant's first match. */
    readonly since_first_alert_s?: number;
  },
): void {
  const { track } = alert.forTenant(tenant_id);
  track.alert.ingested(arrived);
  if (!match) return;
  const { ingest_lag_ms, ...about } = arrived;
  track.alert.correlated({ ...about, ...match });
  if (since_first_alert_s === undefined) return;
  const { correlation_confidence, ...incident } = match;
  const { severity } = about;
  track.alert.correlation.first_match({
    ...incident,
    severity,
    time_to_value_s: since_first_alert_s,
  });
}

/** An incident is over. */
export function incidentResolved(
  { alert }: Trackers,
  { tenant_id, incident }: Tenant & { readonly incident: AlertMttrMeasured },
): void {
  alert.forTenant(tenant_id).track.alert.mttr.measured(incident);
}
