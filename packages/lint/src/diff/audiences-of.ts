import type { Audience } from "../rule-page.js";

/** The audiences of what breaks old calls, old senders, or both, with further ones. */
export function audiencesOf(
  { source, wire }: { readonly source: boolean; readonly wire: boolean },
  ...others: readonly Audience[]
): readonly Audience[] {
  return [
    ...(source ? (["source"] as const) : []),
    ...(wire ? (["wire"] as const) : []),
    ...others,
  ];
}
