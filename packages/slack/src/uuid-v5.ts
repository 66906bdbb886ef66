import { createHash } from "node:crypto";

/** The namespace of our names: the uuid v5 of `dd0c/track` in the namespace for URLs. */
const NAMESPACE: Buffer = Buffer.from("a4b63abf18725365a9f4d2261795ee4d", "hex");

/**
 * A uuid v5 (RFC 9562, section 5.5): the same for the same name. An event that Slack delivers again
 * gets the uuid it had, and PostHog keeps one of the two.
 */
export function uuidV5(name: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
