import type { Platform } from "./platform";

/**
 * A uuid v7 (RFC 9562, section 5.7): 48 bits of the time in ms, then 74 random bits. Sortable by
 * time, so PostHog stores neighbours together.
 */
export function uuidV7(platform: Platform): string {
  const time = platform.now().toString(16).padStart(12, "0");
  const random = platform.hex(19);
  const variant = "89ab"[Number.parseInt(random.slice(18), 16) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

/** Whether PostHog reads this as a uuid. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
