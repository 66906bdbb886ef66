import type { PortalAppInstalled, PortalServiceDiscovered } from "@dd0c/track-events/portal/node";
import type { Trackers } from "../trackers.js";

interface Tenant {
  readonly tenant_id: string;
}

/** The portal's app was installed in the tenant's Git organisation. */
export function portalInstalled(
  { portal }: Trackers,
  { tenant_id, app }: Tenant & { readonly app: PortalAppInstalled },
): void {
  portal.forTenant(tenant_id).track.portal.app.installed(app);
}

/** Discovery has been through the repositories. */
export function catalogSwept(
  { portal }: Trackers,
  {
    tenant_id,
    services,
    since_install_s,
  }: Tenant & {
    readonly services: readonly PortalServiceDiscovered[];
    /** Only for the sweep that fills an empty catalogue. */
    readonly since_install_s?: number;
  },
): void {
  const { track } = portal.forTenant(tenant_id);
  const [first] = services;
  if (first && since_install_s !== undefined) {
    const { is_owner_inferred, ...service } = first;
    track.portal.discovery.first_service({ ...service, time_to_value_s: since_install_s });
  }
  for (const service of services) track.portal.service.discovered(service);
}
