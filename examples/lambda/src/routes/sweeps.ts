import type {
  PlatformProductsActiveCount,
  SessionWeeklyActive,
} from "@dd0c/track-events/cost/node";
import type { Product, Trackers } from "../trackers.js";

/** The job that closes a week has found the tenant in it. */
export function weekClosed(
  trackers: Trackers,
  {
    product,
    tenant_id,
    week,
  }: {
    readonly product: Product;
    readonly tenant_id: string;
    readonly week: SessionWeeklyActive;
  },
): void {
  trackers[product].forTenant(tenant_id).track.session.weekly.active(week);
}

/** The nightly job has counted a tenant's products. */
export function productsCounted(
  trackers: Trackers,
  {
    product,
    tenant_id,
    count,
  }: {
    readonly product: Product;
    readonly tenant_id: string;
    readonly count: PlatformProductsActiveCount;
  },
): void {
  trackers[product].forTenant(tenant_id).track.platform.products.active_count(count);
}
