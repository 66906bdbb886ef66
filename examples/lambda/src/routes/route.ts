import type {
  RoutingRequestProcessed,
  RoutingSavingsCalculated,
  RoutingShadowAuditRun,
} from "@dd0c/track-events/route/node";
import type { Trackers } from "../trackers.js";

interface Tenant {
  readonly tenant_id: string;
}

/** Requests have been answered. The plan keeps one in twenty. */
export function requestsRouted(
  { route }: Trackers,
  { tenant_id, requests }: Tenant & { readonly requests: readonly RoutingRequestProcessed[] },
): void {
  const { track } = route.forTenant(tenant_id);
  for (const request of requests) track.routing.request.processed(request);
}

/** The judge has compared the shadow's answer with the one that was served. */
export function secondModelAnswered(
  { route }: Trackers,
  { tenant_id, audit }: Tenant & { readonly audit: RoutingShadowAuditRun },
): void {
  route.forTenant(tenant_id).track.routing.shadow.audit.run(audit);
}

/** The savings job has added up a week. */
export function savingsCounted(
  { route }: Trackers,
  {
    tenant_id,
    week,
    since_signup_s,
  }: Tenant & {
    readonly week: RoutingSavingsCalculated;
    /** Only when the tenant's first dollar is among it. */
    readonly since_signup_s?: number;
  },
): void {
  const { track } = route.forTenant(tenant_id);
  const { requests_routed } = week;
  track.routing.savings.calculated(week);
  if (since_signup_s !== undefined)
    track.routing.savings.first_dollar({ requests_routed, time_to_value_s: since_signup_s });
}
