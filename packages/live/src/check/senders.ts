/** Which runtimes a client library can be, by what it calls itself in `$lib`. */
const runtimesOf: Readonly<Record<string, readonly string[]>> = {
  web: ["browser"],
  "posthog-node": ["node", "slack"],
  "dd0c-track-browser": ["browser"],
  "dd0c-track-node": ["node"],
  "dd0c-track-slack": ["slack"],
};

/** The runtimes that a sender can be; null for one that we do not know. */
export function runtimesOfSender(lib: unknown): readonly string[] | null {
  return typeof lib === "string" && Object.hasOwn(runtimesOf, lib)
    ? (runtimesOf[lib] ?? null)
    : null;
}
