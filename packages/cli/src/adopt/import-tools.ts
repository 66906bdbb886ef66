import type { ImportFormat } from "@dd0c/track-lint";

/** The words after `--from`; apart from the readers, so that help needs none of them. */
export const importTools: readonly ImportFormat[] = [
  "segment",
  "rudderstack",
  "amplitude",
  "avo",
  "json-schema",
  "posthog",
];
