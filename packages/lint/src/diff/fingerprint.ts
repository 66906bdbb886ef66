import { createHash } from "node:crypto";

/** Twelve hexadecimal digits that name a change as long as it is the same change. */
export function fingerprintOf(id: string, subject: string, digest: string): string {
  return createHash("sha256").update(`${id}\n${subject}\n${digest}`).digest("hex").slice(0, 12);
}
