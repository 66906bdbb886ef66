import type { Pii } from "@dd0c/track-codegen";

const ranks: Readonly<Record<Pii["handling"], number>> = { allow: 0, hash: 1, drop: 2 };

/** How much a handling protects: 0 as it is, 1 hashed, 2 dropped; a class that nobody knows counts as dropped. */
export function protectionOf(handling: Pii["handling"] | null): number {
  return handling === null ? ranks.drop : ranks[handling];
}
